package org.portcullis.app.command;

import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.verifier.Verdict;

/** Refuses to work on a journal that does not verify. */
final class RefusedJournal {
    private RefusedJournal() {}

    /**
     * Shows the verdict and says what is therefore not done.
     *
     * @return the exit status
     */
    static Integer tell(Terminal terminal, Verdict verdict, boolean json, String notDone) {
        terminal.out().print(json ? verdict.json() : verdict.text());
        terminal.mistake(notDone);
        return ExitStatus.REFUSED;
    }
}
