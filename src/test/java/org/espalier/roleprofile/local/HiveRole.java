package org.espalier.roleprofile.local;

import java.util.List;
import org.espalier.framework.MadeUp;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.framework.format.FrameworkFormat.Read;
import org.jspecify.annotations.Nullable;

/** A made-up national role profile that tests publish and revise. */
public final class HiveRole {
    public static final Asked RECORDS = new Asked("Keep records of every hive", "APIA&1");
    public static final Asked SWARMS = new Asked("Catch a swarm without harm to anybody", null);
    public static final Asked SWARMS_REWORDED = new Asked("Catch a swarm without harm to anybody or to property", null);
    public static final Asked MITES = new Asked("Treat mites with thymol", "APIA3");
    public static final Asked HONEY = new Asked("Extract honey in a clean room", null);

    private HiveRole() {}

    /** A competence of it. */
    public record Asked(String competence, @Nullable String code) {}

    public static FrameworkDocument document(String title, List<Asked> asked) {
        var yaml = new StringBuilder("""
                format: espalier/1
                kind: role-profile
                title: "%s"
                titleInferred: false
                publisher: The Guild of Keepers
                language: en
                progression: unstated
                role:
                  namedRole: Hive lead
                  sections:
                    - title: Core competences
                      layer: core
                """.formatted(title));
        yaml.append(asked.isEmpty() ? "      entries: []\n" : "      entries:\n");
        asked.forEach(one ->
                yaml.append("        - {principle: Safety, function: Protect people, competence: \"%s\", code: %s}\n"
                        .formatted(one.competence(), one.code() == null ? "null" : "\"" + one.code() + "\"")));
        return switch (FrameworkFormat.read(yaml.toString())) {
            case Read.Document read -> read.document();
            case Read.Invalid invalid ->
                throw new IllegalStateException(invalid.problems().toString());
        };
    }

    /** A version that no database has seen. */
    public static National version(int number, Asked... asked) {
        return National.of(MadeUp.version(number, "hive-lead", number, document("Hive lead", List.of(asked))));
    }
}
