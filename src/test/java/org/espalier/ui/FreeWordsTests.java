package org.espalier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No form takes free words past {@link PatientCheck}. */
class FreeWordsTests {
    private static final Path TEMPLATES = Path.of("src/main/jte");

    /** Shows the doubts themselves; has a check of its own; sends back what was read from a file. */
    private static final Set<String> OTHERWISE =
            Set.of("ui/doubtful.jte", "portfolio/web/edit.jte", "portfolio/learningrecord/web/report.jte");

    @Test
    void marksEveryTextAreaForTheCheck() throws IOException {
        List<Path> withTextArea;
        try (var all = Files.walk(TEMPLATES)) {
            withTextArea = all.filter(path -> path.toString().endsWith(".jte"))
                    .filter(path -> read(path).contains("<textarea"))
                    .filter(path -> !OTHERWISE.contains(
                            TEMPLATES.relativize(path).toString().replace('\\', '/')))
                    .toList();
        }

        assertThat(withTextArea).contains(TEMPLATES.resolve("ui/textArea.jte"));
        assertThat(withTextArea).allSatisfy(path -> assertThat(read(path)).contains("@template.ui.words("));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
