package org.espalier.pathway.closest.web;

import org.espalier.access.OneClickPaths;
import org.espalier.access.PublicForms;
import org.espalier.access.PublicPaths;
import org.espalier.person.PersonalLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From where people find the closest roles, and what needs no account. */
@Configuration(proxyBeanMethods = false)
class ClosestPaths {
    private static final String[] TICKS = {"/closest", "/closest/questions", "/closest/again"};

    @Bean
    PersonalLink linkToClosest() {
        return new PersonalLink(15, "pathway.closest.link", "/me/closest");
    }

    @Bean
    PublicPaths publicPathsOfTicks() {
        return PublicPaths.of("/closest", "/closest/questions");
    }

    @Bean
    PublicForms publicFormsOfTicks() {
        return PublicForms.of(TICKS);
    }

    /** These keep nothing but a cookie in the browser that posts, and work in one that keeps no cookie at all. */
    @Bean
    OneClickPaths formsOfTicksWithoutCookies() {
        return OneClickPaths.of(TICKS);
    }
}
