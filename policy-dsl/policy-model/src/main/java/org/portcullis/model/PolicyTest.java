package org.portcullis.model;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;
import org.portcullis.model.value.Value;

/**
 * An example with its expected outcome, written in the policy itself: given facts, when stage, expect outcome.
 *
 * @param lines the orders of the basket, each with its own facts beside the given ones; none means that only the whole, or one order, is known
 * @param events what happened before, in the order of their time; they fill the windows
 */
public record PolicyTest(
        String name,
        List<Given> given,
        List<List<Given>> lines,
        List<Event> events,
        Stage stage,
        List<Expectation> expectations) {
    public PolicyTest {
        given = List.copyOf(given);
        lines = lines.stream().map(List::copyOf).toList();
        events = List.copyOf(events);
        expectations = List.copyOf(expectations);
    }

    /** An example without a basket's lines and without a past. */
    public PolicyTest(String name, List<Given> given, Stage stage, List<Expectation> expectations) {
        this(name, given, List.of(), List.of(), stage, expectations);
    }

    /**
     * Something that happened on the day of the test before what is judged.
     *
     * @param at the time of day in the policy's zone
     * @param facts what is known of it; `order.id` names the order that it happened to
     */
    public record Event(LocalTime at, Happening what, List<Given> facts) {
        public Event {
            facts = List.copyOf(facts);
        }
    }

    /** What may happen to an order. */
    public enum Happening {
        OPENED("opened"),
        HELD("held"),
        EXECUTED("executed"),
        REJECTED("rejected"),
        CANCELLED("cancelled"),
        MESSAGE("message");

        private final String word;

        Happening(String word) {
            this.word = word;
        }

        /** The word as event files write it. */
        public String word() {
            return word;
        }
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
        NOTE("note"),
        CONTINUE("continue"),
        SUSPEND("suspend"),
        CANCEL("cancel"),
        KILL("kill"),
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
