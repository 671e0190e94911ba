/**
 * Requests for a sign-off, from asking to the judgement and the answer to it. What can happen to one is a single table,
 * {@link org.espalier.assessment.request.RequestState#LIFECYCLE}. Permission is checked at the moment of each act.
 * What is signed off elsewhere settles the requests about it, and a conflict of interest, declared by either side, bars judging
 * of every kind.
 */
@NamedInterface("request")
@NullMarked
package org.espalier.assessment.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
