package org.espalier.importing.web;

import java.util.List;
import java.util.SequencedMap;

/** Everything left out, by reason. */
record LeftOutsView(DraftView draft, SequencedMap<String, List<LeftOutView>> reasons) {}
