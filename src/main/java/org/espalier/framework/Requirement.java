package org.espalier.framework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.framework.format.RequirementEntry;
import org.jspecify.annotations.Nullable;

/**
 * What somebody must bring to a role: all of some things, any of some things, or one thing (PRODUCT.md, rule 15). The
 * logic of a {@link RequirementEntry}, with nothing half-said.
 */
public sealed interface Requirement {

    /** Every part is needed. */
    record AllOf(List<Requirement> parts) implements Requirement {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** One of the alternatives will do. */
    record AnyOf(List<Requirement> alternatives) implements Requirement {
        public AnyOf {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * One thing to have.
     *
     * @param orEquivalent an equivalent will do
     * @param equivalent what counts as one, where that is said
     * @param workingTowards it is enough to be working towards it
     * @param binds the one named role that it is asked of; null for everybody
     */
    record One(
            String text,
            boolean orEquivalent,
            @Nullable String equivalent,
            boolean workingTowards,
            @Nullable String binds)
            implements Requirement {}

    /** The logic of an entry; empty when it says nothing. What says nothing inside it is left out. */
    static Optional<Requirement> of(@Nullable RequirementEntry entry) {
        if (entry == null) {
            return Optional.empty();
        }
        var text = entry.text();
        if (text != null && !text.isBlank()) {
            return Optional.of(
                    new One(text, entry.orEquivalent(), entry.equivalent(), entry.workingTowards(), entry.binds()));
        }
        var any = !entry.anyOf().isEmpty();
        var parts = (any ? entry.anyOf() : entry.allOf())
                .stream().flatMap(part -> of(part).stream()).toList();
        return switch (parts.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(parts.getFirst());
            default -> Optional.of(any ? new AnyOf(parts) : new AllOf(parts));
        };
    }

    /** The single things it is made of, in order. */
    default Stream<One> leaves() {
        return switch (this) {
            case One one -> Stream.of(one);
            case AllOf(var parts) -> parts.stream().flatMap(Requirement::leaves);
            case AnyOf(var alternatives) -> alternatives.stream().flatMap(Requirement::leaves);
        };
    }
}
