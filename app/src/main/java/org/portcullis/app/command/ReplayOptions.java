package org.portcullis.app.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of commands that replay a scenario; mutable, filled in by the command line. */
final class ReplayOptions {

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "where the journal and the workbook go; must be new or empty (default: out/ and the scenario's name)")
    private Optional<String> out = Optional.empty();

    boolean json() {
        return json;
    }

    Optional<String> out() {
        return out;
    }
}
