package org.espalier.assessment;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Table;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.person.PersonId;
import org.espalier.portfolio.PortfolioArchive;
import org.espalier.portfolio.PortfolioPart;
import org.espalier.ui.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts everything said about how a person stands, by themselves and by assessors, into what they take away. */
@Component
@Order(1)
class ClaimsPart implements PortfolioPart {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final Claims claims;
    private final PublishedVersions versions;
    private final Clock clock;

    ClaimsPart(Claims claims, PublishedVersions versions, Clock clock) {
        this.claims = claims;
        this.versions = versions;
        this.clock = clock;
    }

    /** {@code claims.json}, as {@code docs/portfolio-json.md} describes it. */
    private record Data(String format, List<About> statements) {}

    private record About(
            String framework,
            String title,
            int version,
            @Nullable String level,
            @Nullable String group,
            String statement,
            String text,
            Standing standing,
            List<Entry> claims) {}

    private record Entry(
            long id,
            Instant at,
            String kind,
            @Nullable Rating rating,
            @Nullable Instant validUntil,
            @Nullable Long revokes,
            String by,
            @Nullable String reason) {}

    /** One statement with all that was said about it, the latest first. */
    private record Said(FrameworkVersion version, Statement statement, Standing standing, List<Claims.Kept> claims) {}

    @Override
    public void addTo(PortfolioArchive archive, Actor actor, PersonId person, Messages words) throws IOException {
        var said = said(person);
        if (said.isEmpty()) {
            return;
        }
        archive.addJson(
                "claims/claims.json",
                new Data(
                        "espalier-claims/1",
                        said.stream().map(ClaimsPart::about).toList()));
        archive.addPdf("claims/claims.pdf", paper(said, actor.name(), words));
    }

    private List<Said> said(PersonId person) {
        return claims.every(person).stream()
                .collect(Collectors.groupingBy(Claims.Kept::statement, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(kept -> versions.find(kept.getFirst().version()).stream()
                        .flatMap(version -> version.statement(kept.getFirst().statement()).stream()
                                .map(statement -> new Said(
                                        version,
                                        statement,
                                        claims.standing(kept.stream()
                                                .map(Claims.Kept::entry)
                                                .toList()),
                                        kept))))
                .toList();
    }

    private static About about(Said said) {
        var statement = said.statement();
        return new About(
                said.version().slug(),
                said.version().title(),
                said.version().number(),
                statement.level(),
                statement.group(),
                statement.key(),
                text(statement),
                said.standing(),
                said.claims().stream().map(ClaimsPart::entry).toList());
    }

    private static Entry entry(Claims.Kept kept) {
        var claim = kept.entry().claim();
        return new Entry(
                claim.id(),
                claim.madeAt(),
                kind(claim),
                claim instanceof Claim.SelfRating own ? own.rating() : null,
                claim instanceof Claim.Verification verification ? verification.validUntil() : null,
                claim instanceof Claim.Revocation revocation ? revocation.revokes() : null,
                kept.by(),
                kept.entry().reason());
    }

    private static String kind(Claim claim) {
        return switch (claim) {
            case Claim.SelfRating _ -> "self-rating";
            case Claim.SignOff _ -> "sign-off";
            case Claim.Recognition _ -> "recognition";
            case Claim.Refusal _ -> "not-yet";
            case Claim.PartlyMet _ -> "partly";
            case Claim.Revocation _ -> "revocation";
        };
    }

    private Paper paper(List<Said> said, String name, Messages words) {
        var day = words.date(LocalDate.now(clock.withZone(UK)));
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(Line.of(Run.bold(name), Run.of(" · " + day))));
        said.stream()
                .collect(Collectors.groupingBy(Said::version, LinkedHashMap::new, Collectors.toList()))
                .forEach((version, rows) -> {
                    blocks.add(new Heading(2, version.title()));
                    blocks.add(new Table(
                            words.text("assessment.paper.caption"),
                            List.of(
                                    words.text("assessment.paper.statement"),
                                    words.text("assessment.paper.standing"),
                                    words.text("assessment.paper.latest")),
                            List.of(50, 20, 30),
                            rows.stream().map(row -> row(row, words)).toList()));
                });
        return new Paper(
                words.text("assessment.paper.title"),
                words.locale().toLanguageTag(),
                words.text("assessment.paper.about", name),
                words.text("assessment.paper.footer", name, day),
                words.text("assessment.paper.pageOf", "{0}", "{1}"),
                blocks);
    }

    private static List<Line> row(Said said, Messages words) {
        var latest = said.claims().getFirst();
        var claim = latest.entry().claim();
        var what = claim instanceof Claim.SelfRating own
                ? words.text(own.rating().standing().messageKey())
                : words.text("assessment.claim." + claim.getClass().getSimpleName());
        var reason = latest.entry().reason();
        return List.of(
                Line.of(text(said.statement())),
                Line.of(new Run(words.text(said.standing().messageKey()), false, StandingSymbol.of(said.standing()))),
                Line.of(words.text("assessment.paper.said", what, latest.by(), words.date(claim.madeAt()))
                        + (reason == null ? "" : " " + reason)));
    }

    private static String text(Statement statement) {
        return Stream.of(statement.qualifier(), statement.leadIn(), statement.text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
