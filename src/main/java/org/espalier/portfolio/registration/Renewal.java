package org.espalier.portfolio.registration;

/** A registration with what the person's log has of it today. */
public record Renewal(Registration registration, Logbook log, Evaluation evaluation) {}
