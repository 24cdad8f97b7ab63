package org.portcullis.engine.policytest.coverage;

import java.util.Optional;
import org.portcullis.model.PolicyTest;

/**
 * What would show an untested cell.
 *
 * @param test the test that would; several cells may have the same; empty where none could be built
 * @param reason why none could be built; empty where one was
 */
public record Proposal(Cell cell, Optional<PolicyTest> test, Optional<String> reason) {
    public Proposal {
        if (test.isPresent() == reason.isPresent()) {
            throw new IllegalArgumentException("a proposal has either a test or a reason");
        }
    }

    static Proposal of(Cell cell, PolicyTest test) {
        return new Proposal(cell, Optional.of(test), Optional.empty());
    }

    static Proposal none(Cell cell, String reason) {
        return new Proposal(cell, Optional.empty(), Optional.of(reason));
    }
}
