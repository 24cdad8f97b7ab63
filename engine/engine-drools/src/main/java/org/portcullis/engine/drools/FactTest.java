package org.portcullis.engine.drools;

import java.util.Optional;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.measure.Measure;

/**
 * Is one thing that the network asks of the facts.
 *
 * @param id the digest of all that the test says; Drools shares the nodes of equal ids
 * @param key the text that is looked up in a hash table in place of asking, if this is such a test
 */
record FactTest(String id, Asked asked, CompiledCondition condition, Optional<Key> key) {

    /** Whether the facts pass. */
    boolean passes(Facts facts) {
        int truth = truth(facts);
        return asked == Asked.TRUE ? truth == Kleene.TRUE : truth == Kleene.UNKNOWN;
    }

    /**
     * One of {@link Kleene}'s three values.
     *
     * @throws FailedTest in place of any other exception
     */
    int truth(Facts facts) {
        try {
            return condition.truth(facts);
        } catch (RuntimeException failure) {
            throw new FailedTest(id, failure);
        }
    }

    /** Which truth value lets the facts pass. */
    enum Asked {
        TRUE("true"),
        UNKNOWN("unknown");

        private final String words;

        Asked(String words) {
            this.words = words;
        }

        String words() {
            return words;
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
