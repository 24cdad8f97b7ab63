package org.portcullis.engine.decision;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ExceptionalRelease;
import org.portcullis.model.control.Role;
import org.portcullis.model.value.Value;

/**
 * What one control said against one order or basket, with its explanation.
 *
 * @param control the control; empty for {@link ReasonCode#NOT_GRANTED}, {@link ReasonCode#NO_POLICY} and failures, which no single control says
 * @param effect what it does to what comes in
 * @param inFlight what it does to what is working
 * @param wouldBe what it would do were the control enforced, where its rollout does not let it
 * @param line the line's number, or 0 for the basket as a whole
 * @param symbol the line's symbol, or the basket's id
 * @param notional the money at stake in the policy's currency, if known
 * @param wholeBasket whether the basket with all its lines is stopped or held, not the line alone
 * @param observed the value that the control judged, if it compares one and it is known
 * @param limit the limit it was compared with, in the observed value's unit, if known; for an early warning the limit itself, not where the warning begins
 * @param ratio the observed value as a multiple of the reference: of the limit, or of the measure that a percentage refers to
 * @param nearestPassing the nearest value that would have passed, as people read it, for example `1,212,000 shares`
 * @param gaps why facts are not known, for {@link ReasonCode#MISSING_DATA}
 * @param message the control's message with its placeholders filled
 * @param tells the roles that are told: of an early warning, a monitor, or the steps of an escalation that are due
 * @param exceptional who may release the one order or basket all the same, where the control blocks and states it
 * @param supersededBy the hard limit on the same measure of the same order that makes this warning moot, if any
 */
public record Finding(
        Optional<ControlId> control,
        Effect effect,
        InFlightEffect inFlight,
        Optional<Impact> wouldBe,
        ReasonCode reason,
        int line,
        String symbol,
        Optional<Value.Money> notional,
        boolean wholeBasket,
        Optional<Value> observed,
        Optional<Value> limit,
        Optional<Value.Ratio> ratio,
        Optional<String> nearestPassing,
        List<FactGap> gaps,
        String message,
        List<Role> tells,
        Optional<ExceptionalRelease> exceptional,
        Optional<ControlId> supersededBy) {
    public Finding {
        gaps = List.copyOf(gaps);
        tells = List.copyOf(tells);
    }

    /** The same finding, made moot by a hard limit. */
    public Finding supersededBy(ControlId hardLimit) {
        return new Finding(
                control,
                effect,
                inFlight,
                wouldBe,
                reason,
                line,
                symbol,
                notional,
                wholeBasket,
                observed,
                limit,
                ratio,
                nearestPassing,
                gaps,
                message,
                tells,
                exceptional,
                Optional.of(hardLimit));
    }

    /** What the finding does: to what comes in, and to what is working. */
    public Impact impact() {
        return new Impact(effect, inFlight);
    }

    /** Whether the finding counts: it is not superseded. */
    public boolean counts() {
        return supersededBy.isEmpty();
    }
}
