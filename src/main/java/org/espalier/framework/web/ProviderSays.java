package org.espalier.framework.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.ProviderMapping;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;

/** What one provider says about the parts of a framework; the provider speaks for the provider (PRODUCT.md, rule 18). */
record ProviderSays(String provider, List<Line> lines) {

    /** One cell of the provider's, and the group whose code it names when there is one. */
    record Line(ProviderMapping mapping, @Nullable GroupEntry group) {}

    long stated() {
        return lines.stream()
                .filter(line -> line.mapping().state() == StatementEntry.State.STATED)
                .count();
    }

    static List<ProviderSays> of(FrameworkVersion version) {
        var byCode = new LinkedHashMap<String, GroupEntry>();
        version.groups().forEach(group -> collect(group, byCode));
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        for (var mapping : version.document().providerMappings()) {
            lines.computeIfAbsent(mapping.provider(), provider -> new ArrayList<>())
                    .add(new Line(mapping, byCode.get(mapping.code())));
        }
        return lines.entrySet().stream()
                .map(entry -> new ProviderSays(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static void collect(GroupEntry group, Map<String, GroupEntry> byCode) {
        if (group.code() != null) {
            byCode.putIfAbsent(group.code(), group);
        }
        group.groups().forEach(child -> collect(child, byCode));
    }
}
