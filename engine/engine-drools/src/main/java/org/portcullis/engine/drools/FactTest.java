package org.portcullis.engine.drools;

import java.util.Optional;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.measure.Measure;

/**
 * Is what one alpha node of the network asks of the facts.
 *
 * @param id the digest of all that the test says; Drools shares the nodes of equal ids
 * @param key the text that is looked up in a hash table in place of asking, if this is such a test
 */
record FactTest(String id, Asked asked, CompiledCondition condition, Optional<Key> key) {

    /** Whether the facts pass. */
    boolean passes(Facts facts) {
        try {
            return asked.accepts(condition.truth(facts));
        } catch (RuntimeException failure) {
            throw new FailedTest(id, failure);
        }
    }

    /** Which truth values let the facts pass. */
    enum Asked {
        TRUE("true", 1 << Kleene.TRUE),
        UNKNOWN("unknown", 1 << Kleene.UNKNOWN),
        NOT_FALSE("not false", 1 << Kleene.TRUE | 1 << Kleene.UNKNOWN);

        private final String words;
        private final int accepted;

        Asked(String words, int accepted) {
            this.words = words;
            this.accepted = accepted;
        }

        String words() {
            return words;
        }

        boolean accepts(int truth) {
            return (accepted >>> truth & 1) != 0;
        }
    }

    /** A text that the facts must have. */
    record Key(Measure measure, String value) {}

    /** Carries the failing test's id through Drools, which wraps exceptions. */
    static final class FailedTest extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String testId;

        FailedTest(String testId, RuntimeException cause) {
            super(cause);
            this.testId = testId;
        }

        String testId() {
            return testId;
        }
    }
}
