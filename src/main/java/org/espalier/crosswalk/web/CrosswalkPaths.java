package org.espalier.crosswalk.web;

import org.espalier.access.PublicPaths;
import org.espalier.access.Role;
import org.espalier.access.RolePaths;
import org.espalier.framework.AuthorLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Anybody may read the reviewed links; authors propose and review. */
@Configuration(proxyBeanMethods = false)
class CrosswalkPaths {

    @Bean
    PublicPaths publicPathsOfCrosswalk() {
        return PublicPaths.of("/crosswalk", "/crosswalk/links/*");
    }

    @Bean
    AuthorLink linkToLinks() {
        return new AuthorLink(40, "crosswalk.title", "/crosswalk");
    }

    @Bean
    RolePaths authorsPathsOfCrosswalk() {
        return RolePaths.of(Role.FRAMEWORK_AUTHOR, "/crosswalk/new", "/crosswalk/waiting", "/crosswalk/links/*/*");
    }
}
