package org.espalier.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.espalier.portfolio.AddFiles;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceFiles;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.Support;
import org.espalier.portfolio.SupportStatements;
import org.espalier.portfolio.WriteEvidence;

/** A large portfolio: its pages and filters, and all of it taken away as one ZIP. */
final class PortfolioMeasures {
    private static final int ITEMS = 2_000;
    private static final int PAGE_MILLIS = 30;
    private static final int FILES = 21;
    private static final int FILE = 49 * 1024 * 1024;
    private static final double MB = 1024 * 1024;
    private static final int SAMPLE_EVERY_MB = 32;
    private static final int WARM_MB = 256;
    private static final double MAY_RISE_MB = 50;

    private PortfolioMeasures() {}

    static List<Measure> all() {
        return List.of(
                new Measure("portfolio-2000", PortfolioMeasures::pages),
                new Measure("zip-1gb", PortfolioMeasures::zip));
    }

    private static List<Row> pages(Site site) throws Exception {
        Bench.say("Writing a portfolio of 2,000 items");
        var member = site.people().getFirst();
        for (var n = 0; n < ITEMS; n++) {
            keep(site, member, n);
        }
        return List.of(PageMeasures.row(
                        "portfolio-2000",
                        site,
                        n -> new PageMeasures.Visit(
                                address(site, n),
                                member.cookie(),
                                member.actor().name()))
                .withAim(Aim.atMost(PAGE_MILLIS)));
    }

    /** Page by page, then narrowed in every way. */
    private static String address(Site site, int number) {
        var version = site.framework().id();
        var statement =
                site.expectations().get(number % site.expectations().size()).id();
        return "/me/portfolio"
                + switch (number % 7) {
                    case 0 -> "";
                    case 1 -> "?page=" + (2 + number % 99);
                    case 2 -> "?q=ladder+swal";
                    case 3 -> "?kind=certificate&page=3";
                    case 4 -> "?part=" + version + ":pillar-" + (1 + number % 5);
                    case 5 -> "?version=" + version + "&statement=" + statement;
                    default -> "?from=2024-01-01&to=2025-06-30&q=night";
                };
    }

    private static EvidenceId keep(Site site, Crowd.Member member, int number) {
        var write = site.use(WriteEvidence.class);
        var kind = EvidenceKind.values()[number % EvidenceKind.values().length];
        var id = write.begin(member.actor(), kind, List.of());
        var topic = List.of("ladder", "night shift", "swallowing", "discharge", "handover")
                .get(number % 5);
        var content = new EvidenceContent(
                "What I learnt about the " + topic + ", part " + number,
                LocalDate.of(2026, 11, 20).minusDays(number),
                Structure.FREE,
                List.of(("I noticed something about the " + topic + " and wrote it down. ").repeat(12)),
                null,
                null,
                null,
                null,
                null);
        write.save(member.actor(), id, content, true, true);
        var expectations = site.expectations();
        var supports = new ArrayList<Support>();
        for (var n = 0; n < 3; n++) {
            supports.add(new Support(
                    site.framework().id(),
                    expectations.get((number * 3 + n) % expectations.size()).id()));
        }
        site.use(SupportStatements.class).change(member.actor(), id, supports, List.of());
        return id;
    }

    private static List<Row> zip(Site site) throws Exception {
        Bench.say("Keeping 1 GB of files");
        var member = site.people().get(1);
        var item = keep(site, member, 1);
        fill(site, member, item);
        var limit = readAlone(site, item);
        var rates = new ArrayList<Double>();
        var early = new ArrayList<Double>();
        var late = new ArrayList<Double>();
        download(site, member, rates, early, late);
        download(site, member, rates, early, late);
        var rises = new Aim(
                "rises ≤ " + Math.round(MAY_RISE_MB),
                row -> row.spread().p95() - row.spread().median() <= MAY_RISE_MB);
        return List.of(
                new Row(
                        "zip-1gb",
                        "MB/s",
                        Spread.ofRates(rates),
                        new Row.Limit(limit, "the same files read from the database, and no more"),
                        null),
                new Row(
                        "zip-1gb-memory",
                        "MB",
                        new Spread(Collections.max(early), Collections.max(late)),
                        new Row.Limit(
                                Memory.ofMachine(),
                                "what the machine has; the median is the most after 256 MB, the p95 the most after that"),
                        rises));
    }

    private static void fill(Site site, Crowd.Member member, EvidenceId item) throws IOException {
        var bytes = new byte[FILE];
        new Random(1).nextBytes(bytes);
        System.arraycopy("%PDF-1.7".getBytes(US_ASCII), 0, bytes, 0, 8);
        Path file = Files.createTempFile("espalier-bench", ".pdf");
        try {
            Files.write(file, bytes);
            for (var n = 0; n < FILES; n++) {
                var result = site.use(AddFiles.class)
                        .add(member.actor(), item, List.of(new AddFiles.Upload("scan-" + n + ".pdf", file)), true);
                if (!(result.getFirst() instanceof AddFiles.Result.Added)) {
                    throw new IllegalStateException(result.toString());
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    /** In MB a second. */
    private static double readAlone(Site site, EvidenceId item) throws IOException {
        var files = site.use(EvidenceFiles.class);
        var started = System.nanoTime();
        var bytes = 0L;
        for (var file : files.of(item)) {
            files.copy(file, OutputStream.nullOutputStream());
            bytes += file.size();
        }
        return bytes / MB / seconds(started);
    }

    private static void download(
            Site site, Crowd.Member member, List<Double> rates, List<Double> early, List<Double> late)
            throws IOException {
        var address = URI.create("http://127.0.0.1:" + site.product().port() + "/me/portfolio/take-away.zip");
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestProperty("Cookie", member.cookie());
        connection.setReadTimeout((int) Duration.ofMinutes(1).toMillis());
        var buffer = new byte[256 * 1024];
        var total = 0L;
        var sampled = 0L;
        var started = System.nanoTime();
        try (var in = connection.getInputStream()) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total - sampled > SAMPLE_EVERY_MB * MB) {
                    rates.add((total - sampled) / MB / seconds(started));
                    (total < WARM_MB * MB ? early : late).add(site.product().megabytes());
                    sampled = total;
                    started = System.nanoTime();
                }
            }
        }
        if (total < (long) FILES * FILE) {
            throw new IOException("Only " + total + " bytes came");
        }
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toNanos() / 1e9;
    }
}
