package org.espalier.cli;

import org.espalier.database.DatabaseUnavailable;
import org.espalier.kernel.Problem;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Says in a sentence what went wrong; only a bug shows its stack. */
final class Failure {

    private Failure() {}

    static int report(Exception failure, CommandLine command, ParseResult arguments) {
        var err = command.getErr();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DatabaseUnavailable unavailable -> {
                    err.println(unavailable.getMessage());
                    return Exit.FAILED;
                }
                case Problem problem -> {
                    err.println(CliMessages.of(problem));
                    return Exit.FAILED;
                }
                case PortInUseException taken -> {
                    err.println(CliMessages.text("cli.port-in-use", Integer.toString(taken.getPort())));
                    return Exit.FAILED;
                }
                default -> {}
            }
        }
        failure.printStackTrace(err);
        return Exit.FAILED;
    }
}
