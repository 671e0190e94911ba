package org.espalier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.espalier.Espalier;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.importing.Accounting;
import org.espalier.importing.ImportDocument;
import org.espalier.importing.ImportFramework;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a draft framework of a document: printed and forgotten by a dry run, stored otherwise. */
@Command(name = "import", resourceBundle = "messages.cli", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    /** How a dry run prints the draft. */
    enum Format {
        yaml,
        json,
        text
    }

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "yaml")
    private Format format = Format.yaml;

    @Mixin
    private Installation installation = new Installation();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(ImportDocument.LARGEST_FILE + 1);
        } catch (IOException unreadable) {
            return refuse(CliMessages.text("cli.import.no-file", file));
        }
        var name = file.getFileName().toString();
        return dryRun ? print(content, name) : store(content, name);
    }

    private int print(byte[] content, String name) {
        return switch (ImportDocument.from(content, name)) {
            case ImportDocument.Result.Refused(var sentence) -> refuse(sentence);
            case ImportDocument.Result.Imported(var document, var lines, var accounting) -> {
                var out = spec.commandLine().getOut();
                out.print(written(document));
                out.flush();
                yield report(accounting);
            }
        };
    }

    private String written(FrameworkDocument document) {
        return switch (format) {
            case yaml -> FrameworkFormat.yaml(document);
            case json -> FrameworkFormat.json(document);
            case text -> DraftText.of(document);
        };
    }

    private int store(byte[] content, String name) {
        try (var application = new SpringApplicationBuilder(Espalier.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(Installation.arguments(installation.settingsBesideServer()))) {
            var operator = application.getBean(FirstStart.class).operator();
            return switch (application.getBean(ImportFramework.class).from(operator, content, name)) {
                case ImportFramework.Result.Refused(var sentence) -> refuse(sentence);
                case ImportFramework.Result.Stored(var version, var accounting) -> {
                    spec.commandLine().getOut().println(CliMessages.text("cli.import.stored", version.value()));
                    yield report(accounting);
                }
            };
        }
    }

    private int refuse(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return Exit.UNREADABLE;
    }

    private int report(Accounting accounting) {
        var err = spec.commandLine().getErr();
        var leftOut = accounting.leftOut().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        err.println(CliMessages.text("cli.import.account", accounting.lines(), accounting.used(), leftOut));
        new TreeMap<>(accounting.leftOut())
                .forEach((reason, lines) -> err.println(CliMessages.text("cli.import.left-out", lines, reason)));
        if (accounting.complete()) {
            return Exit.DONE;
        }
        var first = accounting.unaccounted().getFirst().number();
        err.println(CliMessages.text(
                "cli.import.incomplete", accounting.unaccounted().size(), first));
        return Exit.LINE_UNACCOUNTED_FOR;
    }
}
