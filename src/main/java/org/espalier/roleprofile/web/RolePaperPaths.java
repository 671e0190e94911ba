package org.espalier.roleprofile.web;

import java.util.List;
import org.espalier.access.PublicPaths;
import org.espalier.framework.RolePageLinks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Anybody may take a published role profile away. */
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
}
