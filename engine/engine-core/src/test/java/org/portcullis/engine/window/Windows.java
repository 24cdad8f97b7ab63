package org.portcullis.engine.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.Sample;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Derivation.Aggregate;
import org.portcullis.model.condition.Derivation.Counting;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** Makes windows, events and candidates for tests in a few words. */
final class Windows {
    static final Instant NINE = Instant.parse("2022-05-02T08:00:00Z");
    static final Reference DESK_DAY =
            sum(Measure.ORDER_NOTIONAL, Optional.empty(), Counting.UNLESS_SAID, Measure.ORDER_DESK);

    private Windows() {}

    static Reference sum(Measure measure, Optional<Value.TimeSpan> span, List<Counting> counting, Measure... per) {
        return Reference.derived(measure, new Derivation.Windowed(Aggregate.SUM, List.of(per), span, counting));
    }

    static Reference count(Measure measure, Optional<Value.TimeSpan> span, List<Counting> counting, Measure... per) {
        return Reference.derived(measure, new Derivation.Windowed(Aggregate.COUNT, List.of(per), span, counting));
    }

    static Optional<Value.TimeSpan> seconds(long seconds) {
        return Optional.of(Sample.span(seconds, SpanUnit.SECONDS));
    }

    /** A pack whose controls read the references. */
    static PolicyPack pack(Reference... references) {
        List<Control> controls = new ArrayList<>();
        CurrencyCode usd = Sample.USD;
        for (Reference reference : references) {
            Dimension dimension = reference.dimension();
            Condition breach = new Condition.Compare(
                    reference, Comparator.MORE_THAN, new Bound.Constant(Value.of(dimension, Exact.ONE, usd)));
            controls.add(Sample.hardOrder("LIMIT-" + controls.size(), breach));
        }
        return Sample.pack(controls);
    }

    static WindowEvent event(Instant at, WindowEvent.What what, String order, Object... facts) {
        Map<Measure, String> texts = new EnumMap<>(Measure.class);
        Map<Measure, Long> amounts = new EnumMap<>(Measure.class);
        for (int i = 0; i < facts.length; i += 2) {
            if (facts[i + 1] instanceof String text) {
                texts.put((Measure) facts[i], text);
            } else {
                amounts.put((Measure) facts[i], Math.multiplyExact((Integer) facts[i + 1], Exact.ONE));
            }
        }
        return new WindowEvent(at, what, Optional.of(order), texts, amounts);
    }

    /** The facts of one order of a desk. */
    static SubmissionFacts candidate(Instant at, Object... facts) {
        return new SubmissionFacts("B", line(0, at, facts), List.of(line(1, at, facts)));
    }

    static Facts line(int number, Instant at, Object... facts) {
        Facts.Builder line = Facts.builder(number, at);
        for (int i = 0; i < facts.length; i += 2) {
            if (facts[i + 1] instanceof String text) {
                line.text((Measure) facts[i], text, Sample.ORIGIN);
            } else {
                line.number((Measure) facts[i], Math.multiplyExact((Integer) facts[i + 1], Exact.ONE), Sample.ORIGIN);
            }
        }
        return line.build();
    }
}
