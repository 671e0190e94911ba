package org.espalier.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.espalier.Espalier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens Espalier for business until it is told to stop. */
@Command(name = "serve", resourceBundle = "messages.cli", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final String THIS_MACHINE = "127.0.0.1";

    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port", defaultValue = "8080")
    private int port;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "address", defaultValue = THIS_MACHINE)
    private String address = "";

    @Mixin
    private Post post = new Post();

    @Option(names = "--empty", descriptionKey = "empty")
    private boolean empty;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var settings = installation.settings();
        settings.putAll(post.settings());
        settings.put("server.port", port);
        settings.put("server.address", address);
        var closed = new CountDownLatch(1);
        var application = new SpringApplicationBuilder(Espalier.class)
                .listeners((ApplicationListener<ContextClosedEvent>) event -> closed.countDown())
                .run(Installation.arguments(settings));
        var signIns = application.getBean(FirstStart.class).prepare(!empty);
        greet(spec.commandLine().getOut(), signIns);
        closed.await();
        return Exit.DONE;
    }

    private void greet(PrintWriter out, List<SignIns.SignIn> signIns) {
        out.println(CliMessages.text("cli.open", "http://localhost:" + port + "/"));
        if (address.equals(THIS_MACHINE)) {
            out.println(CliMessages.text("cli.this-machine-only"));
        }
        out.println(CliMessages.text(
                "cli.data", installation.data().toAbsolutePath().normalize()));
        if (!signIns.isEmpty()) {
            out.println();
            out.println(CliMessages.text("cli.sign-ins"));
            signIns.forEach(
                    signIn -> out.printf("  %-28s %s   %s%n", signIn.email(), signIn.password(), signIn.person()));
        }
        out.println();
        out.println(CliMessages.text("cli.stop"));
        out.flush();
    }
}
