package org.portcullis.engine.decision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.value.Value;

/**
 * What one control makes of one order or of its basket, and why; also where it does not apply or is satisfied.
 *
 * @param line the line that was judged, or 0 for the basket
 * @param effect what the verdict does; a satisfied or not applicable control releases
 * @param inFlight what it does to what is working
 * @param applies the parts of its applicability, in the order of its text; all must be true, unless an `or` joins them
 * @param condition the parts of the condition under which it is breached; for a grant, under which it does not cover
 * @param because one sentence: the part that decided, with its facts
 */
public record ControlTrace(
        ControlId control,
        ControlKind kind,
        int line,
        Verdict verdict,
        Effect effect,
        InFlightEffect inFlight,
        List<Part> applies,
        List<Part> condition,
        String because) {
    public ControlTrace {
        applies = List.copyOf(applies);
        condition = List.copyOf(condition);
    }

    /**
     * One part of a condition with its truth.
     *
     * @param words the part as policies write it
     * @param facts what it reads
     * @param limit what the left side is compared with, in its unit, if known
     */
    public record Part(String words, Truth truth, List<FactReading> facts, Optional<Value> limit) {
        public Part {
            facts = List.copyOf(facts);
        }
    }

    /**
     * One fact as it was read.
     *
     * @param words its value for people, or why there is none
     * @param age how old it was at the decision, where that is recorded
     */
    public record FactReading(
            Reference reference,
            Optional<Value> value,
            String words,
            Optional<String> source,
            Optional<Duration> age,
            Optional<FactGap> gap) {}
}
