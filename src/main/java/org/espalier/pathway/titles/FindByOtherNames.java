package org.espalier.pathway.titles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.espalier.framework.EverydayNames;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the roles and levels in force by what people call them. */
@Component
class FindByOtherNames implements EverydayNames {
    private static final int MOST = 8;

    private final OtherNames names;
    private final PublishedVersions versions;

    FindByOtherNames(OtherNames names, PublishedVersions versions) {
        this.names = names;
        this.versions = versions;
    }

    private record Place(String framework, @Nullable String level) {}

    @Override
    public List<Called> matching(String words, @Nullable FrameworkVersion within) {
        var said = new LinkedHashMap<Place, List<String>>();
        for (var fit : names.inUse().fitting(words)) {
            var name = fit.name();
            if (within == null || within.slug().equals(name.framework())) {
                said.computeIfAbsent(new Place(name.framework(), name.level()), place -> new ArrayList<>())
                        .add(name.words());
            }
        }
        var called = new ArrayList<Called>();
        for (var entry : said.entrySet()) {
            if (called.size() < MOST) {
                called(entry.getKey(), entry.getValue(), called);
            }
        }
        return List.copyOf(called);
    }

    /** A name whose level is gone from the version in force leads nowhere for now. */
    private void called(Place place, List<String> said, List<Called> called) {
        versions.current(place.framework()).ifPresent(version -> {
            var level = version.level(place.level()).orElse(null);
            if (place.level() == null || level != null) {
                called.add(new Called(version, level, said));
            }
        });
    }
}
