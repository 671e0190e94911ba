package org.espalier.pathway.stories.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.espalier.access.PublicForms;
import org.espalier.access.PublicPaths;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.RolePageLinks;
import org.espalier.framework.format.LevelEntry;
import org.espalier.person.PersonalLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.util.UriUtils;

/** From where people find career stories, and what needs no account. */
@Configuration(proxyBeanMethods = false)
class StoryPaths {

    /** The page of reports has no place here: it stays closed. */
    @Bean
    PublicPaths publicPathsOfStories() {
        return PublicPaths.of("/stories", "/stories/{id:\\d+}");
    }

    @Bean
    PublicForms publicFormsOfStories() {
        return PublicForms.of("/stories/{id:\\d+}/report");
    }

    @Bean
    PersonalLink linkToMyStories() {
        return new PersonalLink(60, "pathway.stories.mine", "/me/stories");
    }

    @Bean
    RolePageLinks linksToStories() {
        return new RolePageLinks() {
            @Override
            public List<Way> of(FrameworkVersion profile) {
                return List.of(new Way(60, "pathway.stories.way", "/stories?framework=" + profile.slug()));
            }

            @Override
            public List<Way> ofLevel(FrameworkVersion version, LevelEntry level) {
                return List.of(new Way(
                        60,
                        "pathway.stories.way",
                        "/stories?framework=" + version.slug() + "&level="
                                + UriUtils.encodeQueryParam(level.id(), StandardCharsets.UTF_8)));
            }
        };
    }
}
