package org.portcullis.model.control;

/** Names the kinds of control, for registers, findings and where a decision depends on the kind alone. */
public enum ControlKind {
    GRANT("grant"),
    HARD_LIMIT("hard limit"),
    SOFT_LIMIT("soft limit"),
    ALERT_FLOOD("alert flood"),
    APPROVAL("approval"),
    CUMULATIVE_LIMIT("cumulative limit"),
    THROTTLE("throttle"),
    IN_FLIGHT("in-flight control"),
    MONITOR("monitor"),
    ESCALATION("escalation"),
    KILL_SWITCH("kill switch");

    private static final Control.Cases<ControlKind> OF = new Control.Cases<>() {
        @Override
        public ControlKind grant(Control.Grant control) {
            return GRANT;
        }

        @Override
        public ControlKind hardLimit(Control.HardLimit control) {
            return HARD_LIMIT;
        }

        @Override
        public ControlKind softLimit(Control.SoftLimit control) {
            return SOFT_LIMIT;
        }

        @Override
        public ControlKind alertFlood(Control.AlertFlood control) {
            return ALERT_FLOOD;
        }

        @Override
        public ControlKind approval(Control.Approval control) {
            return APPROVAL;
        }

        @Override
        public ControlKind windowLimit(Control.WindowLimit control) {
            return control.kind();
        }

        @Override
        public ControlKind inFlight(Control.InFlight control) {
            return IN_FLIGHT;
        }

        @Override
        public ControlKind monitor(Control.Monitor control) {
            return MONITOR;
        }

        @Override
        public ControlKind escalation(Control.Escalation control) {
            return ESCALATION;
        }

        @Override
        public ControlKind killSwitch(Control.KillSwitch control) {
            return KILL_SWITCH;
        }
    };

    private final String words;

    ControlKind(String words) {
        this.words = words;
    }

    /** The kind of a control. */
    public static ControlKind of(Control control) {
        return control.match(OF);
    }

    /** The kind as policies write it. */
    public String words() {
        return words;
    }
}
