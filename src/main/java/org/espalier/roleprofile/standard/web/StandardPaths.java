package org.espalier.roleprofile.standard.web;

import org.espalier.access.PublicPaths;
import org.espalier.access.Role;
import org.espalier.access.RolePaths;
import org.espalier.framework.StandardPages;
import org.espalier.roleprofile.standard.StandardCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Anybody may read the national standards; authors bring in lists of them. */
@Configuration(proxyBeanMethods = false)
class StandardPaths {

    @Bean
    PublicPaths publicPathsOfStandards() {
        return PublicPaths.of("/standards", "/standards/*");
    }

    @Bean
    RolePaths pathsOfRoleAuthors() {
        return RolePaths.of(Role.FRAMEWORK_AUTHOR, "/authoring/**");
    }

    @Bean
    StandardPages pagesOfStandards() {
        return code -> StandardCode.read(code).map(StandardCode::href);
    }
}
