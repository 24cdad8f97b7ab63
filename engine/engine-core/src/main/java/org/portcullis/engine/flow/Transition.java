package org.portcullis.engine.flow;

import java.util.List;
import java.util.function.Supplier;

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
}
