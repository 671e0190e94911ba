package org.espalier.portfolio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.kernel.PatientIdentifiers;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** A person adds files to an item of theirs, takes one away, or brings it back. */
@Component
public class AddFiles {
    private final People people;
    private final Portfolios portfolios;
    private final EvidenceFiles files;
    private final Today today;
    private final DataSize largestFile;
    private final DataSize largestPortfolio;

    AddFiles(
            People people,
            Portfolios portfolios,
            EvidenceFiles files,
            Today today,
            @Value("${espalier.portfolio.largest-file:50MB}") DataSize largestFile,
            @Value("${espalier.portfolio.largest-portfolio:5GB}") DataSize largestPortfolio) {
        this.people = people;
        this.portfolios = portfolios;
        this.files = files;
        this.today = today;
        this.largestFile = largestFile;
        this.largestPortfolio = largestPortfolio;
    }

    /**
     * A file that came in.
     *
     * @param name as the person's computer calls it
     * @param path where it lies for now; the caller clears it up
     */
    public record Upload(String name, Path path) {}

    /** Why a file was not added. */
    public enum Refusal {
        EMPTY,
        TOO_LARGE,
        PORTFOLIO_FULL,
        /** Not one of the {@link FileType}s. */
        KIND,
        MACROS
    }

    /** What came of one file. */
    public sealed interface Result {
        record Added(FileId id, String name) implements Result {}

        record Refused(String name, Refusal reason) implements Result {}

        /** Not added: its name may tell who a patient is, and the person has not yet decided. */
        record MayNamePatient(String name, List<PatientIdentifiers.Finding> findings) implements Result {
            public MayNamePatient {
                findings = List.copyOf(findings);
            }
        }
    }

    /** The largest file that is taken, in MB. */
    public long largestFileInMegabytes() {
        return largestFile.toMegabytes();
    }

    /**
     * Each file for itself: what is refused keeps none of the others out.
     *
     * @param decided true when the person has seen what the names hold and wants them so
     */
    public List<Result> add(Actor actor, EvidenceId id, List<Upload> uploads, boolean decided) {
        var person = people.of(actor);
        var item = portfolios.get(person, id);
        if (item.isInBin()) {
            throw new Problem.Conflict("portfolio.problem.inBin");
        }
        var room = largestPortfolio.toBytes() - files.sizeOf(person);
        return uploads.stream().map(upload -> add(item, upload, room, decided)).toList();
    }

    private Result add(EvidenceView item, Upload upload, long room, boolean decided) {
        try {
            var size = Files.size(upload.path());
            var name = SafeNames.of(upload.name());
            if (size == 0) {
                return new Result.Refused(name, Refusal.EMPTY);
            }
            if (size > largestFile.toBytes()) {
                return new Result.Refused(name, Refusal.TOO_LARGE);
            }
            if (size > room) {
                return new Result.Refused(name, Refusal.PORTFOLIO_FULL);
            }
            return switch (FileType.of(upload.path())) {
                case FileType.Seen.Unknown() -> new Result.Refused(name, Refusal.KIND);
                case FileType.Seen.WithMacros() -> new Result.Refused(name, Refusal.MACROS);
                case FileType.Seen.Type(var type) -> {
                    var findings = PatientIdentifiers.in(type.nameFor(upload.name()), today.date());
                    if (!decided && !findings.isEmpty()) {
                        yield new Result.MayNamePatient(name, findings);
                    }
                    yield store(item, upload, type, size);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result store(EvidenceView item, Upload upload, FileType type, long size) throws IOException {
        var name = type.nameFor(upload.name());
        try (var bytes = Files.newInputStream(upload.path())) {
            return new Result.Added(files.add(item.id(), name, type, size, bytes), name);
        }
    }

    /** Takes a file away; it can be restored. */
    public void remove(Actor actor, EvidenceId id, FileId file) {
        found(files.remove(own(actor, id), file, true));
    }

    public void restore(Actor actor, EvidenceId id, FileId file) {
        found(files.remove(own(actor, id), file, false));
    }

    /** Deletes for good a file that was taken away. */
    public void deleteForGood(Actor actor, EvidenceId id, FileId file) {
        found(files.delete(own(actor, id), file));
    }

    private EvidenceId own(Actor actor, EvidenceId id) {
        return portfolios.get(people.of(actor), id).id();
    }

    private static void found(boolean found) {
        if (!found) {
            throw new Problem.NotFound("portfolio.problem.noFile");
        }
    }
}
