package org.portcullis.benchmark.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.benchmark.contest.TradeOrders;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.window.WindowBook;
import org.portcullis.engine.window.WindowEvent;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;

/**
 * Decides single orders in full, one after the other in simulated time: reads the facts, asks the windows, assesses, and lets the windows know.
 *
 * <p>An order comes every millisecond, so that the windows of a minute come to hold 60,000. Mutable; owned by one thread.
 */
public final class Decider {
    private static final Duration STEP = Duration.ofMillis(1);

    private final Assessor assessor;
    private final WindowBook book;
    private final List<TradingDay.Ticket> tickets;
    private Instant now = TradeOrders.AT;
    private long decided;

    /** Decides these orders in rotation, their number a power of two. */
    public Decider(Assessor assessor, List<TradingDay.Ticket> tickets) {
        this.assessor = assessor;
        this.book = WindowBook.of(assessor.pack());
        this.tickets = tickets;
    }

    /** Decides the next order. */
    public Decision next() {
        now = now.plus(STEP);
        String id = "O-" + decided;
        TradingDay.Ticket ticket = TradingDay.renamed(tickets.get((int) (decided & tickets.size() - 1)), id);
        decided++;
        SubmissionFacts read = assessor.facts(ticket.submission(), ticket.market(), TradingDay.ROLES, now);
        SubmissionFacts facts = book.facts(read);
        Decision decision = assessor.decide(ticket.submission(), facts, Stage.ENTERED);
        boolean goes = decision.effect() != Effect.BLOCK;
        book.record(event(facts.lines().get(0), id, goes));
        return decision;
    }

    private WindowEvent event(Facts line, String id, boolean goes) {
        Map<Measure, Long> amounts = new EnumMap<>(Measure.class);
        amounts.put(Measure.ORDER_QUANTITY, line.micros(Measure.ORDER_QUANTITY));
        amounts.put(Measure.ORDER_NOTIONAL, line.micros(Measure.ORDER_NOTIONAL));
        return new WindowEvent(
                now,
                goes ? WindowEvent.What.OPENED : WindowEvent.What.REJECTED,
                Optional.of(id),
                KnownFacts.of(line).texts(),
                amounts);
    }
}
