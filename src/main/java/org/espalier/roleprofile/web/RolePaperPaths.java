package org.espalier.roleprofile.web;

import java.util.List;
import org.espalier.access.PublicPaths;
import org.espalier.framework.AuthorLink;
import org.espalier.framework.RolePageLinks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Anybody may take a published role profile away; it leads to the standards, and authors find where to compose one. */
@Configuration(proxyBeanMethods = false)
class RolePaperPaths {

    @Bean
    PublicPaths publicPathsOfRolePapers() {
        return PublicPaths.of("/roles/*/versions/*/*");
    }

    @Bean
    RolePageLinks linkToRolePapers() {
        return profile -> List.of(new RolePageLinks.Way(
                10,
                "roleprofile.papers.link",
                "/roles/" + profile.slug() + "/versions/" + profile.number() + "/papers"));
    }

    @Bean
    RolePageLinks linkToStandards() {
        return profile -> List.of(new RolePageLinks.Way(80, "roleprofile.standards.title", "/standards"));
    }

    @Bean
    AuthorLink linkToComposing() {
        return new AuthorLink(10, "roleprofile.desk.title", "/authoring/roles");
    }

    @Bean
    AuthorLink linkToStandardsLists() {
        return new AuthorLink(20, "roleprofile.standards.import.title", "/authoring/standards");
    }
}
