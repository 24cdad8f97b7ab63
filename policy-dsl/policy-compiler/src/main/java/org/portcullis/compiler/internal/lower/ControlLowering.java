package org.portcullis.compiler.internal.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.CitationSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReviewSyntax;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.Rationale;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.Review;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/** Lowers checked controls of one policy. */
final class ControlLowering {
    private final HeaderSyntax header;
    private final Map<String, Condition> scopes;

    /**
     * Lowers controls under a header.
     *
     * @param scopes every scope of the policy by its id
     */
    ControlLowering(HeaderSyntax header, Map<String, Condition> scopes) {
        this.header = header;
        this.scopes = scopes;
    }

    Control lower(ControlSyntax control) {
        Heading heading = heading(control);
        return control.kind().match(new ControlSyntax.Cases<>() {
            @Override
            public Control grant(ControlSyntax.Grant grant) {
                return new Control.Grant(
                        heading,
                        Terms.roles(grant.roles()),
                        grant.perOrder().map(Located::value),
                        grant.perBasket().map(Located::value));
            }

            @Override
            public Control hardLimit(ControlSyntax.HardLimit limit) {
                return new Control.HardLimit(
                        heading,
                        limit.target().value(),
                        Conditions.lower(limit.breach()),
                        limit.early().map(Terms::early),
                        limit.exceptional().map(Terms::exceptional));
            }

            @Override
            public Control softLimit(ControlSyntax.SoftLimit limit) {
                return new Control.SoftLimit(
                        heading,
                        limit.target().value(),
                        Conditions.lower(limit.breach()),
                        limit.early().map(Terms::early),
                        acknowledgement(limit.acknowledged()));
            }

            @Override
            public Control alertFlood(ControlSyntax.AlertFlood flood) {
                return new Control.AlertFlood(
                        heading,
                        flood.target().value(),
                        flood.maxWarnings().value(),
                        flood.raisedByBasket().value(),
                        flood.terms().map(Terms::hold));
            }

            @Override
            public Control approval(ControlSyntax.Approval approval) {
                return new Control.Approval(
                        heading,
                        approval.target().value(),
                        Conditions.lower(approval.hold()),
                        Terms.hold(approval.terms()));
            }

            @Override
            public Control windowLimit(ControlSyntax.WindowLimit limit) {
                return new Control.WindowLimit(
                        heading,
                        limit.kind(),
                        limit.action().value(),
                        limit.target().value(),
                        Conditions.lower(limit.breach()),
                        limit.early().map(Terms::early),
                        limit.reEnabling().map(Terms::reEnabling));
            }

            @Override
            public Control inFlight(ControlSyntax.InFlight inFlight) {
                return new Control.InFlight(
                        heading,
                        inFlight.action().value(),
                        inFlight.target().value(),
                        Conditions.lower(inFlight.breach()),
                        inFlight.reEnabling().map(Terms::reEnabling));
            }

            @Override
            public Control monitor(ControlSyntax.Monitor monitor) {
                return new Control.Monitor(
                        heading,
                        Terms.role(monitor.tell()),
                        Conditions.lower(monitor.when()),
                        monitor.groupedBy().map(Conditions::lower));
            }

            @Override
            public Control escalation(ControlSyntax.Escalation escalation) {
                Condition when = escalation
                        .what()
                        .map(what -> (Condition) new Condition.Compare(
                                Reference.to(Measure.ALERT_EVENT),
                                Comparator.IS,
                                new Bound.Constant(new Value.Text(what.value()))))
                        .or(() -> escalation.condition().map(Conditions::lower))
                        .orElseThrow(() -> new IllegalStateException("an escalation says when"));
                return new Control.Escalation(
                        heading,
                        when,
                        escalation.groupedBy().map(Conditions::lower),
                        escalation.steps().stream().map(Terms::stage).toList());
            }

            @Override
            public Control killSwitch(ControlSyntax.KillSwitch kill) {
                return new Control.KillSwitch(
                        heading, Terms.quorum(kill.pulledBy()), Terms.reEnabling(kill.reEnabling()));
            }
        });
    }

    private Heading heading(ControlSyntax control) {
        ReviewSyntax review = control.review()
                .or(header::review)
                .orElseThrow(() -> new IllegalStateException(
                        "control `" + control.id().value() + "` without a review was not reported"));
        return new Heading(
                new ControlId(control.id().value()),
                control.citations().stream().map(ControlLowering::citation).toList(),
                control.citations().stream()
                        .flatMap(cited ->
                                cited.because().map(why -> new Rationale(citation(cited), why.value())).stream())
                        .toList(),
                control.owner().orElse(header.owner()).value(),
                new Review(review.every().value(), review.lastOn().value()),
                control.effective().map(Terms::period),
                control.rollout().map(Located::value).orElse(Rollout.ENFORCE),
                applicability(control.applies()),
                control.missingData().orElse(header.missingData()).value(),
                control.message().map(Located::value).orElse(""),
                CanonicalSpelling.of(control));
    }

    private static Citation citation(CitationSyntax cited) {
        return new Citation(cited.corpus().value(), cited.provision().value());
    }

    private Applicability applicability(ApplicabilitySyntax applies) {
        return new Applicability(
                applies.subject().value(),
                applies.scopes().stream().map(id -> new ControlId(id.value())).toList(),
                where(applies.scopes(), applies.where()),
                applies.stage().value());
    }

    /** Any of the scopes, and the condition. */
    Condition where(List<Located<String>> ids, Optional<ConditionSyntax> where) {
        List<Condition> either = ids.stream().map(this::scope).distinct().toList();
        List<Condition> both = new ArrayList<>();
        if (!either.isEmpty()) {
            both.add(either.size() == 1 ? either.get(0) : new Condition.Any(either));
        }
        where.map(Conditions::lower).ifPresent(both::add);
        return both.isEmpty() ? new Condition.Always() : both.size() == 1 ? both.get(0) : new Condition.All(both);
    }

    private Condition scope(Located<String> id) {
        Condition means = scopes.get(id.value());
        if (means == null) {
            throw new IllegalStateException("unknown scope `" + id.value() + "` was not reported");
        }
        return means;
    }

    private static Acknowledgement acknowledgement(ControlSyntax.Acknowledged acknowledged) {
        return new Acknowledgement(
                acknowledged.mode().value(),
                acknowledged.reasonRequired(),
                acknowledged.retyped().map(Conditions::lower),
                acknowledged.largestFirst(),
                acknowledged.by().map(Terms::role));
    }
}
