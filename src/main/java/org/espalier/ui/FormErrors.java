package org.espalier.ui;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with a form, in the order of its inputs; shown by {@code ui/errorSummary} and the inputs. */
public record FormErrors(List<FormError> all) {
    public FormErrors {
        all = List.copyOf(all);
    }

    public static FormErrors none() {
        return new FormErrors(List.of());
    }

    public static FormErrors of(String field, String messageKey, Object... arguments) {
        return none().and(field, messageKey, arguments);
    }

    /** These errors and one more. */
    public FormErrors and(String field, String messageKey, Object... arguments) {
        var more = new FormError(field, messageKey, List.of(arguments));
        return new FormErrors(Stream.concat(all.stream(), Stream.of(more)).toList());
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /** What is wrong with this input; null when nothing is. */
    public @Nullable FormError at(String field) {
        return all.stream()
                .filter(error -> error.field().equals(field))
                .findFirst()
                .orElse(null);
    }
}
