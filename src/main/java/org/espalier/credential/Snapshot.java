package org.espalier.credential;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a certificate says, in the words of the day it was issued.
 *
 * @param format {@value #FORMAT}
 * @param holder the person's name
 * @param level the level's name, or the role's
 * @param version the number of the framework's version
 * @param assessor who signed it off
 * @param statements everything that was signed off, in the document's order
 * @param notApplicable what the assessor agreed does not apply to the holder
 */
public record Snapshot(
        String format,
        String code,
        String holder,
        String level,
        String framework,
        int version,
        @Nullable String publisher,
        String organisation,
        String assessor,
        LocalDate issuedOn,
        List<SignedOff> statements,
        List<String> notApplicable) {

    static final String FORMAT = "espalier-certificate/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Snapshot {
        statements = List.copyOf(statements);
        notApplicable = List.copyOf(notApplicable);
    }

    /**
     * One statement.
     *
     * @param pillar the name of its root group; null where it has none
     */
    public record SignedOff(@Nullable String pillar, String text, LocalDate on, String by) {}

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Snapshot of(String json) {
        return JSON.readValue(json, Snapshot.class);
    }
}
