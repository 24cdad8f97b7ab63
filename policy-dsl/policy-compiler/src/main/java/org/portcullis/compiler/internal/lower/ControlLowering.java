package org.portcullis.compiler.internal.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.ExclusionSyntax;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.LaterSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.compiler.syntax.ReviewSyntax;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Review;
import org.portcullis.model.control.Role;

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
                        roles(grant.roles()),
                        grant.perOrder().map(Located::value),
                        grant.perBasket().map(Located::value));
            }

            @Override
            public Control hardLimit(ControlSyntax.HardLimit limit) {
                requireNone(limit.later());
                return new Control.HardLimit(heading, limit.target().value(), Conditions.lower(limit.breach()));
            }

            @Override
            public Control softLimit(ControlSyntax.SoftLimit limit) {
                requireNone(limit.later());
                return new Control.SoftLimit(
                        heading,
                        limit.target().value(),
                        Conditions.lower(limit.breach()),
                        acknowledgement(limit.acknowledged()));
            }

            @Override
            public Control alertFlood(ControlSyntax.AlertFlood flood) {
                return new Control.AlertFlood(
                        heading,
                        flood.target().value(),
                        flood.maxWarnings().value(),
                        flood.terms().map(ControlLowering::terms));
            }

            @Override
            public Control approval(ControlSyntax.Approval approval) {
                return new Control.Approval(
                        heading, approval.target().value(), Conditions.lower(approval.hold()), terms(approval.terms()));
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
                control.citations().stream()
                        .map(cited -> new Citation(
                                cited.corpus().value(), cited.provision().value()))
                        .toList(),
                control.owner().orElse(header.owner()).value(),
                new Review(review.every().value(), review.lastOn().value()),
                applicability(control.applies()),
                control.missingData().orElse(header.missingData()).value(),
                control.message().map(Located::value).orElse(""),
                CanonicalSpelling.of(control));
    }

    private Applicability applicability(ApplicabilitySyntax applies) {
        List<Condition> either =
                applies.scopes().stream().map(this::scope).distinct().toList();
        List<Condition> both = new ArrayList<>();
        if (!either.isEmpty()) {
            both.add(either.size() == 1 ? either.get(0) : new Condition.Any(either));
        }
        applies.where().map(Conditions::lower).ifPresent(both::add);
        Condition condition =
                both.isEmpty() ? new Condition.Always() : both.size() == 1 ? both.get(0) : new Condition.All(both);
        return new Applicability(
                applies.subject().value(),
                applies.scopes().stream().map(id -> new ControlId(id.value())).toList(),
                condition,
                applies.stage().value());
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
                acknowledged.by().map(role -> new Role(role.value())));
    }

    private static HoldTerms terms(HoldTermsSyntax terms) {
        return new HoldTerms(
                terms.quorums().stream().map(ControlLowering::quorum).toList(),
                terms.exclusions().stream().map(ControlLowering::exclusion).toList(),
                terms.reasonRequired(),
                terms.retyped().map(Conditions::lower),
                terms.within().value(),
                terms.escalation().stream()
                        .map(step -> new HoldTerms.EscalationStep(
                                step.after().value(), new Role(step.to().value())))
                        .toList());
    }

    private static Quorum quorum(QuorumSyntax quorum) {
        return new Quorum(quorum.needed().value(), roles(quorum.roles()));
    }

    private static List<Role> roles(List<Located<String>> roles) {
        return roles.stream().map(role -> new Role(role.value())).toList();
    }

    private static Exclusion exclusion(ExclusionSyntax exclusion) {
        return exclusion.match(new ExclusionSyntax.Cases<>() {
            @Override
            public Exclusion requester(ExclusionSyntax.Requester requester) {
                return new Exclusion.Requester();
            }

            @Override
            public Exclusion delegates(ExclusionSyntax.DelegatesOfRequester delegates) {
                return new Exclusion.DelegatesOfRequester();
            }

            @Override
            public Exclusion holders(ExclusionSyntax.HoldersOf holders) {
                return new Exclusion.HoldersOf(new Role(holders.role().value()));
            }

            @Override
            public Exclusion editors(ExclusionSyntax.RecentEditors editors) {
                return new Exclusion.RecentEditors(editors.within().value());
            }
        });
    }

    private static void requireNone(List<LaterSyntax> later) {
        Optional<LaterSyntax> first = later.stream().findFirst();
        if (first.isPresent()) {
            throw Conditions.notChecked(first.get());
        }
    }
}
