package org.espalier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A key without words fails only when somebody opens that page, so all that are written out are looked up here. */
class MessageKeysTests {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern TEXT = Pattern.compile("\\bframe\\.t\\(\"([a-z][\\w.-]+)\"[,)]");
    private static final Pattern COUNT = Pattern.compile("\\bframe\\.count\\(\"([a-z][\\w.-]+)\",");
    private static final Pattern PROBLEM =
            Pattern.compile("new Problem\\.(?:NotFound|Forbidden|Conflict|Invalid)\\(\\s*\"([^\"]*)\"(\\s*\\+)?");

    private final Set<String> known = known();

    @Test
    void templatesHaveWords() {
        var asked = new TreeSet<String>();
        for (var template : texts(Path.of("src/main/jte"), ".jte")) {
            TEXT.matcher(template).results().forEach(found -> asked.add(found.group(1)));
            COUNT.matcher(template).results().forEach(found -> {
                asked.add(found.group(1) + ".one");
                asked.add(found.group(1) + ".other");
            });
        }

        assertThat(asked).hasSizeGreaterThan(1000);
        assertThat(asked).isSubsetOf(known);
    }

    @Test
    void problemsHaveWords() {
        var asked = new TreeSet<String>();
        var begun = new TreeSet<String>();
        for (var source : texts(Path.of("src/main/java"), ".java")) {
            PROBLEM.matcher(source).results().forEach(found -> (found.group(2) == null ? asked : begun)
                    .add(found.group(1)));
        }

        assertThat(asked).hasSizeGreaterThan(80);
        assertThat(asked).isSubsetOf(known);
        assertThat(begun).allSatisfy(key -> assertThat(known).anyMatch(whole -> whole.startsWith(key)));
    }

    private static Set<String> known() {
        var keys = new TreeSet<String>();
        try (var bundles = Files.list(BUNDLES)) {
            for (var bundle : bundles.toList()) {
                var messages = new Properties();
                try (var in = Files.newBufferedReader(bundle)) {
                    messages.load(in);
                }
                keys.addAll(messages.stringPropertyNames());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static List<String> texts(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(MessageKeysTests::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
