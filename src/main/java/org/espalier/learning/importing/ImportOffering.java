package org.espalier.learning.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
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

    /** Reads a file and keeps it for a day; its number. */
    @Transactional
    public long keep(Insider insider, String name, byte[] content) throws Unreadable {
        KeepOffers.requireKeeper(insider);
        LearningFileReader.read(content);
        return files.add(insider, name, content);
    }

    /** What a kept file would change now. */
    public ImportPlan plan(Insider insider, long file) {
        return planned(insider, file).plan();
    }

    /** Carries out what a kept file changes now; when a row is refused, nothing. As many SQL statements for any file. */
    @Transactional
    public ImportPlan apply(Insider insider, long file) {
        var planned = planned(insider, file);
        if (planned.plan().isPossible()) {
            switch (planned.work()) {
                case Work.Courses(var all) -> keepOffers.bringIn(insider, all);
                case Work.Claims(var all) -> claimCoverage.bringIn(insider, all);
            }
            files.applied(insider, file);
        }
        return planned.plan();
    }

    /** What is to be done when every row can be used. */
    private sealed interface Work {
        record Courses(List<KeepOffers.Incoming> all) implements Work {}

        record Claims(List<ClaimCoverage.Incoming> all) implements Work {}
    }

    private record Planned(ImportPlan plan, Work work) {}

    private Planned planned(Insider insider, long file) {
        KeepOffers.requireKeeper(insider);
        var kept = files.find(insider, file).orElseThrow(Insiders::notFound);
        var read = read(kept);
        var provider = keepOffers.provider(insider.organisation());
        var own = new HashMap<String, Offer>();
        offers.of(provider.id()).forEach(offer -> own.put(key(ExportOffering.reference(offer)), offer));
        var rows = new ArrayList<PlannedRow>();
        var work =
                switch (read.kind()) {
                    case OFFERS -> planOffers(read.rows(), own, rows);
                    case COVERAGE -> planClaims(provider, read.rows(), own, rows);
                };
        return new Planned(new ImportPlan(read.kind(), kept.name(), rows), work);
    }

    private static LearningFileReader.Read read(LearningFiles.Kept kept) {
        try {
            return LearningFileReader.read(kept.content());
        } catch (Unreadable broken) {
            throw new IllegalStateException("A file that was kept can be read", broken);
        }
    }

    private static String key(String reference) {
        return reference.toLowerCase(Locale.ROOT);
    }

    private static Work planOffers(List<FileRow> rows, Map<String, Offer> own, List<PlannedRow> planned) {
        var seen = new HashSet<String>();
        var work = new ArrayList<KeepOffers.Incoming>();
        for (var row : rows) {
            var remarks = formulas(row);
            var reference = row.get(OfferField.REFERENCE.heading());
            var before = own.get(key(reference));
            if (reference.isEmpty()) {
                remarks.add(new Remark(OfferField.REFERENCE.heading(), "learning.import.row.noReference", List.of()));
            } else if (!seen.add(key(reference))) {
                remarks.add(
                        new Remark(OfferField.REFERENCE.heading(), "learning.import.row.twice", List.of(reference)));
            } else if (before == null && reference.startsWith(ExportOffering.NUMBERED)) {
                remarks.add(
                        new Remark(OfferField.REFERENCE.heading(), "learning.import.row.unknown", List.of(reference)));
            }
            var status = status(row, before, remarks);
            var answers = OfferAnswers.typed(field -> row.get(field.heading()));
            var details = answers.details(status != Offer.Status.DRAFT).orElse(null);
            answers.errors()
                    .all()
                    .forEach(error ->
                            remarks.add(new Remark(heading(error.field()), error.messageKey(), error.arguments())));
            if (!remarks.isEmpty() || details == null) {
                planned.add(new PlannedRow(row, Outcome.REFUSED, remarks));
            } else if (before != null && before.details().equals(details) && before.status() == status) {
                planned.add(new PlannedRow(row, Outcome.UNCHANGED, List.of()));
            } else {
                planned.add(new PlannedRow(row, before == null ? Outcome.ADDED : Outcome.CHANGED, List.of()));
                work.add(new KeepOffers.Incoming(
                        before, before == null ? reference : before.reference(), details, status));
            }
        }
        return new Work.Courses(work);
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

    private Work planClaims(Provider provider, List<FileRow> rows, Map<String, Offer> own, List<PlannedRow> planned) {
        var known = new HashMap<Key, CoverageClaim>();
        claims.of(provider.id()).stream()
                .filter(claim -> !claim.isPrinted())
                .forEach(claim -> known.put(new Key(claim.offer(), claim.subject(), claim.kind()), claim));
        var seen = new HashSet<Key>();
        var work = new ArrayList<ClaimCoverage.Incoming>();
        for (var row : rows) {
            var remarks = formulas(row);
            var reference = row.get(OfferField.REFERENCE.heading());
            var offer = own.get(key(reference));
            if (!reference.isEmpty() && offer == null) {
                remarks.add(
                        new Remark(OfferField.REFERENCE.heading(), "learning.import.row.unknown", List.of(reference)));
            }
            var cells = ClaimCells.of(row, this::version);
            remarks.addAll(cells.remarks());
            var said = cells.claim().orElse(null);
            if (!remarks.isEmpty() || said == null) {
                planned.add(new PlannedRow(row, Outcome.REFUSED, remarks));
                continue;
            }
            var key = new Key(offer == null ? null : offer.id(), said.subject(), said.kind());
            var before = known.get(key);
            if (!seen.add(key)) {
                planned.add(new PlannedRow(
                        row, Outcome.REFUSED, List.of(new Remark("", "learning.import.row.same", List.of()))));
            } else if (before != null && before.grounds().equals(said.grounds())) {
                planned.add(new PlannedRow(row, Outcome.UNCHANGED, List.of()));
            } else {
                planned.add(new PlannedRow(row, before == null ? Outcome.ADDED : Outcome.CHANGED, List.of()));
                work.add(new ClaimCoverage.Incoming(before, key.offer(), key.subject(), key.kind(), said.grounds()));
            }
        }
        return new Work.Claims(work);
    }

    private Optional<FrameworkVersion> version(String slug, @Nullable Integer number) {
        return number == null ? versions.current(slug) : versions.find(slug, number);
    }

    private static List<Remark> formulas(FileRow row) {
        var remarks = new ArrayList<Remark>();
        row.formulas().forEach(heading -> remarks.add(new Remark(heading, "learning.import.row.formula", List.of())));
        return remarks;
    }
}
