package org.espalier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.framework.format.StatementEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTests {

    private static final String BEEKEEPING = """
            Beekeeping framework

            Level 1: Newcomer
            Practice
            • Wears the veil
            • Lights the smoker
            Level 2: Keeper
            Practice
            • Finds the queen
            """;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsTheDraftAndNothingElseOnStandardOutput() throws IOException {
        var exit = run("import", file("bees.txt", BEEKEEPING), "--dry-run", "--format", "json");

        assertThat(exit).isZero();
        assertThat(FrameworkFormat.read(out.toString()))
                .isInstanceOfSatisfying(FrameworkFormat.Read.Document.class, read -> assertThat(
                                read.document().statements())
                        .extracting(StatementEntry::text)
                        .contains("Wears the veil", "Finds the queen"));
        assertThat(err.toString()).contains("lines");
    }

    @Test
    void printsYamlThatReadsBackAsTheSameDocument() throws IOException {
        var file = file("bees.txt", BEEKEEPING);
        run("import", file, "--dry-run", "--format", "json");
        var json = FrameworkFormat.read(out.toString());
        out.getBuffer().setLength(0);

        run("import", file, "--dry-run");

        assertThat(out.toString()).startsWith("format:");
        assertThat(FrameworkFormat.read(out.toString())).isEqualTo(json);
    }

    @Test
    void printsTextForPeople() throws IOException {
        var exit = run("import", file("bees.txt", BEEKEEPING), "--dry-run", "--format", "text");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Level 2: Keeper", "  - Finds the queen");
    }

    @Test
    void importsWhatItPrinted() throws IOException {
        run("import", file("bees.txt", BEEKEEPING), "--dry-run");
        var printed = out.toString();
        out.getBuffer().setLength(0);

        var exit = run("import", file("bees.yaml", printed), "--dry-run");

        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualTo(printed);
    }

    @Test
    void refusesAnUnreadableFileInASentence() throws IOException {
        var exit = run("import", file("empty.pdf", ""), "--dry-run");

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("empty").doesNotContain("Exception");
    }

    @Test
    void refusesAMissingFile() {
        var exit = run("import", directory.resolve("nowhere.txt").toString(), "--dry-run");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere.txt");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("serve", "import").doesNotContain("rehearse");
        assertThat(run("import", "--help")).isZero();
        assertThat(out.toString()).contains("--dry-run", "Exit codes");
        assertThat(run("serve", "--help")).isZero();
        assertThat(out.toString()).contains("--database-url", "--empty");
    }

    private String file(String name, String content) throws IOException {
        return Files.write(directory.resolve(name), content.getBytes(UTF_8)).toString();
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
