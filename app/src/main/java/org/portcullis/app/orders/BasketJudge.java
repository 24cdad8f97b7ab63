package org.portcullis.app.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.decision.Acceptance;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.window.WindowBook;
import org.portcullis.engine.window.WindowEvent;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/**
 * Judges baskets when released, each with what the windows hold of those before it.
 *
 * <p>An order that is blocked counts as rejected, one that is held as held, and every other as open: its warnings count as acknowledged.
 */
final class BasketJudge {
    private final Assessor assessor;
    private final Acceptance acceptance;
    private final ReplayMarket market;
    private final boolean takesShortWay;
    private final boolean hasWindows;
    private final Set<Measure> texts = new TreeSet<>();

    BasketJudge(Assessor assessor, ReplayMarket market, boolean takesShortWay) {
        this.takesShortWay = takesShortWay;
        this.assessor = assessor;
        this.acceptance = new Acceptance(assessor);
        this.market = market;
        List<Derivation.Windowed> windows = WindowBook.references(assessor.pack()).stream()
                .flatMap(reference -> WindowBook.windowed(reference).stream())
                .toList();
        this.hasWindows = !windows.isEmpty();
        windows.forEach(window -> texts.addAll(window.per()));
    }

    /** Whether what is decided on a basket depends on the baskets before it. */
    boolean hasWindows() {
        return hasWindows;
    }

    /** Begins to judge baskets, one after another. */
    Past begin() {
        return new Past();
    }

    /** Reads the facts of a basket that depend on nothing before it, as if it raised no warning. */
    SubmissionFacts facts(OrderBasket basket) {
        return Acceptance.withoutWarnings(stated(basket));
    }

    private SubmissionFacts stated(OrderBasket basket) {
        OrderRow.Terms terms = basket.terms();
        List<OrderLine> lines = new ArrayList<>(basket.rows().size());
        Set<String> symbols = new LinkedHashSet<>();
        for (OrderRow row : basket.rows()) {
            symbols.add(row.symbol());
            lines.add(new OrderLine(
                    lines.size() + 1,
                    row.order(),
                    row.symbol(),
                    row.side(),
                    row.quantity(),
                    row.limitPrice(),
                    stated(row.effect())));
        }
        Submission submission = new Submission(
                terms.basket(),
                terms.requester(),
                stated(terms.desk()),
                stated(terms.location()),
                stated(terms.flow()),
                terms.intended() instanceof Given.Amount amount
                        ? Optional.of(new Value.Money(
                                amount.micros(), assessor.pack().header().currency()))
                        : Optional.empty(),
                lines);
        return assessor.facts(
                submission, market.at(terms.at(), symbols, terms.desk()), roles(terms.roles()), terms.at());
    }

    private static Set<String> roles(String text) {
        if (text.indexOf(';') < 0) {
            return text.isBlank() ? Set.of() : Set.of(text.strip());
        }
        Set<String> roles = new TreeSet<>();
        for (String role : text.split(";", -1)) {
            if (!role.isBlank()) {
                roles.add(role.strip());
            }
        }
        return roles;
    }

    private static Optional<String> stated(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Is what happened so far; mutable, owned by one thread. */
    final class Past {
        private final WindowBook book = WindowBook.of(assessor.pack());
        private Instant latest = Instant.MIN;

        private Past() {}

        /** Judges the basket that comes next, and counts what comes of it. */
        void judge(OrderBasket basket, OrdersTally tally) {
            if (basket.bad().isEmpty() && hasWindows && basket.terms().at().isBefore(latest)) {
                String message = "the time " + basket.terms().at() + " is before " + latest
                        + ", which an earlier line has, and the policy counts over time";
                basket.rows()
                        .forEach(row ->
                                tally.bad(new BadLine(row.line(), basket.id(), message, "sort the file by its time")));
                return;
            }
            if (!basket.bad().isEmpty()) {
                basket.bad().forEach(tally::bad);
                tally.leftOut(basket.rows().size());
                return;
            }
            SubmissionFacts facts = withPast(basket.facts().orElseGet(() -> facts(basket)));
            latest = basket.terms().at();
            if (takesShortWay && acceptance.accepts(facts, Stage.RELEASED)) {
                tally.accepted(facts.lines().size());
                if (hasWindows) {
                    facts.lines().forEach(line -> record(line, WindowEvent.What.OPENED));
                }
                return;
            }
            SubmissionFacts stated = withPast(stated(basket));
            Assessment assessment = assessor.assess(stated, Stage.RELEASED);
            tally.decided(assessment);
            if (hasWindows) {
                for (int index = 0; index < stated.lines().size(); index++) {
                    LineDecision decision = assessment.lines().get(index);
                    record(stated.lines().get(index), what(decision.effect()));
                }
            }
        }

        private SubmissionFacts withPast(SubmissionFacts facts) {
            return hasWindows ? book.facts(facts) : facts;
        }

        private void record(Facts line, WindowEvent.What what) {
            book.record(new WindowEvent(
                    latest, what, Optional.ofNullable(line.text(Measure.ORDER_ID)), texts(line), amounts(line)));
        }

        private static WindowEvent.What what(Effect effect) {
            return switch (effect) {
                case BLOCK -> WindowEvent.What.REJECTED;
                case HOLD -> WindowEvent.What.HELD;
                case RELEASE, NOTE, WARN -> WindowEvent.What.OPENED;
            };
        }

        private Map<Measure, String> texts(Facts line) {
            Map<Measure, String> known = new EnumMap<>(Measure.class);
            for (Measure measure : texts) {
                String text = line.isKnown(measure) ? line.text(measure) : null;
                if (text != null) {
                    known.put(measure, text);
                }
            }
            return known;
        }

        private static Map<Measure, Long> amounts(Facts line) {
            Map<Measure, Long> known = new EnumMap<>(Measure.class);
            for (Measure measure : new Measure[] {Measure.ORDER_QUANTITY, Measure.ORDER_NOTIONAL}) {
                if (line.isKnown(measure)) {
                    known.put(measure, line.micros(measure));
                }
            }
            return known;
        }
    }
}
