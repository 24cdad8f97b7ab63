package org.portcullis.engine.approval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.portcullis.engine.fact.Age;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Writes what an approver reads before giving an own estimate: numbers of lines, venues, reference prices with their age, shares of daily volume; no amount
 * of money that the submitter computed, and no total.
 */
public final class IndependentFacts {
    private static final int MAX_LINE = 300;
    private static final int MAX_ITEMS = 8;

    private final SubmissionFacts facts;
    private final CurrencyCode currency;
    private final List<String> lines = new ArrayList<>();

    private IndependentFacts(SubmissionFacts facts, CurrencyCode currency) {
        this.facts = facts;
        this.currency = currency;
    }

    /** The text about the lines that would be released, for whoever estimates a measure of the basket. */
    public static String of(SubmissionFacts facts, CurrencyCode currency, LineSet releasable, String measure) {
        IndependentFacts text = new IndependentFacts(facts, currency);
        List<Facts> concerned = facts.lines().stream()
                .filter(line -> releasable.contains(line.line()))
                .toList();
        text.add("Estimate " + measure + " from what follows, before you are shown what the submitter says.");
        text.add("Lines: " + concerned.size() + " of " + facts.lines().size());
        text.venues(concerned);
        text.median();
        text.largest(concerned);
        text.volumes(concerned);
        return String.join("\n", text.lines) + "\n";
    }

    private void venues(List<Facts> concerned) {
        TreeSet<String> venues = new TreeSet<>();
        concerned.forEach(
                line -> Optional.ofNullable(line.text(Measure.ORDER_VENUE)).ifPresent(venues::add));
        add("Venues: " + (venues.isEmpty() ? "not known" : String.join(", ", venues)));
    }

    private void median() {
        Facts basket = facts.basket();
        boolean known = basket.isKnown(Measure.BASKET_MEDIAN) && basket.isKnown(Measure.BASKET_NOTIONAL);
        String times = known
                ? OwnEstimate.quotient(basket.micros(Measure.BASKET_NOTIONAL), basket.micros(Measure.BASKET_MEDIAN))
                        .map(ratio -> ValueText.grouped(ratio / (Exact.ONE / 100) * (Exact.ONE / 100), 0))
                        .orElse("more than can be written")
                : "not known";
        add("Times the median basket of the desk: " + times);
    }

    /** Shares and price are given and not their product, which is what the reader estimates. */
    private void largest(List<Facts> concerned) {
        add("Largest lines:");
        concerned.stream()
                .sorted(Comparator.comparingLong(IndependentFacts::size)
                        .reversed()
                        .thenComparingInt(Facts::line))
                .limit(MAX_ITEMS)
                .forEach(line ->
                        add("  " + line.line() + ". " + symbol(line) + ": " + words(line, Measure.ORDER_QUANTITY)
                                + " at " + words(line, Measure.MARKET_PRICE) + age(line)));
        more(concerned.size());
    }

    private void volumes(List<Facts> concerned) {
        add("Largest shares of average daily volume:");
        concerned.stream()
                .sorted(Comparator.comparingLong(IndependentFacts::volume)
                        .reversed()
                        .thenComparingInt(Facts::line))
                .limit(MAX_ITEMS)
                .forEach(line -> add("  " + line.line() + ". " + symbol(line) + ": " + share(line)));
        more(concerned.size());
    }

    private static String share(Facts line) {
        long micros = volume(line);
        return micros == Long.MAX_VALUE
                ? "not known"
                : ValueText.readable(new Value.Ratio(micros)) + " over " + line.advTradingDays() + " trading days";
    }

    /** A line of unknown size counts as the largest, since nobody can say that it is not. */
    private static long size(Facts line) {
        return line.isKnown(Measure.ORDER_NOTIONAL) ? line.micros(Measure.ORDER_NOTIONAL) : Long.MAX_VALUE;
    }

    private static long volume(Facts line) {
        boolean known = line.isKnown(Measure.ORDER_QUANTITY)
                && line.isKnown(Measure.MARKET_ADV)
                && line.micros(Measure.MARKET_ADV) > 0;
        return known
                ? OwnEstimate.quotient(line.micros(Measure.ORDER_QUANTITY), line.micros(Measure.MARKET_ADV))
                        .orElse(Long.MAX_VALUE)
                : Long.MAX_VALUE;
    }

    private static String symbol(Facts line) {
        return Optional.ofNullable(line.text(Measure.ORDER_SYMBOL)).orElse("not known");
    }

    private String words(Facts line, Measure measure) {
        return line.value(measure, currency).map(ValueText::readable).orElse("not known");
    }

    private static String age(Facts line) {
        return line.provenance(Measure.MARKET_PRICE)
                .map(from -> " (" + from.source() + ", " + Age.words(Duration.between(from.observedAt(), line.at()))
                        + " old)")
                .orElse("");
    }

    private void more(int size) {
        if (size > MAX_ITEMS) {
            add("  and " + (size - MAX_ITEMS) + " more");
        }
    }

    private void add(String line) {
        lines.add(PetitionText.fit(line, MAX_LINE));
    }
}
