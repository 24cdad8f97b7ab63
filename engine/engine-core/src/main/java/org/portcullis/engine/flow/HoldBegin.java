package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.Amounts;
import org.portcullis.engine.approval.ApprovalText;
import org.portcullis.engine.approval.Binding;
import org.portcullis.engine.approval.Freeze;
import org.portcullis.engine.approval.FrozenQuorum;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.RetypedAmount;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.json.Digest;

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

    private HoldBegin(Context context, Decision decision, LineSet releasable) {
        this.context = context;
        this.decision = decision;
        this.releasable = releasable;
    }

    /** Joins the terms; there are none where nothing could be released anyway. */
    static HoldBegin of(Context context, Command.Activate active, Decision decision, LineSet releasable) {
        HoldBegin begin = new HoldBegin(context, decision, releasable);
        if (!releasable.isEmpty()) {
            Freeze freeze = new Freeze(
                    context.directory(), active.edits(), decision.submission().requester(), context.at());
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
    Optional<Hold> hold(String submission, Digest submissionDigest, Digest decisionDigest) {
        if (quorums.isEmpty()) {
            return Optional.empty();
        }
        String text = ApprovalText.of(
                decision, releasable, quorums, new ApprovalText.Terms(reasonRequired, retyped, notAfter));
        Binding binding = new Binding(
                submission + "-H",
                submissionDigest,
                decisionDigest,
                Texts.digest(text),
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
                quorums));
    }

    private void add(ControlId control, HoldTerms terms, Freeze freeze) {
        quorums.addAll(freeze.quorums(control, terms));
        escalation.addAll(freeze.escalation(control, terms));
        reasonRequired |= terms.reasonRequired();
        Instant until = freeze.after(terms.within());
        notAfter = until.isBefore(notAfter) ? until : notAfter;
        terms.retyped()
                .map(reference -> Amounts.of(reference, decision, 0))
                .filter(amount -> !retyped.contains(amount))
                .ifPresent(retyped::add);
    }
}
