package org.espalier.home.web;

import org.espalier.access.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of this room that anybody may read. */
@Configuration(proxyBeanMethods = false)
class HomePaths {

    @Bean
    PublicPaths publicPathsOfHome() {
        return PublicPaths.of("/", "/about", "/accessibility");
    }
}
