package org.espalier.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.espalier.testing.MadeUpDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The same content makes the same blocks whatever the format, apart from their places. */
class SameContentTests {

    private static final java.util.List<String> FORMATS = MadeUpDocument.FORMATS;

    private static final MadeUpDocument DOCUMENT = new MadeUpDocument()
            .heading(1, "Careers in the post room")
            .paragraph(
                    "This guide says what people who work in a post room do at each grade, and what the next grade asks of them, "
                            + "so that nobody has to guess.")
            .heading(2, "Grade 2")
            .heading(3, "Letters & parcels")
            .paragraph("With some help:")
            .item(
                    "Opens letters with care and hands them to the right person on the same day, whatever the weather outside may be.")
            .item("Weighs parcels:")
            .item(1, "small ones")
            .item(1, "large ones")
            .item("Keeps a person-centred tone, even when it’s busy (i.e. on Mondays).")
            .heading(2, "What each grade asks")
            .table(
                    "Strand | Grade 2 | Grade 3",
                    "1.1 Opening | Opens letters. | Opens letters and checks the work of others before it leaves the room.",
                    "1.2 Weighing |  | Weighs parcels.",
                    " | Asks for help. | Gives help when it is asked for; says so when it cannot.",
                    "1.10 Sending | N/A | Sends it all.")
            .paragraph("Everything else is agreed between the person and the manager.");

    private static final String BLOCKS = """
            # Careers in the post room
            This guide says what people who work in a post room do at each grade, and what the next grade asks of them, so that nobody has to guess.
            # Grade 2
            # Letters & parcels
            With some help:
            • Opens letters with care and hands them to the right person on the same day, whatever the weather outside may be.
            • Weighs parcels:
              • small ones
              • large ones
            • Keeps a person-centred tone, even when it’s busy (i.e. on Mondays).
            # What each grade asks
            | Strand | Grade 2 | Grade 3
            | 1.1 Opening | Opens letters. | Opens letters and checks the work of others before it leaves the room.
            | 1.2 Weighing |  | Weighs parcels.
            |  | Asks for help. | Gives help when it is asked for; says so when it cannot.
            | 1.10 Sending | N/A | Sends it all.
            Everything else is agreed between the person and the manager.""";

    @ParameterizedTest
    @FieldSource("FORMATS")
    void makesTheSameBlocks(String format) {
        var outline = OutlineLaws.outlined(DOCUMENT.bytes(format));

        OutlineLaws.hold(outline);
        assertThat(OutlineLaws.sketch(outline)).isEqualTo(BLOCKS);
    }
}
