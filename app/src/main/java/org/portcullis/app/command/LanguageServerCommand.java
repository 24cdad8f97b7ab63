package org.portcullis.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.wiring.EditorPorts;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.languageserver.LanguageServerSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves an editor until it says goodbye. */
@Command(
        name = "language-server",
        description = "Serve an editor over the Language Server Protocol, on standard input and output.")
final class LanguageServerCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--organisation",
            paramLabel = "FILE",
            description = "check against the desks, roles and people of this organisation file")
    private Optional<String> organisation = Optional.empty();

    LanguageServerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Option(names = "--stdio", description = "what some editors add; there is no other way to talk")
    void talkOverStandardInputAndOutput(boolean given) {
        // The server does so anyway.
    }

    @Override
    public Integer call() {
        return LanguageServerSession.serve(
                EditorPorts.of(surroundings, organisation),
                surroundings.input(),
                surroundings.terminal().out());
    }
}
