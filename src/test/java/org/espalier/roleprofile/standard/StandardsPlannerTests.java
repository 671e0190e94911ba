package org.espalier.roleprofile.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.espalier.document.TableFile;
import org.espalier.roleprofile.standard.StandardsPlan.Outcome;
import org.espalier.roleprofile.standard.StandardsPlan.Remark;
import org.espalier.roleprofile.standard.StandardsPlan.Row;
import org.junit.jupiter.api.Test;

class StandardsPlannerTests {
    private static final Standard KNOWN =
            new Standard(new StandardCode("BEE&A1"), "Feed a colony", null, null, "Care", "B", "Feeding", null);

    @Test
    void addsWhatIsNewAndLeavesWhatIsKnown() {
        var planned = plan("""
                Code,Title,Principle,Function
                BEE&A1,Feed a colony,Care,Feeding
                BEE&A2,Water a colony,Care,Feeding
                """, KNOWN);

        assertThat(planned.plan().rows())
                .containsExactly(
                        new Row(2, "BEE&A1", "Feed a colony", Outcome.UNCHANGED, List.of()),
                        new Row(3, "BEE&A2", "Water a colony", Outcome.ADDED, List.of()));
        assertThat(planned.toPut())
                .containsExactly(new Standard(
                        new StandardCode("BEE&A2"), "Water a colony", null, null, "Care", null, "Feeding", null));
    }

    @Test
    void keepsACodeInItsOneForm() {
        var row = plan("code;TITLE\nbee & a1;Feed a colony\n", KNOWN)
                .plan()
                .rows()
                .getFirst();

        assertThat(row.code()).isEqualTo("BEE&A1");
        assertThat(row.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(row.remarks()).containsExactly(Remark.of("canonical", "bee & a1", "BEE&A1"));
    }

    @Test
    void neverChangesTheTitleOfAKnownCode() {
        assertThat(remark("Code,Title\nBEE&A1,Feed many colonies\n"))
                .isEqualTo(Remark.of("title", "BEE&A1", "Feed a colony"));
    }

    @Test
    void refusesTheSecondRowOfACode() {
        var rows = plan("Code,Title\nBEE5,Smoke\nbee5,Smoke\n").plan().rows();

        assertThat(rows.getFirst().outcome()).isEqualTo(Outcome.ADDED);
        assertThat(rows.getLast().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rows.getLast().remarks()).contains(Remark.of("twice", "BEE5", "2"));
    }

    @Test
    void refusesFormulasInValuesAndInWorkbooks() throws Exception {
        assertThat(remark("Code,Title\nBEE7,=A1\n")).isEqualTo(Remark.of("formula", "Title"));

        try (var workbook = new XSSFWorkbook();
                var out = new java.io.ByteArrayOutputStream()) {
            var sheet = workbook.createSheet();
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("Code");
            head.createCell(1).setCellValue("Title");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("BEE8");
            row.createCell(1).setCellFormula("\"Feed\"&\" bees\"");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);

            var refused = plan(out.toByteArray()).plan().rows().getFirst();
            assertThat(refused.number()).isEqualTo(3);
            assertThat(refused.title()).isEqualTo("Feed bees");
            assertThat(refused.remarks()).containsExactly(Remark.of("formula", "Title"));
        }
    }

    @Test
    void followsWhatASuccessorLeadsTo() {
        assertThat(plan("Code,Title,Superseded by\nBEE1,Old,BEE2\nBEE2,New,\n")
                        .plan()
                        .isPossible())
                .isTrue();
        assertThat(remark("Code,Title,Superseded by\nBEE1,Old,BEE2\n"))
                .isEqualTo(Remark.of("unknownSuccessor", "BEE2"));
        assertThat(plan("Code,Title,Superseded by\nBEE1,Old,BEE2\nBEE2,New,BEE1\n")
                        .plan()
                        .rows())
                .extracting(Row::remarks)
                .containsExactly(
                        List.of(Remark.of("circle", "BEE1", "BEE2")), List.of(Remark.of("circle", "BEE2", "BEE1")));
    }

    @Test
    void saysWhatElseIsWrongWithARow() {
        assertThat(remark("Code,Title\n,Feed\n")).isEqualTo(Remark.of("noCode", ""));
        assertThat(remark("Code,Title\nA/B 7,Feed\n")).isEqualTo(Remark.of("badCode", "A/B 7"));
        assertThat(remark("Code,Title\nBEE9,\n")).isEqualTo(Remark.of("noTitle"));
        assertThat(remark("Code,Title,Link\nBEE9,Feed,javascript:x\n")).isEqualTo(Remark.of("link", "javascript:x"));
    }

    private static Remark remark(String csv) {
        var row = plan(csv, KNOWN).plan().rows().getFirst();
        assertThat(row.outcome()).isEqualTo(Outcome.REFUSED);
        return row.remarks().getLast();
    }

    private static StandardsPlanner.Planned plan(String csv, Standard... known) {
        return plan(csv.getBytes(StandardCharsets.UTF_8), known);
    }

    private static StandardsPlanner.Planned plan(byte[] content, Standard... known) {
        return switch (TableFile.read(content, ImportStandards.LIMITS)) {
            case TableFile.Read.Rows(var rows) -> StandardsPlanner.plan(rows, List.of(known));
            case TableFile.Read.Refused(var reason) -> throw new AssertionError(reason);
        };
    }
}
