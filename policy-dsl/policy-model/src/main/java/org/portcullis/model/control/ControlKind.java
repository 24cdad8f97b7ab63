package org.portcullis.model.control;

/** Names the kinds of control, for registers, findings and where a decision depends on the kind alone. */
public enum ControlKind {
    GRANT("grant"),
    HARD_LIMIT("hard limit"),
    SOFT_LIMIT("soft limit"),
    ALERT_FLOOD("alert flood"),
    APPROVAL("approval");

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
