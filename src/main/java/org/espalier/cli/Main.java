package org.espalier.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Each command decides for itself how much of Espalier it wakes. */
@Command(
        name = "espalier",
        resourceBundle = "messages.cli",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ServeCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Failure::report);
    }
}
