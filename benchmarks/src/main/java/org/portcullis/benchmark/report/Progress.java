package org.portcullis.benchmark.report;

import java.io.PrintStream;
import java.util.Locale;

/** Says on the terminal what is being measured, since it takes minutes. */
final class Progress {
    private final PrintStream terminal;
    private final long begun = System.nanoTime();

    Progress(PrintStream terminal) {
        this.terminal = terminal;
    }

    void say(String what) {
        terminal.printf(Locale.ROOT, "%4d s  %s%n", seconds(), what);
    }

    long seconds() {
        return (System.nanoTime() - begun) / 1_000_000_000L;
    }
}
