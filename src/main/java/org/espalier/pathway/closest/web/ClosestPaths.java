package org.espalier.pathway.closest.web;

import org.espalier.person.PersonalLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From where people find the closest roles. */
@Configuration(proxyBeanMethods = false)
class ClosestPaths {

    @Bean
    PersonalLink linkToClosest() {
        return new PersonalLink(15, "pathway.closest.link", "/me/closest");
    }
}
