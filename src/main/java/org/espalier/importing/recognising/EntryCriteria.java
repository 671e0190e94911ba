package org.espalier.importing.recognising;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a group asks for what somebody must bring (qualifications, experience, registration) to enter a level. */
final class EntryCriteria {

    private static final Pattern TITLE = Pattern.compile(
            "(?i).*\\b(?:entry (?:criteria|requirements?|qualifications?)|person specification|formal (?:\\w+ ){0,3}(?:knowledge|qualifications?|education|experience)"
                    + "|(?:minimum|essential|required) (?:\\w+ ){0,2}(?:qualifications?|experience|requirements?)"
                    + "|qualifications?(?:,| and) (?:\\w+ ){0,2}(?:experience|registration))\\b.*");
    private static final Pattern DESCRIPTION = Pattern.compile(
            "(?i).*\\b(?:qualifications?|experience|registration)\\b.*\\b(?:required|needed|expected|essential)\\b.*\\b(?:to enter|entering|entry|to start|to join)\\b.*");

    private EntryCriteria() {}

    static boolean in(@Nullable String title, @Nullable String description) {
        return (title != null && TITLE.matcher(title).matches())
                || (description != null && DESCRIPTION.matcher(description).matches());
    }
}
