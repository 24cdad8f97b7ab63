package org.portcullis.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.wiring.JournalEntries;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.reconciliation.Reconciliation;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reconciles the alerts of a journal, after verifying the journal. */
@Command(
        name = "alerts",
        description = "Reconcile the alerts of a journal: raised, delivered and seen, or which are not.")
final class AlertsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOURNAL", description = "the folder of the journal")
    private String folder = "";

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    AlertsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path journal = surroundings.journal(folder);
        Verdict verdict = Verifier.withoutTrustedKey().verify(journal);
        if (!verdict.isValid()) {
            return RefusedJournal.tell(
                    surroundings.terminal(),
                    verdict,
                    json,
                    "no alerts are reconciled of a journal that does not verify");
        }
        Reconciliation reconciliation = Reconciliation.of(JournalEntries.of(journal));
        if (json) {
            surroundings.terminal().json(AlertsSummary.json(reconciliation));
        } else {
            surroundings.terminal().lines(AlertsSummary.lines(reconciliation));
        }
        return reconciliation.isProved() ? ExitStatus.DONE : ExitStatus.REFUSED;
    }
}
