package org.espalier.development;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of an objective for the people somebody works for, and how that was found out.
 *
 * @param method null when not chosen
 * @param result empty when not written yet
 */
public record Impact(@Nullable Method method, String result) {
    public static final Impact NONE = new Impact(null, "");

    /** Usual ways to tell what learning has changed. They are suggestions, and another way serves as well. */
    public enum Method {
        REFLECTION,
        LEARNING_AGREEMENT,
        MEASURE,
        FEEDBACK,
        OBSERVATION,
        APPRAISAL,
        ANOTHER;

        /** As forms and messages name it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Method> ofSlug(@Nullable String slug) {
            return Arrays.stream(values())
                    .filter(method -> method.slug().equals(slug))
                    .findFirst();
        }
    }

    public boolean isEmpty() {
        return method == null && result.isBlank();
    }
}
