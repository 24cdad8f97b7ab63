package org.portcullis.engine.drools;

import java.util.Optional;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
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
        });
    }

    static Control withWritten(Control control, Condition condition) {
        return rebuilt(control, control.heading(), Optional.of(condition));
    }

    static Control withScope(Control control, Condition condition) {
        Heading old = control.heading();
        Applicability applies = new Applicability(
                old.applies().subject(),
                old.applies().scopes(),
                condition,
                old.applies().stage());
        return rebuilt(control, Packs.heading(old.id().text(), applies), Optional.empty());
    }

    static Control renamed(Control control, String id) {
        return rebuilt(control, Packs.heading(id, control.heading().applies()), Optional.empty());
    }

    private static Control rebuilt(Control control, Heading heading, Optional<Condition> condition) {
        return control.match(new Control.Cases<>() {
            @Override
            public Control grant(Control.Grant grant) {
                return new Control.Grant(heading, grant.roles(), grant.perOrder(), grant.perBasket());
            }

            @Override
            public Control hardLimit(Control.HardLimit limit) {
                return new Control.HardLimit(heading, limit.target(), condition.orElse(limit.breach()));
            }

            @Override
            public Control softLimit(Control.SoftLimit limit) {
                return new Control.SoftLimit(
                        heading, limit.target(), condition.orElse(limit.breach()), limit.acknowledgement());
            }

            @Override
            public Control alertFlood(Control.AlertFlood flood) {
                return new Control.AlertFlood(heading, flood.target(), flood.maxWarnings(), flood.terms());
            }

            @Override
            public Control approval(Control.Approval approval) {
                return new Control.Approval(
                        heading, approval.target(), condition.orElse(approval.hold()), approval.terms());
            }
        });
    }
}
