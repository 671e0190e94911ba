package org.espalier.assessment;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets what is due be told in the background. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
