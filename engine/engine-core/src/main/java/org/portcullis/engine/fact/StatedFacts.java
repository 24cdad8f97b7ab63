package org.portcullis.engine.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.model.Header;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Makes facts of what somebody states attribute by attribute: a question about an order or a basket, without a market behind it.
 *
 * <p>What follows by definition is filled in: the price of a market order, quantity times price, and the totals of a basket whose lines are stated. What is
 * stated too old or as zero where only a positive number makes sense is unknown, as it would be in a submission; everything else that is not stated is
 * not known.
 *
 * @param header the policy's currency and the ages that it allows
 * @param at when the question is asked
 */
public record StatedFacts(Header header, Instant at) {
    private static final Set<Measure> SHARED =
            Set.of(Measure.ORDER_DESK, Measure.ORDER_LOCATION, Measure.ORDER_FLOW, Measure.ORDER_TRADER);
    private static final Set<Measure> POSITIVE = Set.of(
            Measure.ORDER_QUANTITY,
            Measure.ORDER_PRICE,
            Measure.MARKET_PRICE,
            Measure.MARKET_OUTSTANDING,
            Measure.BASKET_MEDIAN,
            Measure.FX_RATE);

    private static final Set<Measure> SEVERAL = Set.of(Measure.REQUESTER_ROLE, Measure.SWITCH_PULLED);

    private static final MarketSnapshot NO_MARKET = new MarketSnapshot("none", Map.of(), Map.of());

    /** One attribute with its value and where that comes from. */
    public record Stated(Reference reference, Value value, Provenance from) {}

    /**
     * What is asked about.
     *
     * @param shared attributes of the basket, and of all its lines
     * @param lines attributes of each line; none where one order is stated under {@code shared}, or where only the whole basket is known
     */
    public record Question(String basketId, List<Stated> shared, List<List<Stated>> lines) {
        public Question {
            shared = List.copyOf(shared);
            lines = lines.stream().map(List::copyOf).toList();
        }

        /** Whether the shared attributes are about an order beyond what its basket shares, and there are no lines. */
        public boolean isOneOrder() {
            return lines.isEmpty()
                    && shared.stream()
                            .map(stated -> stated.reference().measure())
                            .anyMatch(measure -> measure.level() == Measure.Level.ORDER && !SHARED.contains(measure));
        }
    }

    /** Gives the facts of the basket and of each line. */
    public SubmissionFacts of(Question question) {
        Facts common = common(question);
        List<List<Stated>> stated = question.isOneOrder() ? List.of(List.of()) : question.lines();
        if (stated.isEmpty()) {
            return new SubmissionFacts(question.basketId(), whole(question, common), List.of());
        }
        Provenance counted = new Provenance("counted", at);
        BasketFacts basket = new BasketFacts(question.basketId(), common, counted);
        List<Facts> lines = new ArrayList<>();
        for (List<Stated> own : stated) {
            Facts line = line(lines.size() + 1, common, own);
            lines.add(line);
            basket.add(name(line), line);
        }
        Gaps ofBasket = new Gaps(question.basketId());
        Facts.Builder whole = basket
                .facts(
                        Reading.Unknown.atRoot(ofBasket.notGiven(Measure.BASKET_INTENDED)),
                        Reading.Unknown.atRoot(ofBasket.notGiven(Measure.BASKET_MEDIAN)))
                .toBuilder();
        ofLevel(question.shared(), Measure.Level.BASKET)
                .forEach(each -> put(whole, each, new Gaps(question.basketId())));
        Facts known = whole.build();
        lines.replaceAll(line -> BasketFacts.repeat(known, line.toBuilder()));
        return new SubmissionFacts(question.basketId(), known, lines);
    }

    /** What the submission has in common: its roles, and what is stated of all lines. */
    private Facts common(Question question) {
        Gaps gaps = new Gaps(question.basketId());
        Facts.Builder facts = Facts.builder(0, at);
        for (Measure measure : Measure.values()) {
            // Warnings are counted, and no switch is pulled unless somebody says so.
            if (measure != Measure.BASKET_WARNINGS && measure != Measure.SWITCH_PULLED) {
                facts.unknown(measure, FactState.NOT_GIVEN, gaps.notGiven(measure));
            }
        }
        ofLevel(question.shared(), Measure.Level.ORDER).forEach(each -> put(facts, each, gaps));
        List<Stated> submission = ofLevel(question.shared(), Measure.Level.SUBMISSION);
        several(submission, Measure.REQUESTER_ROLE, facts::requesterRoles);
        several(submission, Measure.SWITCH_PULLED, facts::switchesPulled);
        submission.stream()
                .filter(each -> !SEVERAL.contains(each.reference().measure()))
                .forEach(each -> put(facts, each, gaps));
        return facts.build();
    }

    /** Gathers what a submission may have several of. */
    private static void several(List<Stated> stated, Measure measure, BiConsumer<Set<String>, Provenance> facts) {
        List<Stated> all = stated.stream()
                .filter(each -> each.reference().measure() == measure)
                .toList();
        if (!all.isEmpty()) {
            Set<String> names = new TreeSet<>();
            all.forEach(each -> names.add(ValueText.readable(each.value())));
            facts.accept(names, all.get(0).from());
        }
    }

    private Facts whole(Question question, Facts common) {
        Facts.Builder facts =
                common.toBuilder().text(Measure.BASKET_ID, question.basketId(), new Provenance("stated", at));
        ofLevel(question.shared(), Measure.Level.BASKET)
                .forEach(each -> put(facts, each, new Gaps(question.basketId())));
        return facts.build();
    }

    private Facts line(int number, Facts common, List<Stated> own) {
        Facts.Builder named = common.toBuilder(number);
        own.stream()
                .filter(each -> each.reference().measure() == Measure.ORDER_SYMBOL)
                .forEach(each -> put(named, each, new Gaps("line " + number)));
        Facts line = named.build();
        Gaps gaps = new Gaps(name(line));
        Facts.Builder facts = line.toBuilder();
        for (Measure measure : Measure.values()) {
            if (measure.level() == Measure.Level.ORDER && line.state(measure) == FactState.NOT_GIVEN) {
                facts.unknown(measure, FactState.NOT_GIVEN, gaps.notGiven(measure));
            }
        }
        own.forEach(each -> put(facts, each, gaps));
        return filledIn(facts.build(), gaps);
    }

    private static Facts filledIn(Facts stated, Gaps gaps) {
        Facts.Builder priced = stated.toBuilder();
        boolean isMarketOrder = stated.state(Measure.ORDER_PRICE) == FactState.NOT_GIVEN
                && stated.state(Measure.MARKET_PRICE) != FactState.NOT_GIVEN;
        if (isMarketOrder) {
            reading(stated, Measure.MARKET_PRICE, gaps)
                    .match(new Reading.Cases<Reading>() {
                        @Override
                        public Reading known(Reading.Known price) {
                            return price;
                        }

                        @Override
                        public Reading unknown(Reading.Unknown price) {
                            return new Reading.Unknown(FactState.DERIVED, price.gap());
                        }
                    })
                    .into(priced, Measure.ORDER_PRICE);
        }
        Facts known = priced.build();
        if (known.state(Measure.ORDER_NOTIONAL) != FactState.NOT_GIVEN) {
            return known;
        }
        Reading price = reading(known, Measure.ORDER_PRICE, gaps);
        Reading quantity = reading(known, Measure.ORDER_QUANTITY, gaps);
        Facts.Builder complete = known.toBuilder();
        quantity.with(
                        price,
                        Exact::multiplyRoundingUp,
                        "computed from order.quantity and order.price",
                        () -> gaps.tooLarge(Measure.ORDER_NOTIONAL))
                .into(complete, Measure.ORDER_NOTIONAL);
        return complete.build();
    }

    private static Reading reading(Facts facts, Measure measure, Gaps gaps) {
        return facts.isKnown(measure)
                ? new Reading.Known(
                        facts.micros(measure),
                        facts.provenance(measure).orElseGet(() -> new Provenance("stated", facts.at())))
                : Reading.Unknown.atRoot(facts.gap(measure).orElseGet(() -> gaps.notGiven(measure)));
    }

    private void put(Facts.Builder facts, Stated stated, Gaps gaps) {
        Measure measure = stated.reference().measure();
        if (stated.reference().derivation().isPresent()) {
            // What is computed over time is stated as a number that is already computed; it does not age.
            facts.number(stated.reference(), stated.value().micros(), stated.from());
            return;
        }
        if (measure.dimension() == Dimension.TEXT) {
            ageing().word(facts, measure, ValueText.readable(stated.value()), stated.from(), gaps);
            return;
        }
        stated.reference().overTradingDays().ifPresent(facts::advTradingDays);
        long micros = stated.value().micros();
        Reading amount = POSITIVE.contains(measure)
                ? LineFacts.positive(measure, new Given.Amount(micros), stated.from(), gaps)
                : new Reading.Known(micros, stated.from());
        aged(measure, amount, gaps).into(facts, measure);
    }

    private Reading aged(Measure measure, Reading amount, Gaps gaps) {
        LineFacts ageing = ageing();
        return switch (measure.freshness()) {
            case GIVEN -> amount;
            case MARKET -> ageing.aged(measure, amount, header.marketDataStaleAfter(), gaps);
            case RATE -> ageing.aged(measure, amount, header.rateStaleAfter(), gaps);
            case REFERENCE -> ageing.aged(measure, amount, header.referenceDataStaleAfter(), gaps);
        };
    }

    private LineFacts ageing() {
        return new LineFacts(header, NO_MARKET, at, new Provenance("stated", at));
    }

    private static String name(Facts line) {
        return Optional.ofNullable(line.text(Measure.ORDER_SYMBOL)).orElse("line " + line.line());
    }

    private static List<Stated> ofLevel(List<Stated> stated, Measure.Level level) {
        return stated.stream()
                .filter(each -> each.reference().measure().level() == level)
                .toList();
    }
}
