package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.LaterSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;

/**
 * A control with the parts that several kinds share laid side by side.
 *
 * @param condition on which the control acts; a grant and an alert flood have none
 * @param terms what releases the hold, if the control holds
 * @param target what the control acts on; a grant acts on nothing
 * @param acknowledged how a soft limit's warnings are acknowledged
 * @param grant the control itself, if it is a grant
 * @param flood the control itself, if it is an alert flood
 * @param later the constructs of later versions inside the control
 */
record ControlOutline(
        ControlSyntax syntax,
        Kind kind,
        Optional<ConditionSyntax> condition,
        Optional<HoldTermsSyntax> terms,
        Optional<Located<Target>> target,
        Optional<ControlSyntax.Acknowledged> acknowledged,
        Optional<ControlSyntax.Grant> grant,
        Optional<ControlSyntax.AlertFlood> flood,
        List<LaterSyntax> later) {

    /** The kinds of control, with the words that name them. */
    enum Kind {
        GRANT("a grant"),
        HARD_LIMIT("a hard limit"),
        SOFT_LIMIT("a soft limit"),
        ALERT_FLOOD("an alert flood"),
        APPROVAL("an approval");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static ControlOutline of(ControlSyntax syntax) {
        return syntax.kind().match(new ControlSyntax.Cases<>() {
            @Override
            public ControlOutline grant(ControlSyntax.Grant grant) {
                return new ControlOutline(
                        syntax,
                        Kind.GRANT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(grant),
                        Optional.empty(),
                        List.of());
            }

            @Override
            public ControlOutline hardLimit(ControlSyntax.HardLimit limit) {
                return new ControlOutline(
                        syntax,
                        Kind.HARD_LIMIT,
                        Optional.of(limit.breach()),
                        Optional.empty(),
                        Optional.of(limit.target()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        limit.later());
            }

            @Override
            public ControlOutline softLimit(ControlSyntax.SoftLimit limit) {
                return new ControlOutline(
                        syntax,
                        Kind.SOFT_LIMIT,
                        Optional.of(limit.breach()),
                        Optional.empty(),
                        Optional.of(limit.target()),
                        Optional.of(limit.acknowledged()),
                        Optional.empty(),
                        Optional.empty(),
                        limit.later());
            }

            @Override
            public ControlOutline alertFlood(ControlSyntax.AlertFlood flood) {
                return new ControlOutline(
                        syntax,
                        Kind.ALERT_FLOOD,
                        Optional.empty(),
                        flood.terms(),
                        Optional.of(flood.target()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(flood),
                        List.of());
            }

            @Override
            public ControlOutline approval(ControlSyntax.Approval approval) {
                return new ControlOutline(
                        syntax,
                        Kind.APPROVAL,
                        Optional.of(approval.hold()),
                        Optional.of(approval.terms()),
                        Optional.of(approval.target()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
            }
        });
    }

    String id() {
        return syntax.id().value();
    }

    ApplicabilitySyntax applies() {
        return syntax.applies();
    }

    boolean isOnBaskets() {
        return applies().subject().value() == Subject.BASKETS;
    }

    /** The attribute that is retyped, if one is. */
    Optional<ReferenceSyntax> retyped() {
        return acknowledged
                .flatMap(ControlSyntax.Acknowledged::retyped)
                .or(() -> terms.flatMap(HoldTermsSyntax::retyped));
    }
}
