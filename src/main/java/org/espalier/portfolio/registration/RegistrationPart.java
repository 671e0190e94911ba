package org.espalier.portfolio.registration;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.person.PersonId;
import org.espalier.portfolio.PortfolioArchive;
import org.espalier.portfolio.PortfolioPart;
import org.espalier.ui.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the pack of each registration into what a person takes away. */
@Component
class RegistrationPart implements PortfolioPart {
    private final Renewals renewals;
    private final TakePack takePack;

    RegistrationPart(Renewals renewals, TakePack takePack) {
        this.renewals = renewals;
        this.takePack = takePack;
    }

    /** One registration, as {@code docs/portfolio-json.md} describes it. */
    private record Data(
            String format,
            String rules,
            String title,
            @Nullable String number,
            @Nullable LocalDate since,
            LocalDate cycleFrom,
            LocalDate cycleUntil,
            List<Found> findings,
            Map<String, String> statements,
            List<Practised> practice,
            List<Explained> explanations,
            List<Attested> attestations) {}

    private record Found(String requirement, boolean met) {}

    private record Practised(LocalDate from, LocalDate until, BigDecimal hours, String setting, String work) {}

    private record Explained(LocalDate from, LocalDate until, String text) {}

    private record Attested(
            String requirement, String by, Instant askedAt, String message, Attestation.@Nullable Answer answer) {}

    private static Data data(Renewal renewal) {
        var registration = renewal.registration();
        var log = renewal.log();
        return new Data(
                "espalier-registration/1",
                registration.rules().id(),
                registration.rules().title(),
                registration.number(),
                registration.since(),
                registration.cycle().from(),
                registration.cycle().until(),
                renewal.evaluation().findings().stream()
                        .map(finding -> new Found(finding.requirement().id(), finding.met()))
                        .toList(),
                log.statements(),
                log.practice().stream()
                        .map(one -> new Practised(one.from(), one.until(), one.hours(), one.setting(), one.work()))
                        .toList(),
                log.explanations().stream()
                        .map(one -> new Explained(one.from(), one.until(), one.text()))
                        .toList(),
                log.attestations().stream()
                        .map(one ->
                                new Attested(one.requirement(), one.by(), one.askedAt(), one.message(), one.answer()))
                        .toList());
    }

    @Override
    public void addTo(PortfolioArchive archive, Actor actor, PersonId person, Messages words) throws IOException {
        for (var renewal : renewals.of(person)) {
            var path = "registrations/" + renewal.registration().id();
            archive.addJson(path + ".json", data(renewal));
            archive.addPdf(path + ".pdf", takePack.paper(renewal, actor.name(), words));
        }
    }
}
