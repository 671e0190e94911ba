package org.espalier.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param optional how many optional expectations were asked for, where there are any
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
        List<String> notApplicable,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OptionalPart> optional) {

    static final String FORMAT = "espalier-certificate/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // certificates issued before expectations could be optional say nothing of it
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public Snapshot {
        statements = List.copyOf(statements);
        notApplicable = List.copyOf(notApplicable);
        optional = optional == null ? List.of() : List.copyOf(optional);
    }

    /**
     * The optional expectations of one level.
     *
     * @param level its name; null for those of a role
     * @param minimum how many had to be signed off
     * @param of how many there are
     * @param signedOff how many were
     */
    public record OptionalPart(@Nullable String level, int minimum, int of, int signedOff) {}

    /**
     * One statement.
     *
     * @param pillar the name of its root group; null where it has none
     * @param optional true for one that is not asked of everybody
     */
    public record SignedOff(
            @Nullable String pillar,
            String text,
            LocalDate on,
            String by,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean optional) {}

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Snapshot of(String json) {
        return JSON.readValue(json, Snapshot.class);
    }
}
