package org.portcullis.engine.policytest;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Collects what a test gives of one order, of the basket or of one event, and what follows from it by definition; mutable. */
final class GivenLine {
    private final CurrencyCode currency;
    private final Map<Measure, Optional<Value>> measures = new EnumMap<>(Measure.class);
    private final Map<Reference, Optional<Value>> derived = new LinkedHashMap<>();
    private final Map<Measure, Set<String>> several = new EnumMap<>(Measure.class);
    private Optional<Reference> average = Optional.empty();

    GivenLine(CurrencyCode currency) {
        this.currency = currency;
    }

    /** Adds what is given; the later of two values of one fact stands. */
    GivenLine give(List<PolicyTest.Given> given) {
        for (PolicyTest.Given fact : given) {
            Reference reference = fact.fact();
            Measure measure = reference.measure();
            if (reference.derivation().isPresent()) {
                derived.put(reference, fact.value());
                continue;
            }
            measures.put(measure, fact.value());
            if (measure == Measure.MARKET_ADV) {
                average = Optional.of(reference);
            }
            if (Facts.hasSeveralTexts(measure)) {
                fact.value()
                        .ifPresent(text -> several.computeIfAbsent(measure, first -> new TreeSet<>())
                                .add(ValueText.readable(text)));
            }
        }
        return this;
    }

    /** The price of a market order is the reference price; quantity times price is the notional. */
    GivenLine fillIn() {
        copy(Measure.MARKET_PRICE, Measure.ORDER_PRICE);
        multiply(Measure.ORDER_QUANTITY, Measure.ORDER_PRICE, Measure.ORDER_NOTIONAL);
        multiply(Measure.EXECUTION_QUANTITY, Measure.EXECUTION_PRICE, Measure.EXECUTION_NOTIONAL);
        return this;
    }

    boolean gives(Measure measure) {
        return measures.containsKey(measure);
    }

    /** The value that is given or follows; empty where the fact is said to be missing, or is not given. */
    Optional<Value> value(Measure measure) {
        return measures.getOrDefault(measure, Optional.empty());
    }

    /** The value as a fact: money in another currency is none, since facts are converted before they are judged. */
    Optional<Value> usable(Measure measure) {
        return value(measure).filter(this::isUsable);
    }

    boolean isUsable(Value value) {
        return value.inCurrency().map(currency::equals).orElse(true);
    }

    Map<Reference, Optional<Value>> derived() {
        return derived;
    }

    /** The texts of what has several. */
    Set<String> several(Measure measure) {
        return several.getOrDefault(measure, Set.of());
    }

    /** The reference to the average daily volume as the test gives it. */
    Optional<Reference> average() {
        return average;
    }

    private void copy(Measure known, Measure follows) {
        Optional<Value> value = measures.get(known);
        if (value != null) {
            measures.putIfAbsent(follows, value);
        }
    }

    private void multiply(Measure quantity, Measure price, Measure product) {
        if (measures.containsKey(product)) {
            return;
        }
        Optional<Value> shares = usable(quantity);
        Optional<Value> each = usable(price);
        if (shares.isEmpty() || each.isEmpty()) {
            return;
        }
        try {
            long micros =
                    Exact.multiplyRoundingUp(shares.get().micros(), each.get().micros());
            measures.put(product, Optional.of(new Value.Money(micros, currency)));
        } catch (ArithmeticException tooLarge) {
            // What does not fit is not known.
            measures.put(product, Optional.empty());
        }
    }
}
