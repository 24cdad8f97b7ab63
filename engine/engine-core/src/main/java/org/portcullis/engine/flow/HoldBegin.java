package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.engine.approval.Amounts;
import org.portcullis.engine.approval.ApprovalText;
import org.portcullis.engine.approval.Binding;
import org.portcullis.engine.approval.Freeze;
import org.portcullis.engine.approval.FrozenQuorum;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.IndependentFacts;
import org.portcullis.engine.approval.OwnEstimate;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.RetypedAmount;
import org.portcullis.engine.approval.Separation;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;
import org.portcullis.model.value.CurrencyCode;

/** Joins the terms of every control that holds a submission into one hold, with the people as they are now. */
final class HoldBegin {
    private final Context context;
    private final Decision decision;
    private final LineSet releasable;
    private final List<FrozenQuorum> quorums = new ArrayList<>();
    private final List<Hold.Escalation> escalation = new ArrayList<>();
    private final List<RetypedAmount> retyped = new ArrayList<>();
    private boolean reasonRequired;
    private Instant notAfter = Instant.MAX;
    private Optional<RetypedAmount> estimated = Optional.empty();
    private Separation separation = Separation.NONE;

    private HoldBegin(Context context, Decision decision, LineSet releasable) {
        this.context = context;
        this.decision = decision;
        this.releasable = releasable;
    }

    /** Joins the terms; there are none where nothing could be released anyway. */
    static HoldBegin of(Context context, Decision decision, LineSet releasable) {
        HoldBegin begin = new HoldBegin(context, decision, releasable);
        if (!releasable.isEmpty()) {
            Freeze freeze = context.freeze(decision.submission().requester());
            for (Control control : decision.holds()) {
                Obligation.holdTerms(control).ifPresent(terms -> begin.add(control.id(), terms, freeze));
            }
        }
        return begin;
    }

    /** How many quorums must be met. */
    int quorums() {
        return quorums.size();
    }

    /** The hold, bound to a decision; empty where no quorum must be met. */
    Optional<Hold> hold(String submission, Digest submissionDigest, Digest decisionDigest, SubmissionFacts facts) {
        if (quorums.isEmpty()) {
            return Optional.empty();
        }
        String text = ApprovalText.of(
                decision, releasable, quorums, new ApprovalText.Terms(reasonRequired, retyped, notAfter));
        Optional<OwnEstimate> estimate = estimated.map(amount ->
                new OwnEstimate(IndependentFacts.of(facts, currency(), releasable, amount.measure()), amount));
        Binding binding = new Binding(
                submission + "-H",
                submissionDigest,
                decisionDigest,
                Texts.digest(text),
                estimate.map(asked -> Texts.digest(asked.facts())),
                decision.packFingerprint(),
                context.ports().nonces().next(),
                context.at(),
                notAfter);
        return Optional.of(new Hold(
                binding,
                Purpose.RELEASE,
                submission,
                decision.submission().requester(),
                text,
                reasonRequired,
                retyped,
                escalation,
                estimate,
                separation,
                quorums));
    }

    private SortedSet<Role> roles() {
        SortedSet<Role> roles = new TreeSet<>();
        quorums.forEach(frozen -> roles.addAll(frozen.quorum().roles()));
        return roles;
    }

    private CurrencyCode currency() {
        return context.active()
                .map(active -> active.assessor().pack().header().currency())
                .orElseThrow(() -> new IllegalStateException("nothing is held without a policy"));
    }

    private void add(ControlId control, HoldTerms terms, Freeze freeze) {
        quorums.addAll(freeze.quorums(control, terms));
        escalation.addAll(freeze.escalation(control, terms));
        reasonRequired |= terms.reasonRequired();
        Instant until = freeze.after(terms.within());
        notAfter = until.isBefore(notAfter) ? until : notAfter;
        separation = freeze.separation().about(roles());
        estimated = estimated.or(() -> terms.estimated().map(reference -> Amounts.of(reference, decision, 0)));
        terms.retyped()
                .map(reference -> Amounts.of(reference, decision, 0))
                .filter(amount -> !retyped.contains(amount))
                .ifPresent(retyped::add);
    }
}
