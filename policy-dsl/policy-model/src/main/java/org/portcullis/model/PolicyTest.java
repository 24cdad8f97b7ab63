package org.portcullis.model;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;
import org.portcullis.model.value.Value;

/** An example with its expected outcome, written in the policy itself: given facts, when stage, expect outcome. */
public record PolicyTest(String name, List<Given> given, Stage stage, List<Expectation> expectations) {
    public PolicyTest {
        given = List.copyOf(given);
        expectations = List.copyOf(expectations);
    }

    /** One fact; an empty value means that the fact is missing. */
    public record Given(Reference fact, Optional<Value> value) {}

    /**
     * One expected outcome.
     *
     * @param by the control that must have caused it; empty means that the outcome as a whole is meant
     */
    public record Expectation(Outcome outcome, Optional<ControlId> by) {}

    /** Outcomes a test may expect; {@code NOT} says that a control must not have breached. */
    public enum Outcome {
        RELEASE("release"),
        WARN("warn"),
        HOLD("hold"),
        BLOCK("block"),
        NOT("not");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** The outcome as policies write it. */
        public String word() {
            return word;
        }
    }
}
