package org.portcullis.engine.approval;

import java.util.Optional;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** Finds in a decision the amounts that people are asked to type again. */
public final class Amounts {
    private Amounts() {}

    /**
     * The amount that a control asks for on a line, or on the basket for line 0.
     *
     * <p>Known are the notionals, the quantity, the number of lines and the intended amount; any other measure gives an amount that is not known, so that
     * nobody can type it right.
     */
    public static RetypedAmount of(Reference reference, Decision decision, int line) {
        return new RetypedAmount(reference.measure().path(), find(reference.measure(), decision, line));
    }

    private static Optional<Value> find(Measure measure, Decision decision, int line) {
        if (measure == Measure.BASKET_NOTIONAL) {
            return decision.notional().map(money -> money);
        }
        if (measure == Measure.BASKET_INTENDED) {
            return decision.submission().intended().map(money -> money);
        }
        if (measure == Measure.BASKET_ITEMS) {
            long items = decision.submission().lines().size();
            return Optional.of(new Value.Count(Math.multiplyExact(items, Exact.ONE), CountUnit.ORDERS));
        }
        if (measure == Measure.ORDER_NOTIONAL) {
            return decision.lines().stream()
                    .filter(candidate -> candidate.line() == line)
                    .findFirst()
                    .flatMap(LineDecision::notional)
                    .map(money -> money);
        }
        if (measure == Measure.ORDER_QUANTITY) {
            return decision.submission().lines().stream()
                    .filter(candidate -> candidate.number() == line)
                    .findFirst()
                    .flatMap(Amounts::quantity);
        }
        return Optional.empty();
    }

    private static Optional<Value> quantity(OrderLine line) {
        return line.quantity().match(new Given.Cases<Optional<Value>>() {
            @Override
            public Optional<Value> amount(Given.Amount given) {
                return Optional.of(new Value.Count(given.micros(), CountUnit.SHARES));
            }

            @Override
            public Optional<Value> absent(Given.Absent given) {
                return Optional.empty();
            }

            @Override
            public Optional<Value> unreadable(Given.Unreadable given) {
                return Optional.empty();
            }
        });
    }
}
