package org.espalier.assessment.web;

import org.espalier.access.Role;
import org.espalier.ui.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people find their requests. */
@Configuration(proxyBeanMethods = false)
class AssessmentPaths {
    static final String MY_REQUESTS = "/me/requests";
    static final String QUEUE = "/assess";
    static final String SESSIONS = QUEUE + "/sessions";
    static final String ATTESTATIONS = "/attestations";

    @Bean
    NavigationItem navigationToMyRequests() {
        return new NavigationItem(26, "assessment.requests.title", MY_REQUESTS, true, null);
    }

    /** Only a way there: what an assessor may judge is asked of the roles in force at each step. */
    @Bean
    NavigationItem navigationToTheQueue() {
        return new NavigationItem(40, "assessment.queue.title", QUEUE, true, Role.ASSESSOR.name());
    }
}
