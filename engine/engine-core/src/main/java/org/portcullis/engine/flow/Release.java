package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.Seating;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.token.ReleaseToken;
import org.portcullis.model.json.Digest;
import org.portcullis.model.value.Value;

/** Writes the entries of a release, the token always last: a batch that is cut off releases nothing. */
final class Release {
    private Release() {}

    /** The entries that release a submission that has waited. */
    static List<Draft> drafts(Context context, SubmissionState submission, Seating seating) {
        List<Draft> drafts = new ArrayList<>();
        submission.hold.ifPresent(progress -> drafts.add(context.about(
                submission, new HoldEntry.Released(progress.hold().id(), submission.id(), seating.taken()))));
        SubmissionState.Decided decided = submission.decision();
        drafts.add(context.about(submission, token(context, decided.made(), decided.digest())));
        return drafts;
    }

    /** The entry that issues a token for a decision. */
    static EntryBody token(Context context, DecisionEntry.Made made, Digest decisionDigest) {
        ReleaseToken token = new ReleaseToken(
                context.ports().nonces().next(),
                made.submission(),
                made.submissionDigest(),
                decisionDigest,
                context.at().plus(context.terms().tokenValid()),
                made.releasable());
        TokenEntry.Issued issued = TokenEntry.Issued.signed(
                token, context.ports().tokenSigner(), made.releasableNotional(), Optional.empty());
        context.state().signed.add(token.id());
        return issued;
    }

    /** The sum of amounts; empty where one of them is not known, where there is none, or where it is too large. */
    static Optional<Value.Money> total(List<Optional<Value.Money>> amounts) {
        List<Value.Money> known = amounts.stream().flatMap(Optional::stream).toList();
        if (known.isEmpty() || known.size() < amounts.size()) {
            return Optional.empty();
        }
        try {
            long sum = known.stream().mapToLong(Value.Money::micros).reduce(0, Math::addExact);
            return Optional.of(new Value.Money(sum, known.get(0).currency()));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /** The outcome of a submission whose token is out. */
    static Outcome outcome(EngineState state, SubmissionState submission, Optional<Decision> decision) {
        return outcome(state, submission, submission.token, decision);
    }

    /** The outcome of a submission one of whose tokens is out. */
    static Outcome outcome(EngineState state, SubmissionState submission, String token, Optional<Decision> decision) {
        TokenState issued = Optional.ofNullable(state.tokens.get(token))
                .orElseThrow(() -> new IllegalStateException("submission `" + submission.id() + "` has no token"));
        return new Outcome.Released(submission.view(), issued.token(), issued.envelope(), decision);
    }
}
