package org.espalier.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./espalier bench}: measures what people wait for, beside what this machine can do. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how fast Espalier is on this machine, with 200 made-up people and 30,000 claims.")
public final class Bench implements Callable<Integer> {
    private static final List<Measure> MEASURES = Stream.of(
                    ImportMeasures.all(),
                    PageMeasures.all(), // before those that add to the 30,000 claims
                    ComparisonMeasures.all(),
                    ClaimMeasures.all(),
                    PortfolioMeasures.all(),
                    SignOffMeasures.all(),
                    RouteMeasures.all(),
                    LearningMeasures.all(),
                    ClosestMeasures.all(),
                    HouseMeasures.all())
            .flatMap(List::stream)
            .toList();

    private enum Format {
        text,
        json
    }

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", description = "text (a table) or json", defaultValue = "text")
    private Format format;

    @Option(names = "--only", description = "Measures just this; may be repeated", paramLabel = "NAME")
    private List<String> only = List.of();

    private final PrintStream out;

    private Bench(PrintStream out) {
        this.out = out;
    }

    public static void main(String... arguments) {
        var out = System.out;
        System.setOut(System.err); // the result alone goes to standard output
        System.exit(new CommandLine(new Bench(out)).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var chosen = chosen();
        var data = Files.createTempDirectory("espalier-bench");
        try {
            var rows = rows(chosen, data);
            out.print(format == Format.json ? Report.json(rows) + "\n" : Report.table(rows));
            return 0;
        } finally {
            delete(data);
        }
    }

    private List<Measure> chosen() {
        var names = MEASURES.stream().map(Measure::name).toList();
        for (var name : only) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "There is no measure " + name + ". There are: " + String.join(", ", names));
            }
        }
        return MEASURES.stream()
                .filter(measure -> only.isEmpty() || only.contains(measure.name()))
                .toList();
    }

    private static List<Row> rows(List<Measure> chosen, Path data) throws Exception {
        say("Starting Espalier on an empty database and filling it");
        try (var site = Site.in(data)) {
            var rows = new ArrayList<Row>();
            for (var measure : chosen) {
                say("Measuring " + measure.name());
                rows.addAll(measure.rows().measured(site));
                site.noteMemory();
            }
            return rows;
        }
    }

    static void say(String progress) {
        System.err.println(progress);
    }

    private static void delete(Path directory) throws Exception {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
