package org.portcullis.engine.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.OwnEstimate;
import org.portcullis.engine.entry.EstimateEntry;
import org.portcullis.model.value.Value;

/** Takes approvers' own estimates, each before its giver is shown the submitter's amount. */
record Estimating(Context context) {

    Transition estimate(Command.Estimate command) {
        Optional<HoldProgress> found = context.state().hold(command.hold());
        if (found.isEmpty()) {
            return refused(command, "", EstimateRefusal.UNKNOWN_HOLD);
        }
        HoldProgress progress = found.get();
        String submission = progress.hold().submission();
        Optional<OwnEstimate> asked = progress.hold().estimate();
        if (asked.isEmpty()) {
            return refused(command, submission, EstimateRefusal.NOT_ASKED);
        }
        Optional<Long> micros = asked.get().read(command.amount());
        return whyNot(command, progress)
                .or(() -> micros.isEmpty() ? Optional.of(EstimateRefusal.UNREADABLE) : Optional.empty())
                .map(why -> refused(command, submission, why))
                .orElseGet(() -> recorded(command, progress.hold(), asked.get(), micros.orElse(0L)));
    }

    private Optional<EstimateRefusal> whyNot(Command.Estimate command, HoldProgress progress) {
        if (!progress.isOpenAt(context.at())) {
            return Optional.of(EstimateRefusal.HOLD_ENDED);
        }
        if (progress.hold().rolesOf(command.person()).isEmpty()) {
            return Optional.of(EstimateRefusal.NOT_ELIGIBLE);
        }
        return progress.estimates().containsKey(command.person())
                ? Optional.of(EstimateRefusal.ESTIMATED_ALREADY)
                : Optional.empty();
    }

    private Transition recorded(Command.Estimate command, Hold hold, OwnEstimate asked, long micros) {
        Optional<Value.Ratio> ratio = asked.ratio(micros);
        boolean far = ratio.filter(
                        value -> OwnEstimate.isFar(value, context.terms().estimateFactor()))
                .isPresent();
        EstimateEntry.Estimated entry = new EstimateEntry.Estimated(
                hold.id(),
                hold.submission(),
                command.person(),
                asked.amount().measure(),
                command.amount(),
                ratio,
                far,
                Duration.between(hold.binding().notBefore(), context.at()).toSeconds());
        String text = asked.told(command.amount(), ratio, far) + hold.text();
        return new Transition(
                List.of(context.about(hold.submission(), entry)), () -> new Outcome.Estimated(text, ratio, far));
    }

    private Transition refused(Command.Estimate command, String submission, EstimateRefusal why) {
        EstimateEntry.Refused entry =
                new EstimateEntry.Refused(command.hold(), submission, command.person(), why.code());
        return Transition.refused(context.about(submission, entry), why.code(), why.sentence());
    }
}
