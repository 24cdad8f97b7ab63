package org.portcullis.engine.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.window.WindowBook;
import org.portcullis.engine.window.WindowEvent;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Reference;

/**
 * What happened lately to orders, executions and messages, from which a policy's windows are filled when it comes into force; mutable.
 *
 * <p>Bounded: what is older than {@link #REACH}, or more than {@link #MOST}, is forgotten, and a window that would reach so far back is not known.
 */
final class Past {
    /** How far back it reaches: any trading day, and the one before. */
    static final Duration REACH = Duration.ofDays(2);

    /** The most events that are kept. */
    static final int MOST = 1_000_000;

    private final ArrayDeque<WindowEvent> events = new ArrayDeque<>();
    private Instant since = Instant.MIN;
    private Optional<WindowBook> book = Optional.empty();
    private Set<Reference> references = Set.of();

    /** Takes an event into account, here and in the windows of the policy in force. */
    void happened(WindowEvent event) {
        events.add(event);
        while (events.size() > MOST
                || events.getFirst().at().isBefore(event.at().minus(REACH))) {
            since = events.removeFirst().at();
        }
        book.ifPresent(windows -> windows.record(event));
    }

    /** Fills the windows of a policy. */
    void use(PolicyPack pack) {
        book = Optional.of(WindowBook.of(pack, events, since));
        references = WindowBook.references(pack);
    }

    /** What the policy in force computes over time. */
    Set<Reference> references() {
        return references;
    }

    /** The windows of the policy in force. */
    Optional<WindowBook> book() {
        return book;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Past past
                && List.copyOf(past.events).equals(List.copyOf(events))
                && past.since.equals(since);
    }

    @Override
    public int hashCode() {
        return Objects.hash(events.size(), since);
    }
}
