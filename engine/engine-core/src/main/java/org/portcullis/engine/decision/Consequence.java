package org.portcullis.engine.decision;

import java.util.List;
import org.portcullis.engine.evaluate.Kinds;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.EarlyWarning;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;

/** Reads from each kind of control what its verdicts do. */
final class Consequence {
    private Consequence() {}

    /** What a verdict does at a stage, as far as the control is rolled out. */
    static Impact of(Control control, Verdict verdict, Facts facts, Stage stage) {
        return enforced(control, verdict, facts, stage).within(control.heading().rollout());
    }

    /** What a verdict does at a stage where the control is enforced; an unknown one takes the control's missing-data effect. */
    static Impact enforced(Control control, Verdict verdict, Facts facts, Stage stage) {
        return switch (verdict) {
            case NOT_APPLICABLE, SATISFIED -> Impact.NONE;
            case EARLY -> Impact.NOTED;
            case BREACHED -> ofBreach(control, facts, stage);
            case CONDITION_UNKNOWN, APPLICABILITY_UNKNOWN -> ofUnknown(control, stage);
        };
    }

    /** Whom a verdict tells; a monitor and an escalation tell their roles also what they could not see. */
    static List<Role> tells(Control control, Verdict verdict, Facts facts) {
        return switch (verdict) {
            case NOT_APPLICABLE, SATISFIED -> List.of();
            case EARLY ->
                Obligation.early(control).map(EarlyWarning::to).stream().toList();
            case BREACHED, CONDITION_UNKNOWN, APPLICABILITY_UNKNOWN ->
                control.match(new Kinds<>(List.<Role>of()) {
                    @Override
                    public List<Role> monitor(Control.Monitor monitor) {
                        return List.of(monitor.tell());
                    }

                    @Override
                    public List<Role> escalation(Control.Escalation escalation) {
                        return DueSteps.of(escalation, facts).stages().stream()
                                .flatMap(stage -> stage.tell().stream())
                                .distinct()
                                .toList();
                    }
                });
        };
    }

    /** Whether a finding of the control concerns the basket with all its lines. */
    static boolean wholeBasket(Control control) {
        return control.match(new Wide(control.heading().applies().subject() == Subject.BASKETS));
    }

    private static Impact ofBreach(Control control, Facts facts, Stage stage) {
        return control.match(new Control.Cases<Impact>() {
            @Override
            public Impact grant(Control.Grant grant) {
                return stops();
            }

            @Override
            public Impact hardLimit(Control.HardLimit limit) {
                return stops();
            }

            @Override
            public Impact softLimit(Control.SoftLimit limit) {
                return stage.isInFlight() ? Impact.NOTED : Impact.of(Effect.WARN);
            }

            @Override
            public Impact alertFlood(Control.AlertFlood flood) {
                return flood.terms().isPresent() && !stage.isInFlight() ? Impact.of(Effect.HOLD) : stops();
            }

            @Override
            public Impact approval(Control.Approval approval) {
                return stage.isInFlight() ? Impact.of(InFlightEffect.SUSPEND) : Impact.of(Effect.HOLD);
            }

            // Whoever is suspended cannot submit: before the release, to suspend is to block.
            @Override
            public Impact windowLimit(Control.WindowLimit limit) {
                return stage.isInFlight() ? Impact.of(acting(limit.action())) : Impact.of(Effect.BLOCK);
            }

            @Override
            public Impact inFlight(Control.InFlight control) {
                return stage.isInFlight() ? Impact.of(acting(control.action())) : Impact.of(Effect.BLOCK);
            }

            @Override
            public Impact monitor(Control.Monitor monitor) {
                return Impact.NOTED;
            }

            @Override
            public Impact escalation(Control.Escalation escalation) {
                return Impact.of(DueSteps.of(escalation, facts).inFlight());
            }

            @Override
            public Impact killSwitch(Control.KillSwitch kill) {
                return stage.isInFlight() ? Impact.of(InFlightEffect.KILL) : Impact.of(Effect.BLOCK);
            }

            private Impact stops() {
                return stage.isInFlight() ? Impact.of(InFlightEffect.SUSPEND) : Impact.of(Effect.BLOCK);
            }
        });
    }

    /** Nothing that works is blocked; what cannot be known suspends it, and cancels it only where the control cancels and does not merely hold. */
    private static Impact ofUnknown(Control control, Stage stage) {
        ControlKind kind = ControlKind.of(control);
        if (kind == ControlKind.MONITOR || kind == ControlKind.ESCALATION) {
            return Impact.NOTED;
        }
        boolean blocks = control.heading().missingData() == MissingDataEffect.BLOCKS;
        if (!stage.isInFlight()) {
            return Impact.of(blocks ? Effect.BLOCK : Effect.HOLD);
        }
        return Impact.of(blocks && cancels(control) ? InFlightEffect.CANCEL : InFlightEffect.SUSPEND);
    }

    private static boolean cancels(Control control) {
        return control.match(new Kinds<>(false) {
            @Override
            public Boolean windowLimit(Control.WindowLimit limit) {
                return limit.action() == Action.CANCEL;
            }

            @Override
            public Boolean inFlight(Control.InFlight inFlight) {
                return inFlight.action() == Action.CANCEL;
            }
        });
    }

    /** What an action does to what is working; what can no longer be blocked is suspended. */
    static InFlightEffect acting(Action action) {
        return switch (action) {
            case BLOCK, SUSPEND -> InFlightEffect.SUSPEND;
            case CANCEL -> InFlightEffect.CANCEL;
        };
    }

    /** Says of each kind whether it concerns the whole basket. */
    private record Wide(boolean onBaskets) implements Control.Cases<Boolean> {

        @Override
        public Boolean grant(Control.Grant grant) {
            return onBaskets;
        }

        @Override
        public Boolean hardLimit(Control.HardLimit limit) {
            return onBaskets || limit.target() != Target.ORDER;
        }

        // A warning goes to the trader or desk about the one order, so what is unknown stops that order alone.
        @Override
        public Boolean softLimit(Control.SoftLimit limit) {
            return onBaskets || limit.target() == Target.WHOLE_BASKET || limit.target() == Target.RELEASE;
        }

        @Override
        public Boolean alertFlood(Control.AlertFlood flood) {
            return flood.raisedByBasket() || flood.target() != Target.ORDER;
        }

        @Override
        public Boolean approval(Control.Approval approval) {
            return onBaskets || approval.target() != Target.ORDER;
        }

        @Override
        public Boolean windowLimit(Control.WindowLimit limit) {
            return onBaskets || limit.target() != Target.ORDER;
        }

        @Override
        public Boolean inFlight(Control.InFlight control) {
            return onBaskets || control.target() != Target.ORDER;
        }

        @Override
        public Boolean monitor(Control.Monitor monitor) {
            return onBaskets;
        }

        // An alert is judged on the basket's facts: what its steps suspend is what the alert is about.
        @Override
        public Boolean escalation(Control.Escalation escalation) {
            return true;
        }

        @Override
        public Boolean killSwitch(Control.KillSwitch kill) {
            return onBaskets;
        }
    }
}
