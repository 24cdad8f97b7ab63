package org.portcullis.engine.flow;

import java.util.List;
import org.portcullis.engine.work.Stop;
import org.portcullis.model.control.Role;

/**
 * What the caller is to do now that it is recorded; the caller carries it out, and reports what came of it.
 *
 * <p>Order ids are those of submissions. Carrying one out twice MUST do no harm: after a restart, {@link OrderEngine#standing} gives what still stands.
 */
public sealed interface Instruction {

    /** Dispatches on the kind of instruction. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of instruction. */
    interface Cases<R> {
        R suspend(Suspend instruction);

        R resume(Resume instruction);

        R cancel(Cancel instruction);

        R tell(Tell instruction);
    }

    /** No further executions of these orders until they are resumed; what they have out at venues is taken back. */
    record Suspend(Stop stop, List<String> orders) implements Instruction {
        public Suspend {
            orders = List.copyOf(orders);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.suspend(this);
        }
    }

    /** These orders, which no other stop holds, may work on. */
    record Resume(String stop, List<String> orders) implements Instruction {
        public Resume {
            orders = List.copyOf(orders);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resume(this);
        }
    }

    /**
     * Cancel what is left of these orders.
     *
     * @param by a control, a kill switch or a person
     */
    record Cancel(String by, String reason, List<String> orders) implements Instruction {
        public Cancel {
            orders = List.copyOf(orders);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cancel(this);
        }
    }

    /**
     * Tell people of an alert, or show it to them anew; {@link Command.ConfirmDelivery} and {@link Command.Seen} say that it came through. Or tell them that a
     * hold still waits: then it names the hold, its revision is 0, and nobody confirms it, since the hold's own end is what follows.
     *
     * @param alert the alert's id, or the hold's
     * @param revision how much was recorded of the alert; a later one replaces an earlier one
     * @param role the role that is told
     * @param people who answers for the role, sorted; none where nobody does
     */
    record Tell(String alert, int revision, Role role, List<String> people, String message) implements Instruction {
        public Tell {
            people = List.copyOf(people);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tell(this);
        }
    }
}
