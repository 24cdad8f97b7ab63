package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalRecord;

/**
 * What a command comes to: entries that are appended first, and the outcome that is read from the state they lead to.
 *
 * @param outcome asked once, after the entries were folded into the state
 */
record Transition(List<Draft> drafts, Supplier<Outcome> outcome) {
    Transition {
        drafts = List.copyOf(drafts);
    }

    static Transition refused(Draft draft, String code, String sentence) {
        return new Transition(List.of(draft), () -> new Outcome.Refused(code, sentence));
    }

    /** What the journal is asked to append. */
    List<JournalRecord> records(Instant at) {
        return drafts.stream().map(draft -> draft.at(at)).toList();
    }

    /** Folds the entries into the state. */
    Taken take(EngineState state, Instant at) {
        Instructions instructions = new Instructions(state, drafts);
        drafts.forEach(draft -> Fold.into(state, draft.body(), draft.json(), at, draft.policy()));
        return new Taken(outcome.get(), instructions.after());
    }

    /** What came of it. */
    record Taken(Outcome outcome, List<Instruction> instructions) {
        Reply reply(List<JournalEntry> entries) {
            return new Reply(outcome, entries, instructions);
        }
    }
}
