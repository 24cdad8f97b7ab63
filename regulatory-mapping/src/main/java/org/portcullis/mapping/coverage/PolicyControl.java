package org.portcullis.mapping.coverage;

import java.util.List;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Rollout;

/**
 * Is a control of a policy with the tests that try it.
 *
 * @param policy the policy's name
 * @param control the control as it is on the day asked about
 * @param tests the tests of the policy that evaluate it or name it
 */
public record PolicyControl(String policy, Control control, List<Tried> tests) {

    /** Copies the tests. */
    public PolicyControl {
        tests = List.copyOf(tests);
    }

    /**
     * Says what a test shows of the control.
     *
     * @param test the test's name
     * @param passed whether the test passes
     * @param breached whether the control is breached in it
     */
    public record Tried(String test, boolean passed, boolean breached) {}

    /** Gives the control's id. */
    public String id() {
        return control.id().text();
    }

    /** Tells whether a passing test shows the control breached. */
    public boolean isSeenAtWork() {
        return tests.stream().anyMatch(test -> test.passed() && test.breached());
    }

    /** Tells whether what the control says has its effect. */
    public boolean isEnforced() {
        return control.heading().rollout() == Rollout.ENFORCE;
    }

    /** Tells whether the control can stop something, rather than tell or warn somebody. */
    public boolean stops() {
        return switch (ControlKind.of(control)) {
            case SOFT_LIMIT, MONITOR, ESCALATION -> false;
            case GRANT, HARD_LIMIT, ALERT_FLOOD, APPROVAL, CUMULATIVE_LIMIT, THROTTLE, IN_FLIGHT, KILL_SWITCH -> true;
        };
    }

    /** Says whether the control applies at a place. */
    public Reach reach(Place place) {
        return Reach.of(control.heading().applies().condition(), place);
    }
}
