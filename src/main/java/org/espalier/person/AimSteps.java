package org.espalier.person;

import java.util.List;
import java.util.Map;

/** Shows, on a person's own pages, what a later module lets them do towards their aims. Implemented as a bean. */
public interface AimSteps {

    /** The steps for each of these aims, all at once: a fixed number of SQL statements however many aims there are. */
    Map<Aim, List<AimStep>> towards(PersonId person, List<Aim> aims);
}
