package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plain texts as people paste them: headings told by nothing but their place and their numbers. Each text stands in
 * {@code src/test/resources/importing/texts}, and beside it what it should make.
 */
class TextShapeTests {

    private static final Path TEXTS = Path.of("src", "test", "resources", "importing", "texts");

    @ParameterizedTest
    @MethodSource("texts")
    void makesWhatTheTextSays(String name) throws IOException {
        var imported = Imports.of(Files.readAllBytes(TEXTS.resolve(name + ".txt")));

        assertThat(DraftSketch.of(imported.document()))
                .isEqualTo(Files.readString(TEXTS.resolve(name + ".sketch"), StandardCharsets.UTF_8)
                        .strip());
        assertThat(imported.accounting().unaccounted()).isEmpty();
    }

    static Stream<String> texts() throws IOException {
        try (var files = Files.list(TEXTS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replaceFirst("\\.txt$", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
