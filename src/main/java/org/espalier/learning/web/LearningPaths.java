package org.espalier.learning.web;

import org.espalier.access.PublicPaths;
import org.espalier.ui.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Anybody may read what can be learned and what it covers, and everybody finds it in the navigation. */
@Configuration(proxyBeanMethods = false)
class LearningPaths {

    @Bean
    PublicPaths publicPathsOfLearning() {
        return PublicPaths.of("/learning", "/learning/**");
    }

    @Bean
    NavigationItem navigationToLearning() {
        return new NavigationItem(15, "learning.navigation", "/learning", false, null);
    }
}
