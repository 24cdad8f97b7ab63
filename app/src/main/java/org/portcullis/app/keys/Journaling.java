package org.portcullis.app.keys;

import java.util.Optional;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Recorded;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.people.Directory;
import picocli.CommandLine.Option;

/** What it takes to write to a journal. */
public final class Journaling {
    @Option(names = "--journal-key", paramLabel = "KEY", description = "the journal's key: a file or agent:NAME")
    private Optional<String> journalKey = Optional.empty();

    @Option(
            names = "--organisation",
            paramLabel = "FILE",
            description = "the organisation file, which says who works there today")
    private Optional<String> organisation = Optional.empty();

    @Option(names = "--begin", description = "begin the journal where there is none")
    private boolean begin;

    /** Lets the engine judge a command over the journal. */
    public Recorded handle(Surroundings surroundings, String journal, KeyOptions keys, Command command) {
        KeyOffice office = office(surroundings, journal);
        String key = journalKey.orElseThrow(() -> new UserMistake("missing: --journal-key KEY: the journal's key"));
        return office.handle(keys.open(surroundings, key), command);
    }

    /** The people who work there now. */
    public Directory people(Surroundings surroundings, String journal) {
        return office(surroundings, journal).people(surroundings.clock().instant());
    }

    private KeyOffice office(Surroundings surroundings, String journal) {
        String file =
                organisation.orElseThrow(() -> new UserMistake("missing: --organisation FILE: who works there today"));
        return new KeyOffice(surroundings, journal, file, begin);
    }
}
