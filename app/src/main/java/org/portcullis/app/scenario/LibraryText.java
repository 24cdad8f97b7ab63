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
                    result.run().policy().title() + ", " + result.run().title(),
                    result.router().map(RouterText::left).orElseGet(() -> ReplayText.cell(result.releasedSum())),
                    stopped(result)));
            first = "";
        }
    }

    /** The table of all that was added. */
    public List<String> lines() {
        return table.lines();
    }

    private static String stopped(RunResult result) {
        String by = String.join(", ", result.stoppedBy());
        String atRelease = ReplayText.cell(result.stoppedSum()) + (by.isEmpty() ? "" : ": " + by);
        String stopped = result.stoppedSum().orders() > 0
                ? atRelease
                : result.router().map(RouterText::stopped).orElse("nothing");
        return stopped
                + (result.isAsItMust()
                        ? ""
                        : "; IT MUST " + result.run().must().orElseThrow().words());
    }
}
