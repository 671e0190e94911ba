package org.espalier.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.espalier.organisation.Unit.Kind;
import org.junit.jupiter.api.Test;

class StructureTests {
    private static final Organisation LARKFIELD = new Organisation(new OrganisationId(1), "larkfield", "Larkfield");
    private static final Unit TOP = new Unit(new UnitId(1), null, Kind.ORGANISATION, "Larkfield");
    private static final Unit THERAPY = new Unit(new UnitId(2), TOP.id(), Kind.UNIT, "Therapy");
    private static final Unit REABLEMENT = new Unit(new UnitId(3), THERAPY.id(), Kind.UNIT, "Reablement");
    private static final Unit NORTH = new Unit(new UnitId(4), REABLEMENT.id(), Kind.TEAM, "North");
    private static final Unit OFFICE = new Unit(new UnitId(5), TOP.id(), Kind.TEAM, "Office");
    private static final Post LEAD = new Post(new PostId(1), THERAPY.id(), null, "Lead", null);
    private static final Post SENIOR = new Post(new PostId(2), NORTH.id(), LEAD.id(), "Senior therapist", null);
    private static final Post THERAPIST = new Post(new PostId(3), NORTH.id(), SENIOR.id(), "Therapist", null);

    private final Structure structure = new Structure(
            LARKFIELD, List.of(NORTH, OFFICE, REABLEMENT, THERAPY, TOP), List.of(LEAD, SENIOR, THERAPIST));

    @Test
    void putsEveryUnitAfterTheOneItIsAPartOf() {
        assertThat(structure.units()).containsExactly(TOP, OFFICE, THERAPY, REABLEMENT, NORTH);
        assertThat(structure.path(NORTH.id())).containsExactly(TOP, THERAPY, REABLEMENT, NORTH);
        assertThat(structure.depth(NORTH.id())).isEqualTo(3);
        assertThat(structure.within(THERAPY.id())).containsExactly(THERAPY.id(), REABLEMENT.id(), NORTH.id());
        assertThat(structure.place(NORTH.id()).isWithin(THERAPY.id())).isTrue();
        assertThat(structure.place(NORTH.id()).isWithin(OFFICE.id())).isFalse();
    }

    @Test
    void letsNoUnitBeAPartOfItself() {
        assertThat(structure.toChange(THERAPY, "Therapy", NORTH.id())).contains(Objection.CIRCLE);
        assertThat(structure.toChange(THERAPY, "Therapy", THERAPY.id())).contains(Objection.CIRCLE);
        assertThat(structure.toChange(REABLEMENT, "Reablement", TOP.id())).isEmpty();
        assertThat(structure.toChange(TOP, "Larkfield", THERAPY.id())).contains(Objection.ONE_ORGANISATION);
    }

    @Test
    void letsNoPostReportToItself() {
        assertThat(structure.toPost(LEAD.id(), "Lead", THERAPY.id(), THERAPIST.id()))
                .contains(Objection.CIRCLE);
        assertThat(structure.toPost(LEAD.id(), "Lead", THERAPY.id(), LEAD.id())).contains(Objection.CIRCLE);
        assertThat(structure.toPost(THERAPIST.id(), "Therapist", NORTH.id(), LEAD.id()))
                .isEmpty();
    }

    @Test
    void keepsToItsOwnUnitsAndPosts() {
        assertThat(structure.toUnit(Kind.TEAM, "South", new UnitId(99))).contains(Objection.NOT_HERE);
        assertThat(structure.toPost(null, "Clerk", new UnitId(99), null)).contains(Objection.NOT_HERE);
        assertThat(structure.toPost(null, "Clerk", OFFICE.id(), new PostId(99))).contains(Objection.NOT_HERE);
    }

    @Test
    void givesANameOnceAndLetsATeamHoldNoUnits() {
        assertThat(structure.toUnit(Kind.TEAM, "office", TOP.id())).contains(Objection.NAME_TAKEN);
        assertThat(structure.toUnit(Kind.TEAM, "Office", THERAPY.id())).isEmpty();
        assertThat(structure.toUnit(Kind.TEAM, "Front desk", OFFICE.id())).contains(Objection.TEAM_HOLDS_NO_UNITS);
        assertThat(structure.toUnit(Kind.ORGANISATION, "Another", TOP.id())).contains(Objection.ONE_ORGANISATION);
        assertThat(structure.toPost(null, "THERAPIST", NORTH.id(), null)).contains(Objection.NAME_TAKEN);
        assertThat(structure.toPost(THERAPIST.id(), "Therapist", NORTH.id(), null))
                .isEmpty();
    }

    @Test
    void closesOnlyWhatIsEmpty() {
        assertThat(structure.toClosing(OFFICE)).isEmpty();
        assertThat(structure.toClosing(NORTH)).contains(Objection.NOT_EMPTY);
        assertThat(structure.toClosing(REABLEMENT)).contains(Objection.NOT_EMPTY);
        assertThat(structure.toClosing(TOP)).contains(Objection.ONE_ORGANISATION);
    }

    @Test
    void refusesUnitsThatDoNotHangTogether() {
        var lost = new Unit(new UnitId(9), new UnitId(98), Kind.TEAM, "Lost");

        assertThatThrownBy(() -> new Structure(LARKFIELD, List.of(TOP, lost), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unit(new UnitId(1), null, Kind.TEAM, "Nowhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
