package org.espalier.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentReaderTests {

    private static Reading read(String text) {
        return DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), "file.bin");
    }

    private static String refusal(byte[] content) {
        return switch (DocumentReader.read(content, "file.txt")) {
            case Reading.Refused(var reason) -> reason;
            case Reading.Outlined outlined -> throw new AssertionError(outlined);
            case Reading.Ready ready -> throw new AssertionError(ready);
        };
    }

    @Test
    void readsAFrameworkInItsOwnFormat() {
        assertThat(read("# a note\nformat: espalier/1\ntitle: Post\n")).isInstanceOf(Reading.Ready.class);
        assertThat(read("{\"format\": \"espalier/1\", \"title\": \"Post\"}")).isInstanceOf(Reading.Ready.class);
    }

    @Test
    void notesKeysThatItDoesNotKnow() {
        assertThat(read("format: espalier/1\ncolour: green\n"))
                .isInstanceOfSatisfying(Reading.Ready.class, ready -> assertThat(
                                ready.document().annotations())
                        .singleElement()
                        .satisfies(note -> assertThat(note.message()).contains("colour")));
    }

    @Test
    void saysWhatIsWrongInAFramework() {
        assertThat(refusal("format: espalier/1\nlevels: [{}]\n".getBytes(StandardCharsets.UTF_8)))
                .contains("Line 2: levels[0]: id is missing.");
    }

    @Test
    void refusesWhatHoldsNothing() {
        assertThat(refusal(new byte[0])).startsWith("The file is empty.");
        assertThat(refusal(" \n\t\n\u00A0".getBytes(StandardCharsets.UTF_8))).startsWith("The file holds no words.");
    }
}
