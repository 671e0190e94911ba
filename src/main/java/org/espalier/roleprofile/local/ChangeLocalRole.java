package org.espalier.roleprofile.local;

import java.util.Optional;
import java.util.function.Function;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.format.RoleEntry.Origin;
import org.espalier.kernel.Problem;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.roleprofile.local.Additions.Competence;
import org.espalier.roleprofile.standard.Standard;
import org.espalier.roleprofile.standard.StandardCode;
import org.espalier.roleprofile.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what an organisation adds to a national role profile; each change is made, or its objection says why not. */
@Component
public class ChangeLocalRole {
    static final int LONGEST_NAME = 120;
    static final int LONGEST_TEXT = 1_000;

    private final LocalRoles localRoles;
    private final PublishedVersions versions;
    private final Standards standards;

    ChangeLocalRole(LocalRoles localRoles, PublishedVersions versions, Standards standards) {
        this.localRoles = localRoles;
        this.versions = versions;
        this.standards = standards;
    }

    /** Begins additions to the profile in force at this address; those that were begun before stay. */
    @Transactional
    public LocalRole begin(Insider insider, String national) {
        KeepsLocalRoles.require(insider);
        var organisation = insider.organisation().id();
        var version = versions.current(national)
                .filter(this::canBeAddedTo)
                .orElseThrow(() -> versions.versionsOf(national).isEmpty()
                        ? new Problem.NotFound("roleprofile.local.problem.noRole")
                        : new Problem.Conflict("roleprofile.local.problem.withdrawn"));
        localRoles.add(organisation, national, version.id(), insider.actor().account());
        return localRoles.find(organisation, national).orElseThrow();
    }

    /** True for a role profile that is nobody's local additions. */
    public boolean canBeAddedTo(FrameworkVersion version) {
        return version.document().role() != null && !versions.isLocal(version.slug());
    }

    /** Gives the role a local name; takes it back when nothing is written. */
    @Transactional
    public Optional<Objection> call(Insider insider, String national, String name) {
        if (name.strip().length() > LONGEST_NAME) {
            return Optional.of(Objection.TOO_LONG);
        }
        return change(
                insider,
                national,
                role -> new Outcome(role.draft().called(name.isBlank() ? null : name.strip()), null));
    }

    /** Adds a competence in the organisation's own words. */
    @Transactional
    public Optional<Objection> addOwn(Insider insider, String national, String words) {
        var objection = toWords(words);
        return objection.isPresent()
                ? objection
                : change(insider, national, role -> added(role, Competence.own(words.strip())));
    }

    /** Adds a national occupational standard. The title is asked for only when nobody here knows the code. */
    @Transactional
    public Optional<Objection> addStandard(Insider insider, String national, String code, String title) {
        if (code.isBlank()) {
            return Optional.of(Objection.NO_CODE);
        }
        var canonical = StandardCode.read(code).orElse(null);
        if (canonical == null) {
            return Optional.of(Objection.NOT_A_CODE);
        }
        var known = standards.find(canonical);
        if (known.isEmpty() && title.isBlank()) {
            return Optional.of(Objection.UNKNOWN_STANDARD);
        }
        if (known.filter(standard -> standard.supersededBy() != null).isPresent()) {
            return Optional.of(Objection.SUPERSEDED_STANDARD);
        }
        if (title.strip().length() > LONGEST_TEXT) {
            return Optional.of(Objection.TOO_LONG);
        }
        var standard = known.map(ChangeLocalRole::asKnown)
                .orElseGet(() -> Competence.standard(canonical.value(), title.strip(), null));
        return title.isBlank() || Additions.plain(title).equals(Additions.plain(standard.text()))
                ? change(insider, national, role -> added(role, standard))
                : Optional.of(Objection.TITLE_OF_STANDARD);
    }

    private static Competence asKnown(Standard standard) {
        return Competence.standard(standard.code().value(), standard.title(), standard.uri());
    }

    /** Adds a statement of a published version, verbatim. */
    @Transactional
    public Optional<Objection> addStatement(
            Insider insider, String national, String framework, int version, String key) {
        var statement = versions.find(framework, version)
                .flatMap(found -> found.statement(key))
                .filter(Statement::isExpectation);
        return statement.isEmpty()
                ? Optional.of(Objection.NO_SUCH_STATEMENT)
                : change(insider, national, role -> added(role, quoted(framework, version, statement.get())));
    }

    private static Competence quoted(String framework, int version, Statement statement) {
        return new Competence(
                0,
                statement.text(),
                statement.qualifier(),
                statement.leadIn(),
                null,
                null,
                Origin.ofStatement(framework, version, statement.key()));
    }

    /** Writes a competence of the organisation's own words anew; what was quoted is never reworded. */
    @Transactional
    public Optional<Objection> reword(Insider insider, String national, int number, String words) {
        var objection = toWords(words);
        if (objection.isPresent()) {
            return objection;
        }
        return change(insider, national, role -> {
            var draft = role.draft();
            var own = draft.competence(number).filter(Competence::isOwnWords).orElseThrow(ChangeLocalRole::noSuchThing);
            var reworded = own.reworded(words.strip());
            return outcome(role, draft.without(number), reworded, draft.changing(number, one -> reworded));
        });
    }

    /**
     * Adds a note on a national competence.
     *
     * @param about its key, null for a note on the role as a whole
     */
    @Transactional
    public Optional<Objection> addNote(Insider insider, String national, @Nullable String about, String text) {
        var objection = toWords(text);
        if (objection.isPresent()) {
            return objection;
        }
        return change(insider, national, role -> {
            if (about != null && base(role).competence(about).isEmpty()) {
                return new Outcome(role.draft(), Objection.NO_SUCH_COMPETENCE);
            }
            return saysAlready(role.draft(), about, text)
                    ? new Outcome(role.draft(), Objection.SAME_NOTE)
                    : new Outcome(role.draft().withNote(about, text.strip()), null);
        });
    }

    @Transactional
    public Optional<Objection> changeNote(Insider insider, String national, int number, String text) {
        var objection = toWords(text);
        if (objection.isPresent()) {
            return objection;
        }
        return change(insider, national, role -> {
            var note = role.draft().note(number).orElseThrow(ChangeLocalRole::noSuchThing);
            return saysAlready(role.draft().without(number), note.about(), text)
                    ? new Outcome(role.draft(), Objection.SAME_NOTE)
                    : new Outcome(
                            role.draft()
                                    .changingNote(number, one -> new Additions.Note(number, one.about(), text.strip())),
                            null);
        });
    }

    private static boolean saysAlready(Additions draft, @Nullable String about, String text) {
        return draft.notesAbout(about).stream()
                .anyMatch(note -> Additions.plain(note.text()).equals(Additions.plain(text)));
    }

    /** Removes a competence or a note. */
    @Transactional
    public void remove(Insider insider, String national, int number) {
        change(insider, national, role -> new Outcome(role.draft().without(number), null));
    }

    /** Throws away what was never published. */
    @Transactional
    public void discard(Insider insider, String national) {
        KeepsLocalRoles.require(insider);
        localRoles.discard(lock(insider, national));
    }

    /** @param objection null when the draft shall be saved */
    private record Outcome(Additions draft, @Nullable Objection objection) {}

    private Outcome added(LocalRole role, Competence competence) {
        return outcome(role, role.draft(), competence, role.draft().with(competence));
    }

    private Outcome outcome(LocalRole role, Additions others, Competence competence, Additions changed) {
        if (base(role).saying(competence).isPresent()) {
            return new Outcome(role.draft(), Objection.NATIONAL_ALREADY);
        }
        return others.competences().stream().anyMatch(other -> other.says(competence.code(), competence.text()))
                ? new Outcome(role.draft(), Objection.LOCAL_ALREADY)
                : new Outcome(changed, null);
    }

    private National base(LocalRole role) {
        return National.of(versions.find(role.base()).orElseThrow());
    }

    private Optional<Objection> change(Insider insider, String national, Function<LocalRole, Outcome> change) {
        KeepsLocalRoles.require(insider);
        var role = lock(insider, national);
        var outcome = change.apply(role);
        if (outcome.objection() == null && !outcome.draft().saysTheSameAs(role.draft())) {
            localRoles.save(role, role.base(), outcome.draft(), insider.actor().account());
        }
        return Optional.ofNullable(outcome.objection());
    }

    private LocalRole lock(Insider insider, String national) {
        return localRoles.lock(insider.organisation().id(), national).orElseThrow(Insiders::notFound);
    }

    private static Optional<Objection> toWords(String words) {
        if (words.isBlank()) {
            return Optional.of(Objection.NOTHING_WRITTEN);
        }
        return words.strip().length() > LONGEST_TEXT ? Optional.of(Objection.TOO_LONG) : Optional.empty();
    }

    private static Problem.NotFound noSuchThing() {
        return new Problem.NotFound("roleprofile.local.problem.gone");
    }
}
