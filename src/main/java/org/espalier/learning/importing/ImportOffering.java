package org.espalier.learning.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.Offer;
import org.espalier.learning.OfferAnswers;
import org.espalier.learning.OfferField;
import org.espalier.learning.OfferId;
import org.espalier.learning.Offers;
import org.espalier.learning.Provider;
import org.espalier.learning.coverage.ClaimCoverage;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageClaims;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.espalier.learning.importing.PlannedRow.Outcome;
import org.espalier.learning.importing.PlannedRow.Remark;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings in courses, or what they cover, from a file: first as a plan to look at, then as a whole or not at all. */
@Component
public class ImportOffering {
    public static final int MEGABYTES = LearningFileReader.MEGABYTES;
    public static final int ROWS = LearningFileReader.ROWS;

    private final LearningFiles files;
    private final KeepOffers keepOffers;
    private final Offers offers;
    private final CoverageClaims claims;
    private final ClaimCoverage claimCoverage;
    private final PublishedVersions versions;

    ImportOffering(
            LearningFiles files,
            KeepOffers keepOffers,
            Offers offers,
            CoverageClaims claims,
            ClaimCoverage claimCoverage,
            PublishedVersions versions) {
        this.files = files;
        this.keepOffers = keepOffers;
        this.offers = offers;
        this.claims = claims;
        this.claimCoverage = claimCoverage;
        this.versions = versions;
    }

    /** Reads a file and keeps its rows for a day; its number. */
    @Transactional
    public long keep(Insider insider, String name, byte[] content) throws Unreadable {
        KeepOffers.requireKeeper(insider);
        return files.add(insider, name, LearningFileReader.read(content));
    }

    /** What a kept file would change now. */
    public ImportPlan plan(Insider insider, long file) {
        KeepOffers.requireKeeper(insider);
        var kept = files.find(insider, file).orElseThrow(Insiders::notFound);
        return new ImportPlan(
                kept.kind(),
                kept.name(),
                planned(insider, kept).stream().map(Planned::row).toList());
    }

    /** Carries out what a kept file changes now; when a row is refused, nothing. */
    @Transactional
    public ImportPlan apply(Insider insider, long file) {
        KeepOffers.requireKeeper(insider);
        var kept = files.find(insider, file).orElseThrow(Insiders::notFound);
        var planned = planned(insider, kept);
        var plan = new ImportPlan(
                kept.kind(), kept.name(), planned.stream().map(Planned::row).toList());
        if (plan.isPossible()) {
            planned.forEach(one -> one.work().run());
            files.applied(insider, file);
        }
        return plan;
    }

    /** A row with what is to be done about it. */
    private record Planned(PlannedRow row, Runnable work) {
        static Planned refused(FileRow row, List<Remark> remarks) {
            return new Planned(new PlannedRow(row, Outcome.REFUSED, remarks), () -> {
                throw new IllegalStateException("A refused row");
            });
        }
    }

    private List<Planned> planned(Insider insider, LearningFiles.Kept kept) {
        var provider = keepOffers.provider(insider.organisation());
        var own = new HashMap<String, Offer>();
        offers.of(provider.id()).stream()
                .filter(offer -> !offer.reference().isEmpty())
                .forEach(offer -> own.put(offer.reference().toLowerCase(Locale.ROOT), offer));
        return switch (kept.kind()) {
            case OFFERS -> planOffers(insider, kept.rows(), own);
            case COVERAGE -> planClaims(insider, provider, kept.rows(), own);
        };
    }

    private List<Planned> planOffers(Insider insider, List<FileRow> rows, Map<String, Offer> own) {
        var seen = new HashSet<String>();
        var planned = new ArrayList<Planned>();
        for (var row : rows) {
            var remarks = formulas(row);
            var reference = row.get(OfferField.REFERENCE.heading());
            var key = reference.toLowerCase(Locale.ROOT);
            var before = own.get(key);
            if (reference.isEmpty()) {
                remarks.add(new Remark(OfferField.REFERENCE.heading(), "learning.import.row.noReference", List.of()));
            } else if (!seen.add(key)) {
                remarks.add(
                        new Remark(OfferField.REFERENCE.heading(), "learning.import.row.twice", List.of(reference)));
            }
            var status = status(row, before, remarks);
            var answers = OfferAnswers.typed(field -> row.get(field.heading()));
            var details = answers.details(status != Offer.Status.DRAFT);
            answers.errors()
                    .all()
                    .forEach(error ->
                            remarks.add(new Remark(heading(error.field()), error.messageKey(), error.arguments())));
            if (!remarks.isEmpty() || details.isEmpty()) {
                planned.add(Planned.refused(row, remarks));
            } else if (before == null) {
                planned.add(new Planned(
                        new PlannedRow(row, Outcome.ADDED, List.of()),
                        () -> done(keepOffers.add(insider, reference, details.get(), status))));
            } else if (before.details().equals(details.get()) && before.status() == status) {
                planned.add(new Planned(new PlannedRow(row, Outcome.UNCHANGED, List.of()), () -> {}));
            } else {
                planned.add(new Planned(
                        new PlannedRow(row, Outcome.CHANGED, List.of()),
                        () -> done(keepOffers.change(
                                insider, before.id(), before.revision(), reference, details.get(), status))));
            }
        }
        return planned;
    }

    private static void done(KeepOffers.Result result) {
        if (!(result instanceof KeepOffers.Result.Saved)) {
            throw new Problem.Conflict("learning.import.conflict");
        }
    }

    /** As the row says; else as it is, and a draft when it is new. */
    private static Offer.Status status(FileRow row, @Nullable Offer before, List<Remark> remarks) {
        var text = row.get(FileKind.STATUS);
        if (text.isEmpty()) {
            return before == null ? Offer.Status.DRAFT : before.status();
        }
        for (var status : Offer.Status.values()) {
            if (status.name().equalsIgnoreCase(text)) {
                return status;
            }
        }
        remarks.add(new Remark(FileKind.STATUS, "learning.import.row.status", List.of()));
        return Offer.Status.DRAFT;
    }

    private static String heading(String field) {
        for (var one : OfferField.values()) {
            if (one.id().equals(field)) {
                return one.heading();
            }
        }
        return "";
    }

    private record Key(@Nullable OfferId offer, Subject subject, CoverageKind kind) {}

    private List<Planned> planClaims(Insider insider, Provider provider, List<FileRow> rows, Map<String, Offer> own) {
        var known = new HashMap<Key, CoverageClaim>();
        claims.of(provider.id()).stream()
                .filter(claim -> !claim.isPrinted())
                .forEach(claim -> known.put(new Key(claim.offer(), claim.subject(), claim.kind()), claim));
        var seen = new HashSet<Key>();
        var planned = new ArrayList<Planned>();
        for (var row : rows) {
            var remarks = formulas(row);
            var reference = row.get(OfferField.REFERENCE.heading());
            var offer = own.get(reference.toLowerCase(Locale.ROOT));
            if (!reference.isEmpty() && offer == null) {
                remarks.add(
                        new Remark(OfferField.REFERENCE.heading(), "learning.import.row.unknown", List.of(reference)));
            }
            var cells = ClaimCells.of(row, this::version);
            remarks.addAll(cells.remarks());
            var said = cells.claim().orElse(null);
            if (!remarks.isEmpty() || said == null) {
                planned.add(Planned.refused(row, remarks));
                continue;
            }
            planned.add(planClaim(insider, row, offer == null ? null : offer.id(), said, known, seen));
        }
        return planned;
    }

    private Planned planClaim(
            Insider insider,
            FileRow row,
            @Nullable OfferId offer,
            ClaimCells.Claim said,
            Map<Key, CoverageClaim> known,
            Set<Key> seen) {
        var key = new Key(offer, said.subject(), said.kind());
        if (!seen.add(key)) {
            return Planned.refused(row, List.of(new Remark("", "learning.import.row.same", List.of())));
        }
        var before = known.get(key);
        if (before == null) {
            return new Planned(
                    new PlannedRow(row, Outcome.ADDED, List.of()),
                    () -> claimCoverage.add(insider, offer, List.of(said.subject()), said.kind(), said.grounds()));
        }
        if (before.grounds().equals(said.grounds())) {
            return new Planned(new PlannedRow(row, Outcome.UNCHANGED, List.of()), () -> {});
        }
        return new Planned(
                new PlannedRow(row, Outcome.CHANGED, List.of()),
                () -> claimCoverage.change(insider, before.id(), said.kind(), said.grounds()));
    }

    private Optional<FrameworkVersion> version(String slug, @Nullable Integer number) {
        return number == null ? versions.current(slug) : versions.find(slug, Objects.requireNonNull(number));
    }

    private static List<Remark> formulas(FileRow row) {
        var remarks = new ArrayList<Remark>();
        row.formulas().forEach(heading -> remarks.add(new Remark(heading, "learning.import.row.formula", List.of())));
        return remarks;
    }
}
