package org.portcullis.engine.flow;

import java.util.Comparator;
import java.util.Optional;
import org.portcullis.engine.approval.RetypedAmount;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.value.Value;

/**
 * One warning and whether it was acknowledged.
 *
 * @param item the line, its amount and what is typed again
 * @param acknowledgedBy the person; empty while it waits
 */
public record Warning(
        ControlId control,
        WarningEntry.Raised.Terms terms,
        WarningEntry.Raised.Item item,
        Optional<String> acknowledgedBy) {

    /** Largest money first; what has no known amount counts as the largest, since nobody can say that it is not. */
    public static final Comparator<Warning> LARGEST_FIRST = Comparator.comparingLong(Warning::size)
            .reversed()
            .thenComparingInt(warning -> warning.item().line())
            .thenComparing(Warning::control);

    /** Whether it still waits. */
    public boolean isOutstanding() {
        return acknowledgedBy.isEmpty();
    }

    /** The amount that is typed again, if the control asks for one. */
    public Optional<RetypedAmount> retyped() {
        return terms.retyped().map(measure -> new RetypedAmount(measure, item.retype()));
    }

    long size() {
        return item.notional().map(Value.Money::micros).orElse(Long.MAX_VALUE);
    }

    Warning acknowledged(String person) {
        return new Warning(control, terms, item, Optional.of(person));
    }

    Key key() {
        return new Key(control, item.line());
    }

    /** Names a warning within its submission. */
    record Key(ControlId control, int line) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::control).thenComparingInt(Key::line);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
