package org.portcullis.engine.drools;

import java.util.Optional;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.EarlyWarning;
import org.portcullis.model.control.Heading;

/** Rebuilds controls with other conditions for tests. */
final class Controls {
    private Controls() {}

    /** The condition written in the control; grants and floods have none. */
    static Optional<Condition> written(Control control) {
        return control.match(new Control.Cases<>() {
            @Override
            public Optional<Condition> grant(Control.Grant grant) {
                return Optional.empty();
            }

            @Override
            public Optional<Condition> hardLimit(Control.HardLimit limit) {
                return Optional.of(limit.breach());
            }

            @Override
            public Optional<Condition> softLimit(Control.SoftLimit limit) {
                return Optional.of(limit.breach());
            }

            @Override
            public Optional<Condition> alertFlood(Control.AlertFlood flood) {
                return Optional.empty();
            }

            @Override
            public Optional<Condition> approval(Control.Approval approval) {
                return Optional.of(approval.hold());
            }

            @Override
            public Optional<Condition> windowLimit(Control.WindowLimit limit) {
                return Optional.of(limit.breach());
            }

            @Override
            public Optional<Condition> inFlight(Control.InFlight control) {
                return Optional.of(control.breach());
            }

            @Override
            public Optional<Condition> monitor(Control.Monitor monitor) {
                return Optional.of(monitor.when());
            }

            @Override
            public Optional<Condition> escalation(Control.Escalation escalation) {
                return Optional.of(escalation.when());
            }

            @Override
            public Optional<Condition> killSwitch(Control.KillSwitch kill) {
                return Optional.empty();
            }
        });
    }

    static Control withWritten(Control control, Condition condition) {
        return control.match(new Rebuilding(control.heading(), Optional.of(condition), true));
    }

    static Control withScope(Control control, Condition condition) {
        Heading old = control.heading();
        Applicability applies = new Applicability(
                old.applies().subject(),
                old.applies().scopes(),
                condition,
                old.applies().stage());
        return control.match(new Rebuilding(old.withApplies(applies), Optional.empty(), true));
    }

    static Control renamed(Control control, String id) {
        Heading heading = Packs.heading(id, control.heading().applies());
        return control.match(new Rebuilding(heading, Optional.empty(), true));
    }

    static Control withHeading(Control control, Heading heading) {
        return control.match(new Rebuilding(heading, Optional.empty(), true));
    }

    static Control withoutEarlyWarning(Control control) {
        return control.match(new Rebuilding(control.heading(), Optional.empty(), false));
    }

    /** Rebuilds each kind under a heading, with another condition where one is given, with or without its early warning. */
    private record Rebuilding(Heading heading, Optional<Condition> condition, boolean early)
            implements Control.Cases<Control> {

        private Optional<EarlyWarning> early(Optional<EarlyWarning> own) {
            return own.filter(any -> early);
        }

        @Override
        public Control grant(Control.Grant grant) {
            return new Control.Grant(heading, grant.roles(), grant.perOrder(), grant.perBasket());
        }

        @Override
        public Control hardLimit(Control.HardLimit limit) {
            return new Control.HardLimit(
                    heading,
                    limit.target(),
                    condition.orElse(limit.breach()),
                    early(limit.early()),
                    limit.exceptional());
        }

        @Override
        public Control softLimit(Control.SoftLimit limit) {
            return new Control.SoftLimit(
                    heading,
                    limit.target(),
                    condition.orElse(limit.breach()),
                    early(limit.early()),
                    limit.acknowledgement());
        }

        @Override
        public Control alertFlood(Control.AlertFlood flood) {
            return new Control.AlertFlood(
                    heading, flood.target(), flood.maxWarnings(), flood.raisedByBasket(), flood.terms());
        }

        @Override
        public Control approval(Control.Approval approval) {
            return new Control.Approval(
                    heading, approval.target(), condition.orElse(approval.hold()), approval.terms());
        }

        @Override
        public Control windowLimit(Control.WindowLimit limit) {
            return new Control.WindowLimit(
                    heading,
                    limit.kind(),
                    limit.action(),
                    limit.target(),
                    condition.orElse(limit.breach()),
                    early(limit.early()),
                    limit.reEnabling());
        }

        @Override
        public Control inFlight(Control.InFlight control) {
            return new Control.InFlight(
                    heading,
                    control.action(),
                    control.target(),
                    condition.orElse(control.breach()),
                    control.reEnabling());
        }

        @Override
        public Control monitor(Control.Monitor monitor) {
            return new Control.Monitor(heading, monitor.tell(), condition.orElse(monitor.when()), monitor.groupedBy());
        }

        @Override
        public Control escalation(Control.Escalation escalation) {
            return new Control.Escalation(
                    heading, condition.orElse(escalation.when()), escalation.groupedBy(), escalation.stages());
        }

        @Override
        public Control killSwitch(Control.KillSwitch kill) {
            return new Control.KillSwitch(heading, kill.pulledBy(), kill.reEnabling());
        }
    }
}
