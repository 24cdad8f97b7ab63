package org.portcullis.app.scenario;

import java.util.List;
import org.portcullis.app.terminal.Table;

/** Writes what came of several scenarios as one table; mutable, owned by one thread. */
public final class LibraryText {
    private final Table table = new Table(List.of(
            Table.Column.text("incident"),
            Table.Column.text("policy, basket"),
            Table.Column.number("left, USD"),
            Table.Column.text("stopped, USD, by control")));

    /** Adds the runs of a scenario; {@code name} stands before the first. */
    public void add(String name, List<RunResult> results) {
        String first = name;
        for (RunResult result : results) {
            table.row(List.of(
                    first,
                    result.run().policy().title() + ", " + result.run().basket().title(),
                    ReplayText.cell(result.releasedSum()),
                    stopped(result)));
            first = "";
        }
    }

    /** The table of all that was added. */
    public List<String> lines() {
        return table.lines();
    }

    private static String stopped(RunResult result) {
        if (result.stoppedSum().orders() == 0) {
            return "nothing";
        }
        String by = String.join(", ", result.stoppedBy());
        return ReplayText.cell(result.stoppedSum())
                + (by.isEmpty() ? "" : ": " + by)
                + (result.isAsItMust()
                        ? ""
                        : "; IT MUST " + result.run().must().orElseThrow().words());
    }
}
