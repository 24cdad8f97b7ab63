package org.portcullis.app.command;

import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.diagnostic.DiagnosticPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the page of a diagnostic code. */
@Command(name = "explain", description = "Print what a diagnostic code means and how to cure it.")
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "CODE", description = "a code such as P0301")
    private String code = "";

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String page = DiagnosticPages.find(code)
                .orElseThrow(() -> new UserMistake("no diagnostic has the code `" + code + "`"));
        surroundings.terminal().line(page.stripTrailing());
        return ExitStatus.DONE;
    }
}
