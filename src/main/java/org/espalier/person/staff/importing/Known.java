package org.espalier.person.staff.importing;

import java.time.LocalDate;
import java.util.List;
import org.espalier.organisation.Structure;

/** What a plan goes by, besides the file: the tree, its people, and the other accounts that the file names. */
record Known(Structure structure, List<KnownMember> members, List<KnownAccount> accounts, LocalDate today) {}
