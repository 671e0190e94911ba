package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.reading.DocumentReader;
import org.espalier.importing.reading.Reading;
import org.espalier.testing.MadeUpDocument;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Ten thousand damaged and disarranged documents: none crashes the import, holds it up or loses a line. */
class MutatedDocumentTests {

    private static final long SEED = 20261121;
    private static final String[] INSERTED = {
        "\t",
        "|",
        "\n",
        "\n\n",
        "\f",
        "\r",
        "---|---|\n",
        "• ",
        "# ",
        "<td>",
        "</table>",
        "\u00A0",
        "\uFFFD",
        "\u200D",
        "\0",
        "1. ",
        ",",
        "\"",
        ";",
        "**",
        "[",
        "](#)",
        "Level 5\n",
        "N/A",
        "&amp;",
        "<br>",
        "- ",
        "\uD83D\uDC4D",
        "format: espalier/1\n"
    };

    private static final List<MadeUpDocument> DOCUMENTS = List.of(
            new MadeUpDocument()
                    .heading(1, "Careers in the post room")
                    .heading(2, "Grade 2")
                    .paragraph("With some help:")
                    .item("Opens letters with care.")
                    .item(1, "small ones")
                    .item("Weighs parcels.")
                    .heading(2, "Grade 3")
                    .item("Opens all post and checks the work of others."),
            new MadeUpDocument()
                    .heading(1, "What each grade asks")
                    .table(
                            "Strand | Grade 2 | Grade 3",
                            "1.1 Opening | Opens letters. | Opens all.",
                            " | | Checks.",
                            "1.2 Sending | N/A | Sends.")
                    .paragraph("Everything else is agreed."),
            new MadeUpDocument()
                    .heading(1, "Role profile")
                    .table("Named role | Sorter", "Career framework level | Level 4")
                    .heading(2, "Core competences")
                    .table("Principle | Function | Competence", "1. Post | Open | Open letters", " | | Weigh parcels"));

    /** How many documents are made of each format: those that are costly to read are read less often. */
    private static int rounds(String format) {
        return switch (format) {
            case "pdf", "xlsx", "docx" -> 120;
            default -> 760;
        };
    }

    @Test
    void crashesNeverAndLosesNoLine() {
        var random = new Random(SEED);
        var read = 0;
        var made = 0;
        for (var format : MadeUpDocument.FORMATS) {
            for (var document : DOCUMENTS) {
                var original = document.bytes(format);
                for (var round = 0; round < rounds(format); round++) {
                    var content = mutated(original, random);
                    made++;
                    read += imports(content, format + " " + made) ? 1 : 0;
                }
            }
        }
        assertThat(made).isGreaterThanOrEqualTo(10_000);
        assertThat(read).as("mutations that were still readable").isGreaterThan(made / 3);
    }

    private static boolean imports(byte[] content, String name) {
        try {
            return Assertions.assertTimeout(Duration.ofSeconds(10), () -> switch (DocumentReader.read(content, name)) {
                case Reading.Refused(var reason) -> {
                    assertThat(reason).as(name).isNotBlank();
                    yield false;
                }
                case Reading.Ready ready -> true;
                case Reading.Outlined(var outline) -> {
                    everyLineHasABlock(outline, name);
                    everyLineIsAccountedFor(content, name);
                    yield true;
                }
            });
        } catch (RuntimeException | StackOverflowError e) {
            return fail(name + ": " + new String(content, StandardCharsets.ISO_8859_1), e);
        }
    }

    private static void everyLineHasABlock(DocumentOutline outline, String name) {
        var covered = new BitSet();
        for (var block : outline.blocks()) {
            covered.set(block.span().first(), block.span().last() + 1);
            if (block instanceof Block.Table table) {
                assertThat(table.rows()).as(name).isNotEmpty();
            }
        }
        assertThat(outline.lines().stream().filter(line -> !line.blank() && !covered.get(line.number())))
                .as(name)
                .isEmpty();
    }

    private static void everyLineIsAccountedFor(byte[] content, String name) {
        if (ImportDocument.from(content, name) instanceof ImportDocument.Result.Imported imported) {
            assertThat(imported.accounting().unaccounted()).as(name).isEqualTo(List.<SourceLine>of());
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        var content = original;
        for (var times = 1 + random.nextInt(3); times > 0; times--) {
            content = switch (random.nextInt(7)) {
                case 0 -> flipped(content, random);
                case 1 -> Arrays.copyOf(content, random.nextInt(content.length + 1));
                case 2 -> lines(content, random, true);
                case 3 -> lines(content, random, false);
                case 4 -> doubled(content, random);
                default -> inserted(content, random);
            };
        }
        return content;
    }

    private static byte[] flipped(byte[] content, Random random) {
        var copy = content.clone();
        for (var times = 1 + random.nextInt(4); times > 0 && copy.length > 0; times--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    /** Lines shuffled, or some of them left out. */
    private static byte[] lines(byte[] content, Random random, boolean shuffle) {
        var lines = new ArrayList<>(List.of(new String(content, StandardCharsets.ISO_8859_1).split("\n", -1)));
        if (shuffle) {
            Collections.shuffle(lines, random);
        } else {
            lines.removeIf(line -> random.nextInt(5) == 0);
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] doubled(byte[] content, Random random) {
        var from = random.nextInt(content.length + 1);
        var to = from + random.nextInt(Math.min(400, content.length - from) + 1);
        return spliced(content, to, Arrays.copyOfRange(content, from, to));
    }

    private static byte[] inserted(byte[] content, Random random) {
        var copy = content;
        for (var times = 1 + random.nextInt(4); times > 0; times--) {
            var text = INSERTED[random.nextInt(INSERTED.length)].repeat(1 + random.nextInt(3));
            copy = spliced(copy, random.nextInt(copy.length + 1), text.getBytes(StandardCharsets.UTF_8));
        }
        return copy;
    }

    private static byte[] spliced(byte[] content, int at, byte[] piece) {
        var out = new ByteArrayOutputStream();
        out.write(content, 0, at);
        out.writeBytes(piece);
        out.write(content, at, content.length - at);
        return out.toByteArray();
    }
}
