package org.espalier.credential.web;

import org.espalier.access.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Anybody may check a certificate whose code they have. */
@Configuration(proxyBeanMethods = false)
class CredentialPaths {

    @Bean
    PublicPaths publicCertificates() {
        return PublicPaths.of("/certificates", "/certificates/*");
    }
}
