package org.espalier.pathway.titles.web;

import org.espalier.access.Role;
import org.espalier.access.RolePaths;
import org.espalier.framework.AuthorLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only authors keep other names. */
@Configuration(proxyBeanMethods = false)
class NamePaths {

    @Bean
    AuthorLink linkToOtherNames() {
        return new AuthorLink(20, "pathway.titles.title", "/author/names");
    }

    @Bean
    RolePaths pathsOfOtherNames() {
        return RolePaths.of(Role.FRAMEWORK_AUTHOR, "/author/names", "/author/names/**");
    }
}
