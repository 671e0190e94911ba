package org.espalier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Each command decides for itself how much of Espalier it wakes. */
@Command(
        name = "espalier",
        resourceBundle = "messages.cli",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ServeCommand.class, ImportCommand.class, RehearseCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var out = System.out;
        // whatever a library prints is a message, and standard output is for results
        System.setOut(System.err);
        System.exit(commandLine()
                .setOut(new PrintWriter(out, true, UTF_8))
                .setErr(new PrintWriter(System.err, true, UTF_8))
                .execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Failure::report);
    }
}
