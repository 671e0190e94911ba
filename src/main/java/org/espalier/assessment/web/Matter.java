package org.espalier.assessment.web;

import java.util.ArrayList;
import java.util.List;
import org.espalier.assessment.request.Request;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;

/** A statement of a version, as pages show it: its words and where it stands. */
record Matter(FrameworkVersion version, Statement statement) {

    static Matter of(PublishedVersions versions, Request request) {
        var version = versions.find(request.version()).orElseThrow();
        return new Matter(version, version.statement(request.statement()).orElseThrow());
    }

    /** The pillar, the innermost group and the level, as far as there are any. */
    List<String> place() {
        var place = new ArrayList<String>();
        version.rootOf(statement.group()).map(GroupEntry::name).ifPresent(place::add);
        version.group(statement.group())
                .map(GroupEntry::name)
                .filter(name -> !place.contains(name))
                .ifPresent(place::add);
        version.level(statement.level()).map(LevelEntry::name).ifPresent(place::add);
        return place;
    }
}
