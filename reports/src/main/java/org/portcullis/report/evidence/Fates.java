package org.portcullis.report.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;
import org.portcullis.report.reading.TextBook;

/** Keeps what became of every submission, outside the heap. Mutable; one thread. */
final class Fates {

    private static final String SEPARATOR = "\n";
    private static final int STATE = 0;
    private static final int ENTRY = 1;
    private static final int POLICY = 2;
    private static final int MICROS = 3;
    private static final int CURRENCY = 4;
    private static final int LINES = 5;
    private static final int PARTS = 6;

    private final TextBook book = new TextBook();

    /**
     * Is what was known of a submission when it changed.
     *
     * @param policy the fingerprint of the policy that decided in the period; empty where none did
     */
    record Known(Fate fate, String policy) {}

    /** Gives what became of a submission; one that nobody decided is open. */
    Fate of(String submission) {
        return find(submission).map(Known::fate).orElseGet(() -> Fate.without(Fate.State.OPEN, 0));
    }

    /** Notes a decision. */
    void put(String submission, Fate fate, String policy) {
        book.put(submission, text(fate, policy));
    }

    /** Goes on with a submission that was decided, and gives what was known of it before; nothing happens to others. */
    Optional<Known> then(String submission, UnaryOperator<Fate> change) {
        Optional<Known> before = find(submission);
        before.ifPresent(known -> put(submission, change.apply(known.fate()), known.policy()));
        return before;
    }

    private Optional<Known> find(String submission) {
        return book.find(submission).map(Fates::read);
    }

    private static String text(Fate fate, String policy) {
        return String.join(
                SEPARATOR,
                fate.state().name(),
                Long.toString(fate.entry()),
                policy,
                fate.releasedNotional()
                        .map(money -> Long.toString(money.micros()))
                        .orElse(""),
                fate.releasedNotional().map(money -> money.currency().code()).orElse(""),
                fate.released().text());
    }

    private static Known read(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, PARTS));
        Optional<Value.Money> notional = parts.get(MICROS).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Value.Money(Long.parseLong(parts.get(MICROS)), new CurrencyCode(parts.get(CURRENCY))));
        return new Known(
                new Fate(
                        Fate.State.valueOf(parts.get(STATE)),
                        Long.parseLong(parts.get(ENTRY)),
                        LineSet.parse(parts.get(LINES)),
                        notional),
                parts.get(POLICY));
    }
}
