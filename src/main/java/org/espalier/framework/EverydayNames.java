package org.espalier.framework;

import java.util.List;
import org.espalier.framework.format.LevelEntry;
import org.jspecify.annotations.Nullable;

/**
 * Finds roles and levels by what people call them in everyday words. The framework knows its own titles only; whoever keeps
 * other names contributes this as a bean.
 */
public interface EverydayNames {

    /**
     * A role or level that people call so.
     *
     * @param level null for the role of a role profile
     * @param said what people call it, the best match first
     */
    record Called(FrameworkVersion version, @Nullable LevelEntry level, List<String> said) {
        public Called {
            said = List.copyOf(said);
        }
    }

    /**
     * The few that fit best, the best first.
     *
     * @param words as somebody typed them
     * @param within in this framework only; null for all
     */
    List<Called> matching(String words, @Nullable FrameworkVersion within);
}
