package org.espalier.cli;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.Today;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.portfolio.learningrecord.ImportLearning;
import org.espalier.portfolio.registration.AskToConfirm;
import org.espalier.portfolio.registration.KeepRegistration;
import org.espalier.portfolio.registration.OrganisationRules;
import org.espalier.portfolio.registration.Registering;
import org.springframework.stereotype.Component;

/** The registrations and the mandatory learning of the made-up staff. */
@Component
class SampleRecords {
    private final SetUpSteps steps;
    private final Accounts accounts;
    private final People people;
    private final Memberships memberships;
    private final Insiders insiders;
    private final WriteEvidence writeEvidence;
    private final KeepRegistration registrations;
    private final OrganisationRules organisationRules;
    private final AskToConfirm askToConfirm;
    private final ImportLearning importLearning;
    private final Today today;

    SampleRecords(
            SetUpSteps steps,
            Accounts accounts,
            People people,
            Memberships memberships,
            Insiders insiders,
            WriteEvidence writeEvidence,
            KeepRegistration registrations,
            OrganisationRules organisationRules,
            AskToConfirm askToConfirm,
            ImportLearning importLearning,
            Today today) {
        this.steps = steps;
        this.accounts = accounts;
        this.people = people;
        this.memberships = memberships;
        this.insiders = insiders;
        this.writeEvidence = writeEvidence;
        this.registrations = registrations;
        this.organisationRules = organisationRules;
        this.askToConfirm = askToConfirm;
        this.importLearning = importLearning;
        this.today = today;
    }

    /** Adds them to a database that has not seen them, once its people belong to their organisation. */
    void add() {
        steps.once("sample/records", this::write);
    }

    private void write() {
        larkfieldYear();
        maya(actor("maya"), today.date());
        owen(actor("owen"), today.date());
        broughtIn(today.date());
    }

    private void larkfieldYear() {
        var hana = actor("hana");
        var slug = memberships.of(people.of(hana)).getFirst().organisation().slug();
        organisationRules.write(
                insiders.enter(hana, slug),
                new OrganisationRules.Draft(
                        CliMessages.text("cli.records.rules"), 12, BigDecimal.valueOf(14), BigDecimal.valueOf(6), 2));
    }

    private void maya(Actor maya, LocalDate now) {
        learnt(maya, "journal", now.minusMonths(16), "1.5", true);
        learnt(maya, "housing", now.minusMonths(13), "3", true);
        learnt(maya, "reading", now.minusMonths(7), "2", false);
        learnt(maya, "shadowing", now.minusMonths(5), "7", true);
        var hcpc = registrations.begin(maya, "hcpc-cpd", new Registering("OT00000", now.plusMonths(7), null, false));
        registrations.say(maya, hcpc, "mixture", CliMessages.text("cli.records.mixture"));
        registrations.explain(
                maya, now.minusMonths(13).plusDays(1), now.minusMonths(8), CliMessages.text("cli.records.gap"));
        registrations.choices(maya).stream()
                .filter(rules -> rules.cycleMonths() == 12)
                .findFirst()
                .ifPresent(rules ->
                        registrations.begin(maya, rules.id(), new Registering(null, now.plusMonths(4), null, false)));
    }

    private void owen(Actor owen, LocalDate now) {
        var nmc = registrations.begin(
                owen, "nmc-revalidation", new Registering("00A0000E", now.plusMonths(9), null, false));
        registrations.practise(
                owen,
                now.minusMonths(14),
                now.minusMonths(2),
                BigDecimal.valueOf(520),
                CliMessages.text("cli.records.setting"),
                CliMessages.text("cli.records.work"));
        learnt(owen, "journal", now.minusMonths(3), "4", true);
        askToConfirm.ask(owen, nmc, "discussion", actor("elin").account(), CliMessages.text("cli.records.message"));
    }

    private void learnt(Actor actor, String words, LocalDate date, String hours, boolean withOthers) {
        var key = "cli.records." + words;
        var id = writeEvidence.begin(actor, EvidenceKind.CPD, List.of());
        writeEvidence.save(
                actor,
                id,
                new EvidenceContent(
                        CliMessages.text(key),
                        date,
                        Structure.FREE,
                        List.of(CliMessages.text(key + ".text")),
                        null,
                        null,
                        null,
                        new BigDecimal(hours),
                        withOthers),
                false,
                true);
    }

    /** By the organisation for its people, and by Maya for herself. */
    private void broughtIn(LocalDate now) {
        var hana = actor("hana");
        var slug = memberships.of(people.of(hana)).getFirst().organisation().slug();
        var file = new StringBuilder("Staff number,Subject,Completed,Expires,Source\n");
        for (var number : List.of("LK0101", "LK0102", "LK0103")) {
            row(file, number, "NHS|CSTF|Fire Safety - 2 Years|", now.minusMonths(14));
            row(file, number, "NHS|CSTF|Moving and Handling - Level 1 - 3 Years|", now.minusMonths(35));
            row(file, number, "NHS|CSTF|Information Governance and Data Security - 1 Year|", now.minusMonths(13));
            row(file, number, "LK|LOCAL|Lone working - 1 Year|", now.minusMonths(4));
        }
        importLearning.carryOut(insiders.enter(hana, slug), file.toString().getBytes(StandardCharsets.UTF_8));
        importLearning.carryOut(
                actor("maya"),
                ("Subject,Completed,Source\n" + CliMessages.text("cli.records.own") + "," + now.minusMonths(8) + ",\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void row(StringBuilder file, String number, String subject, LocalDate completed) {
        file.append(number)
                .append(',')
                .append(subject)
                .append(',')
                .append(completed)
                .append(",,")
                .append(CliMessages.text("cli.evidence.cpd.source"))
                .append('\n');
    }

    private Actor actor(String who) {
        var account = accounts.find(SamplePeople.email(who)).orElseThrow();
        return new Actor(account.id(), account.name(), account.roles());
    }
}
