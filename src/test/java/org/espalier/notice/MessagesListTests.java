package org.espalier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/messages.md} true: it lists what people are told, word for word. */
class MessagesListTests {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern TOLD = Pattern.compile("(?!notice\\.)[a-z]+\\.(notice|tell)\\..+");
    private static final Pattern TELLS = Pattern.compile("\"([a-z]+\\.(?:notice|tell)\\.[A-Za-z.]*)\"");

    @Test
    void listsEveryMessageWordForWord() throws IOException {
        var told = told();
        var list = Files.readString(Path.of("docs/messages.md"));

        assertThat(told).hasSizeGreaterThan(20);
        assertThat(told.entrySet().stream()
                        .map(message -> "| `" + message.getKey() + "` | " + message.getValue() + " |")
                        .filter(line -> !list.contains(line)))
                .as("lines that docs/messages.md lacks")
                .isEmpty();
        assertThat(list.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("`")[1])
                        .filter(key -> !told.containsKey(key)))
                .as("messages that nobody is told any more")
                .isEmpty();
    }

    @Test
    void hasWordsForWhateverTheCodeTells() throws IOException {
        var told = told().keySet();

        assertThat(keysInCode()).hasSizeGreaterThan(10).allSatisfy(key -> assertThat(told)
                .anyMatch(known -> known.startsWith(key)));
    }

    private static TreeMap<String, String> told() throws IOException {
        var told = new TreeMap<String, String>();
        try (var bundles = Files.list(BUNDLES)) {
            for (var bundle : bundles.toList()) {
                var messages = new Properties();
                try (var in = Files.newBufferedReader(bundle)) {
                    messages.load(in);
                }
                messages.stringPropertyNames().stream()
                        .filter(key -> TOLD.matcher(key).matches())
                        .forEach(key -> told.put(key, messages.getProperty(key)));
            }
        }
        return told;
    }

    private static List<String> keysInCode() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(MessagesListTests::keys)
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> keys(Path file) {
        try {
            return TELLS.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
