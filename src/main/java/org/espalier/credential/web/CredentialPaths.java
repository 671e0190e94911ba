package org.espalier.credential.web;

import org.espalier.access.PublicPaths;
import org.espalier.access.Role;
import org.espalier.ui.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Anybody may check a certificate whose code they have. */
@Configuration(proxyBeanMethods = false)
class CredentialPaths {

    @Bean
    PublicPaths publicCertificates() {
        return PublicPaths.of("/certificates", "/certificates/*");
    }

    @Bean
    NavigationItem navigationToLevelsToSignOff() {
        return new NavigationItem(41, "credential.levels.navigation", "/assess/levels", true, Role.ASSESSOR.name());
    }
}
