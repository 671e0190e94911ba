package org.espalier.person;

import java.time.LocalDate;
import org.espalier.organisation.Place;
import org.espalier.organisation.PostId;

/**
 * A post that somebody holds now.
 *
 * @param unitName the unit or team it stands in
 * @param place where that is in the organisation's tree
 */
public record HeldPost(PostId post, String title, String unitName, Place place, LocalDate since) {}
