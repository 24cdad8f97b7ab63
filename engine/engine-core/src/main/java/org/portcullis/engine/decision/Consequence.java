package org.portcullis.engine.decision;

import java.util.Optional;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;

/** Reads from each kind of control what its verdicts do. */
final class Consequence {
    private Consequence() {}

    /** The effect of a verdict; an unknown one takes the control's missing-data effect, whatever kind it is. */
    static Effect of(Control control, Verdict verdict) {
        return switch (verdict) {
            case NOT_APPLICABLE, SATISFIED -> Effect.RELEASE;
            case BREACHED -> ofBreach(control);
            case CONDITION_UNKNOWN, APPLICABILITY_UNKNOWN ->
                control.heading().missingData() == MissingDataEffect.BLOCKS ? Effect.BLOCK : Effect.HOLD;
        };
    }

    /** What releases a hold of the control; empty where nothing does. */
    static Optional<HoldTerms> terms(Control control) {
        return control.match(new Control.Cases<>() {
            @Override
            public Optional<HoldTerms> grant(Control.Grant grant) {
                return Optional.empty();
            }

            @Override
            public Optional<HoldTerms> hardLimit(Control.HardLimit limit) {
                return Optional.empty();
            }

            @Override
            public Optional<HoldTerms> softLimit(Control.SoftLimit limit) {
                return Optional.empty();
            }

            @Override
            public Optional<HoldTerms> alertFlood(Control.AlertFlood flood) {
                return flood.terms();
            }

            @Override
            public Optional<HoldTerms> approval(Control.Approval approval) {
                return Optional.of(approval.terms());
            }
        });
    }

    /** Whether a finding of the control concerns the basket with all its lines. */
    static boolean wholeBasket(Control control) {
        if (control.heading().applies().subject() == Subject.BASKETS) {
            return true;
        }
        return control.match(new Control.Cases<>() {
            @Override
            public Boolean grant(Control.Grant grant) {
                return false;
            }

            @Override
            public Boolean hardLimit(Control.HardLimit limit) {
                return limit.target() != Target.ORDER;
            }

            // A warning goes to the trader or desk about the one order, so what is unknown stops that order alone.
            @Override
            public Boolean softLimit(Control.SoftLimit limit) {
                return limit.target() == Target.WHOLE_BASKET || limit.target() == Target.RELEASE;
            }

            @Override
            public Boolean alertFlood(Control.AlertFlood flood) {
                return true;
            }

            @Override
            public Boolean approval(Control.Approval approval) {
                return approval.target() != Target.ORDER;
            }
        });
    }

    private static Effect ofBreach(Control control) {
        return switch (ControlKind.of(control)) {
            case GRANT, HARD_LIMIT -> Effect.BLOCK;
            case SOFT_LIMIT -> Effect.WARN;
            case ALERT_FLOOD -> terms(control).isPresent() ? Effect.HOLD : Effect.BLOCK;
            case APPROVAL -> Effect.HOLD;
        };
    }
}
