package org.espalier.person.staff.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.espalier.access.AccountId;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.Post;
import org.espalier.organisation.PostId;
import org.espalier.organisation.Structure;
import org.espalier.organisation.Unit;
import org.espalier.organisation.Unit.Kind;
import org.espalier.organisation.UnitId;
import org.espalier.person.PersonId;
import org.espalier.person.staff.importing.PlannedRow.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the bytes of a file to a plan, without a database. */
class StaffPlannerTests {
    private static final String HEAD = "Staff number,Name,Email,Post,Team,Reports to,Reports to team,In post since\n";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Organisation LARKFIELD = new Organisation(new OrganisationId(1), "larkfield", "Larkfield");
    private static final Unit TOP = new Unit(new UnitId(1), null, Kind.ORGANISATION, "Larkfield");
    private static final Unit THERAPY = new Unit(new UnitId(2), TOP.id(), Kind.UNIT, "Therapy");
    private static final Unit NORTH = new Unit(new UnitId(3), THERAPY.id(), Kind.TEAM, "North");
    private static final Unit LIAISON = new Unit(new UnitId(4), TOP.id(), Kind.UNIT, "Liaison");
    private static final Unit OTHER_NORTH = new Unit(new UnitId(5), LIAISON.id(), Kind.TEAM, "North");
    private static final Unit OFFICE = new Unit(new UnitId(6), LIAISON.id(), Kind.TEAM, "Office");
    private static final Post LEAD = new Post(new PostId(1), THERAPY.id(), null, "Lead", null);
    private static final Post THERAPIST = new Post(new PostId(2), NORTH.id(), LEAD.id(), "Therapist", null);
    private static final Post CLERK = new Post(new PostId(3), OFFICE.id(), null, "Clerk", null);
    private static final KnownMember MAYA = new KnownMember(
            new PersonId(1), new AccountId(1), "Maya Osei", "maya@example.org", "LK1", Set.of(THERAPIST.id()));
    private static final KnownMember UNNUMBERED =
            new KnownMember(new PersonId(2), new AccountId(2), "Tom Ashby", "tom@example.org", null, Set.of());
    private static final KnownAccount PRIYA = new KnownAccount(new AccountId(9), "priya@example.org", false, false);
    private static final Known KNOWN = new Known(
            new Structure(
                    LARKFIELD,
                    List.of(TOP, THERAPY, NORTH, LIAISON, OTHER_NORTH, OFFICE),
                    List.of(LEAD, THERAPIST, CLERK)),
            List.of(MAYA, UNNUMBERED),
            List.of(
                    PRIYA,
                    new KnownAccount(new AccountId(10), "asked@example.org", false, true),
                    new KnownAccount(new AccountId(11), "off@example.org", true, false)),
            TODAY);

    @Test
    void addsAsksChangesAndLeavesAlone() throws Exception {
        var plan = plan("""
                LK9,Nia New,nia@example.org,Therapist,Therapy > North,,,2026-01-05
                LK8,Priya Nair,PRIYA@example.org,Therapist,Therapy > North,,,
                LK1,Maya Osei,,Clerk,Office,,,
                LK7,Asked Twice,asked@example.org,,,,,
                """);

        assertThat(plan.isPossible()).isTrue();
        assertThat(outcomes(plan)).containsExactly(Outcome.ADDED, Outcome.INVITED, Outcome.CHANGED, Outcome.UNCHANGED);
        assertThat(plan.newPosts()).isEmpty();
        assertThat(plan.newTeams()).isEmpty();
        var nia = plan.people().getFirst();
        assertThat(nia.holds()).extracting(StaffPlan.Holding::since).containsExactly(LocalDate.of(2026, 1, 5));
        var maya = plan.people().get(2);
        assertThat(maya.holds()).extracting(holding -> holding.post().id()).containsExactly(CLERK.id());
        assertThat(maya.ends()).containsExactly(THERAPIST.id());
        assertThat(keys(plan.rows().get(2))).containsExactly("holds", "ends");
    }

    @Test
    void changesNothingWhenAllIsSo() throws Exception {
        var plan = plan("lk1,Maya Osei,maya@example.org,THERAPIST,therapy>north,Lead,,2020-01-01\n");

        assertThat(outcomes(plan)).containsExactly(Outcome.UNCHANGED);
        assertThat(plan.changesSomething()).isFalse();
    }

    @Test
    void keepsPostsOfPeopleWithoutAPostInTheFile() throws Exception {
        var plan = plan("LK1,Maya Osei,,,,,,\n");

        assertThat(outcomes(plan)).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void takesSeveralRowsForSeveralPosts() throws Exception {
        var plan = plan("""
                LK1,Maya Osei,,Therapist,Therapy > North,,,
                LK1,Maya Osei,,Clerk,Office,,,
                """);

        assertThat(outcomes(plan)).containsExactly(Outcome.CHANGED, Outcome.CHANGED);
        assertThat(plan.people()).hasSize(1);
        assertThat(plan.people().getFirst().ends()).isEmpty();
        assertThat(plan.people().getFirst().holds()).hasSize(1);
    }

    @Test
    void givesANumberToSomebodyWhoHasNone() throws Exception {
        var plan = plan("LK2,Tom Ashby,tom@example.org,,,,,\n");

        assertThat(outcomes(plan)).containsExactly(Outcome.CHANGED);
        assertThat(plan.people().getFirst().member()).isEqualTo(UNNUMBERED);
    }

    @Test
    void keepsTheNameAndAddressOfAnAccount() throws Exception {
        var plan = plan("LK1,Maya Osei-Brown,other@example.org,,,,,\n");

        assertThat(outcomes(plan)).containsExactly(Outcome.UNCHANGED);
        assertThat(keys(plan.rows().getFirst())).containsExactly("nameKept", "emailKept");
    }

    @Test
    void addsTeamsFromTheTopDownAndPostsThatReportToOthers() throws Exception {
        var plan = plan("""
                N1,One New,n1@example.org,Worker,Outreach > East,Outreach lead,,
                N2,Two New,n2@example.org,Outreach lead,Outreach,Lead,Therapy,
                N3,Three New,n3@example.org,Worker,East,,,
                N4,Four New,n4@example.org,Director,,,,
                """);

        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.newTeams())
                .extracting(team -> team.name() + " " + team.kind())
                .containsExactly("Outreach UNIT", "East TEAM");
        assertThat(plan.newPosts())
                .extracting(StaffPlan.PlannedPost::title)
                .containsExactly("Worker", "Outreach lead", "Director");
        assertThat(plan.reportsTo()).hasSize(2);
        assertThat(plan.people().get(2).holds().getFirst().post())
                .isEqualTo(plan.people().get(0).holds().getFirst().post());
    }

    @Test
    void looksForTheManagersPostNearFirst() throws Exception {
        var plan = plan("N1,One New,n1@example.org,Assistant,Therapy > North,Lead,,\n");

        assertThat(plan.reportsTo().values())
                .extracting(StaffPlan.PlannedPost::id)
                .containsExactly(LEAD.id());
    }

    @Test
    void refusesWithAReasonForEachRow() throws Exception {
        assertThat(refusal(",No Number,a@example.org,,,,,")).containsExactly("missing");
        assertThat(refusal("N1,,a@example.org,,,,,")).containsExactly("missing");
        assertThat(refusal("N1,No Address,,,,,,")).containsExactly("missing");
        assertThat(refusal("N1,Bad Address,nobody,,,,,")).containsExactly("email");
        assertThat(refusal("N1,Bad Day,a@example.org,Clerk,Office,,,31/02/2026"))
                .containsExactly("date");
        assertThat(refusal("N1,No Post,a@example.org,,Office,,,")).containsExactly("noPost");
        assertThat(refusal("N1,Two Norths,a@example.org,Clerk,North,,,")).containsExactly("team.ambiguous");
        assertThat(refusal("N1,Team In Team,a@example.org,Clerk,Therapy > North > Inner,,,"))
                .containsExactly("team.inTeam");
        assertThat(refusal("N1,No Manager,a@example.org,Clerk,Office,Emperor,,"))
                .containsExactly("manager.none");
        assertThat(refusal("N1,No Such Team,a@example.org,Clerk,Office,Lead,Nowhere,"))
                .containsExactly("team.unknown");
        assertThat(refusal("N1,Not There,a@example.org,Clerk,Office,Lead,Office,"))
                .containsExactly("manager.notThere");
        assertThat(refusal("N1,Own Manager,a@example.org,Lead,Therapy,Therapist,Therapy > North,"))
                .containsExactly("circle");
        assertThat(refusal("N1,Here Already,maya@example.org,,,,,")).containsExactly("emailHere");
        assertThat(refusal("LK1,Not Maya,tom@example.org,,,,,")).containsExactly("emailOfOther");
        assertThat(refusal("N1,Switched Off,off@example.org,,,,,")).containsExactly("disabled");
        assertThat(refusal("N1," + "x".repeat(101) + ",a@example.org,,,,,")).containsExactly("long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44 20", "-2", "@SUM(A1)"})
    void refusesWhatASpreadsheetWouldCalculate(String cell) throws Exception {
        assertThat(refusal("N1," + cell + ",a@example.org,,,,,")).containsExactly("formula");
        assertThat(refusal(cell + ",Some One,a@example.org,,,,,")).containsExactly("formula");
    }

    @Test
    void refusesRowsThatContradictEachOther() throws Exception {
        var plan = plan("""
                N1,One New,n1@example.org,,,,,
                N1,Another Name,n1@example.org,,,,,
                N2,Two New,n2@example.org,,,,,
                N3,Three New,n2@example.org,,,,,
                N4,Four New,n4@example.org,Helper,Office,Clerk,,
                N5,Five New,n5@example.org,Helper,Office,Boss,,
                N6,Six New,n6@example.org,Boss,Liaison,,,
                """);

        assertThat(plan.isPossible()).isFalse();
        assertThat(outcomes(plan))
                .containsExactly(
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.ADDED,
                        Outcome.REFUSED,
                        Outcome.ADDED,
                        Outcome.REFUSED,
                        Outcome.ADDED);
        assertThat(keys(plan.rows().get(1))).containsExactly("otherPerson");
        assertThat(keys(plan.rows().get(3))).containsExactly("emailTwice");
        assertThat(keys(plan.rows().get(5))).containsExactly("manager.conflict");
    }

    @Test
    void readsWhatSpreadsheetsSave() throws Exception {
        var semicolons = "\uFEFFName;STAFF-NUMBER;e-mail;Shoe size\nSeán Ó;007;sean@example.org;44\n;;;\n";
        var rows = StaffFileReader.read(semicolons.getBytes(StandardCharsets.UTF_8));
        var old = StaffFileReader.read(
                "Staff number\tName\tEmail\n1\tSeán\ts@example.org\n".getBytes(Charset.forName("windows-1252")));

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get(StaffColumn.STAFF_NUMBER)).isEqualTo("007");
        assertThat(rows.getFirst().get(StaffColumn.NAME)).isEqualTo("Seán Ó");
        assertThat(rows.getFirst().number()).isEqualTo(2);
        assertThat(old.getFirst().get(StaffColumn.NAME)).isEqualTo("Seán");
    }

    @Test
    void readsAWorkbookWithDaysNumbersAndGaps() throws Exception {
        var rows = StaffFileReader.read(workbook());

        assertThat(rows).hasSize(1);
        var row = rows.getFirst();
        assertThat(row.number()).isEqualTo(4);
        assertThat(row.get(StaffColumn.STAFF_NUMBER)).isEqualTo("12345678");
        assertThat(row.get(StaffColumn.NAME)).isEqualTo("Nia New");
        assertThat(row.get(StaffColumn.EMAIL)).isEmpty();
        assertThat(row.get(StaffColumn.IN_POST_SINCE)).isEqualTo("2026-01-05");
    }

    @Test
    void readsAWorkbookThatAProgramWroteAsAStream() throws Exception {
        try (var workbook = new SXSSFWorkbook(10);
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("People");
            for (var i = 0; i < 2_000; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue(i == 0 ? "Staff number" : "E" + i);
                row.createCell(1).setCellValue(i == 0 ? "Name" : "Person " + i);
                row.createCell(2).setCellValue(i == 0 ? "Email" : "p" + i + "@example.org");
            }
            workbook.write(out);

            assertThat(StaffFileReader.read(out.toByteArray())).hasSize(1_999);
        }
    }

    @Test
    void readsItsOwnTemplates() throws Exception {
        var workbook = StaffTemplate.workbook(List.of("People", "Guide"), StaffColumn::heading);

        assertThatThrownBy(() -> StaffFileReader.read(workbook))
                .isInstanceOfSatisfying(Unreadable.class, empty -> assertThat(empty.messageKey())
                        .isEqualTo("person.staff.import.empty"));
        assertThatThrownBy(() -> StaffFileReader.read(StaffTemplate.csv()))
                .isInstanceOfSatisfying(Unreadable.class, empty -> assertThat(empty.messageKey())
                        .isEqualTo("person.staff.import.empty"));
    }

    @Test
    void saysWhyAFileCannotBeRead() throws Exception {
        assertThat(unreadable(new byte[0])).isEqualTo("person.staff.import.empty");
        assertThat(unreadable("Name,Email\na,b\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("person.staff.import.columns");
        assertThat(unreadable("Name,Name,Email\na,b\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("person.staff.import.twice");
        assertThat(unreadable(new byte[] {1, 0, 2, 0})).isEqualTo("person.staff.import.kind");
        assertThat(unreadable(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("person.staff.import.broken");
        assertThat(unreadable((HEAD + "\"open,\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("person.staff.import.broken");
        assertThat(unreadable(new byte[6 * 1024 * 1024])).isEqualTo("person.staff.import.large");
        assertThat(unreadable(bomb())).isEqualTo("person.staff.import.large");
        assertThat(unreadable((HEAD + "1,a,a@b\n".repeat(20_001)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("person.staff.import.long");
    }

    @Test
    void writesNoCellThatASpreadsheetWouldCalculate() {
        var csv = new String(
                StaffTemplate.csv(Stream.of(List.of("=cmd()", "+1", "-1", "@x", "\t=1", "plain"))),
                StandardCharsets.UTF_8);

        assertThat(csv.strip().replace("\uFEFF", "")).isEqualTo("'=cmd(),'+1,'-1,'@x,'\t=1,plain");
    }

    private static StaffPlan plan(String rows) throws Unreadable {
        return StaffPlanner.plan(StaffFileReader.read((HEAD + rows).getBytes(StandardCharsets.UTF_8)), KNOWN);
    }

    private static List<String> refusal(String row) throws Unreadable {
        var planned = plan(row + "\n").rows().getFirst();
        assertThat(planned.outcome()).isEqualTo(Outcome.REFUSED);
        return keys(planned);
    }

    private static List<Outcome> outcomes(StaffPlan plan) {
        return plan.rows().stream().map(PlannedRow::outcome).toList();
    }

    private static List<String> keys(PlannedRow row) {
        return row.remarks().stream()
                .map(remark -> remark.messageKey().replace("person.staff.import.row.", ""))
                .toList();
    }

    private static String unreadable(byte[] content) {
        try {
            StaffFileReader.read(content);
            throw new AssertionError("It was read");
        } catch (Unreadable refused) {
            return refused.messageKey();
        }
    }

    private static byte[] workbook() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("m/d/yy"));
            var sheet = workbook.createSheet("Anything");
            var heads = new ArrayList<>(List.of("In post since", "Staff number", "Name", "Email"));
            var head = sheet.createRow(1);
            heads.forEach(name -> head.createCell(heads.indexOf(name)).setCellValue(name));
            var row = sheet.createRow(3);
            row.createCell(0).setCellValue(LocalDate.of(2026, 1, 5));
            row.getCell(0).setCellStyle(day);
            row.createCell(1).setCellValue(12345678);
            row.createCell(2).setCellValue(" Nia\u00A0New ");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1024 * 1024];
            for (var i = 0; i < 70; i++) {
                zip.write(nothing);
            }
        }
        return out.toByteArray();
    }
}
