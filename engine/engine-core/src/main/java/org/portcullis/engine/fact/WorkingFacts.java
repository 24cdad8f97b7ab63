package org.portcullis.engine.fact;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.model.Header;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/**
 * Makes the facts of one order that is on its way or working: what was known when it came in, and what has been reported since.
 *
 * <p>What the order itself is does not age; prices, rates and volumes do, as the policy says. What nobody has reported is not known.
 *
 * @param header the policy's currency and the ages that it allows
 * @param at when the facts are judged
 */
public record WorkingFacts(Header header, Instant at) {
    private static final MarketSnapshot NO_MARKET =
            new MarketSnapshot("reports", java.util.Map.of(), java.util.Map.of());

    /**
     * What has been reported of an order's instrument, prices in its own currency.
     *
     * @param volumeMicros the shares that its market has traded so far today
     */
    public record Quote(OptionalLong priceMicros, OptionalLong volumeMicros, Optional<String> state, Instant at) {}

    /**
     * What an order is worth comparing with: how its market was when it was released and when it arrived in its algo.
     *
     * @param arrivalVolume the shares that the market had traded then
     */
    public record Origin(OptionalLong releasePrice, OptionalLong arrivalPrice, OptionalLong arrivalVolume) {}

    /**
     * What has become of an order, and what is reported or asked now.
     *
     * @param event texts and numbers of the message or execution in question
     */
    public record Live(
            Optional<Quote> quote, Origin origin, long executedMicros, Optional<String> strategy, KnownFacts event) {}

    /**
     * The facts of a basket with this one line.
     *
     * @param roles the names of the roles that the requester holds now
     * @param wanted what policies compute over time; changes are computed here, windows are not
     */
    public SubmissionFacts of(
            String basketId,
            KnownFacts basket,
            int line,
            KnownFacts order,
            Live live,
            Set<String> roles,
            Set<String> switchesPulled,
            Set<Reference> wanted) {
        Gaps ofBasket = new Gaps(basketId);
        Facts whole = known(basket, Facts.builder(0, at), ofBasket, roles, switchesPulled)
                .build();
        KnownFacts all = order.over(basket);
        Gaps gaps = new Gaps(all.text(Measure.ORDER_SYMBOL).orElse("line " + line));
        Facts.Builder facts = known(all, Facts.builder(line, at), gaps, roles, switchesPulled);
        Provenance reported = new Provenance("reported", at);
        live.strategy().ifPresent(strategy -> facts.text(Measure.STRATEGY_ID, strategy, reported));
        live.event().texts().forEach((measure, text) -> facts.text(measure, text, reported));
        live.event().numbers().forEach((measure, number) -> facts.number(measure, number, reported));
        live.quote()
                .ifPresent(quote -> quote.state()
                        .ifPresent(state ->
                                facts.text(Measure.MARKET_STATE, state, new Provenance("reported", quote.at()))));
        price(facts, all, live, gaps);
        participation(live, gaps).into(facts, Measure.ORDER_PARTICIPATION);
        for (Reference reference : wanted) {
            reference
                    .derivation()
                    .flatMap(WorkingFacts::moment)
                    .ifPresent(since -> change(reference.measure(), since, all, live, gaps)
                            .match(new Reading.Cases<Facts.Builder>() {
                                @Override
                                public Facts.Builder known(Reading.Known change) {
                                    return facts.number(reference, change.micros(), change.from());
                                }

                                @Override
                                public Facts.Builder unknown(Reading.Unknown change) {
                                    return facts.unknown(reference, change.state(), change.gap());
                                }
                            }));
        }
        return new SubmissionFacts(basketId, whole, List.of(BasketFacts.repeat(whole, facts)));
    }

    private Facts.Builder known(
            KnownFacts known, Facts.Builder facts, Gaps gaps, Set<String> roles, Set<String> switchesPulled) {
        for (Measure measure : Measure.values()) {
            if (measure != Measure.SWITCH_PULLED) {
                facts.unknown(measure, FactState.NOT_GIVEN, new Facts.Why.NotGiven(gaps, measure));
            }
        }
        Provenance entered = new Provenance("submission", at);
        known.texts().forEach((measure, text) -> facts.text(measure, text, entered));
        known.numbers().forEach((measure, number) -> {
            Instant when = known.observed().getOrDefault(measure, at);
            Reading reading = new Reading.Known(number, new Provenance("submission", when));
            aged(measure, reading, gaps).into(facts, measure);
        });
        return facts.advTradingDays(known.advTradingDays())
                .localPrice(known.localPriceMicros())
                .requesterRoles(roles, new Provenance("directory", at))
                .switchesPulled(switchesPulled, new Provenance("engine", at));
    }

    /** Rates and reference data age, and so does the market's price; what was computed from it when the order came is the order's own. */
    private Reading aged(Measure measure, Reading reading, Gaps gaps) {
        LineFacts ageing = new LineFacts(header, NO_MARKET, at, new Provenance("reported", at));
        return switch (measure.freshness()) {
            case GIVEN -> reading;
            case RATE -> ageing.aged(measure, reading, header.rateStaleAfter(), gaps);
            case REFERENCE -> ageing.aged(measure, reading, header.referenceDataStaleAfter(), gaps);
            case MARKET ->
                measure == Measure.MARKET_PRICE
                        ? ageing.aged(measure, reading, header.marketDataStaleAfter(), gaps)
                        : reading;
        };
    }

    private void price(Facts.Builder facts, KnownFacts order, Live live, Gaps gaps) {
        OptionalLong local = live.quote().map(Quote::priceMicros).orElse(OptionalLong.empty());
        if (local.isEmpty()) {
            return;
        }
        Reading price = quoted(live.quote().orElseThrow(), gaps);
        Reading rate = order.number(Measure.FX_RATE)
                .<Reading>map(known -> new Reading.Known(known, new Provenance("submission", at)))
                .orElseGet(() -> Reading.Unknown.notGiven(gaps, Measure.FX_RATE));
        price.with(rate, Exact::multiplyRoundingUp, "reported", () -> gaps.tooLarge(Measure.MARKET_PRICE))
                .into(facts, Measure.MARKET_PRICE);
    }

    private Reading quoted(Quote quote, Gaps gaps) {
        Provenance reported = new Provenance("reported", quote.at());
        Given price = quote.priceMicros().isPresent()
                ? new Given.Amount(quote.priceMicros().getAsLong())
                : new Given.Absent();
        return aged(Measure.MARKET_PRICE, LineFacts.positive(Measure.MARKET_PRICE, price, reported, gaps), gaps);
    }

    /** The move from the price at the moment to the price now, up or down, as a share of what it was, rounded up. */
    private Reading change(Measure measure, Derivation.Moment since, KnownFacts order, Live live, Gaps gaps) {
        OptionalLong base = switch (since) {
            case ARRIVAL -> live.origin().arrivalPrice();
            case RELEASE -> live.origin().releasePrice();
        };
        if (measure != Measure.MARKET_PRICE || base.isEmpty() || base.getAsLong() <= 0) {
            return Reading.Unknown.notGiven(gaps, measure);
        }
        Reading now = live.quote().isPresent()
                ? quoted(live.quote().get(), gaps)
                : order.number(Measure.MARKET_PRICE).isPresent()
                        ? aged(
                                measure,
                                new Reading.Known(
                                        base.getAsLong(),
                                        new Provenance(
                                                "submission", order.observed().getOrDefault(measure, at))),
                                gaps)
                        : Reading.Unknown.notGiven(gaps, measure);
        return now.with(
                new Reading.Known(base.getAsLong(), new Provenance("reported", at)),
                WorkingFacts::move,
                "computed from the prices reported",
                () -> gaps.tooLarge(measure));
    }

    private static long move(long now, long then) {
        BigInteger base = BigInteger.valueOf(then);
        return BigInteger.valueOf(now)
                .subtract(base)
                .abs()
                .multiply(BigInteger.valueOf(Exact.ONE))
                .add(base.subtract(BigInteger.ONE))
                .divide(base)
                .longValueExact();
    }

    /** What the order executed as a share of what its market traded since the order arrived, rounded up. */
    private Reading participation(Live live, Gaps gaps) {
        OptionalLong volume = live.quote().map(Quote::volumeMicros).orElse(OptionalLong.empty());
        OptionalLong then = live.origin().arrivalVolume();
        if (volume.isEmpty() || then.isEmpty()) {
            return Reading.Unknown.notGiven(gaps, Measure.ORDER_PARTICIPATION);
        }
        long traded = volume.getAsLong() - then.getAsLong();
        Provenance reported = new Provenance("computed from the volumes reported", at);
        if (live.executedMicros() == 0) {
            return new Reading.Known(0, reported);
        }
        if (traded <= 0) {
            return Reading.Unknown.notGiven(gaps, Measure.ORDER_PARTICIPATION);
        }
        BigInteger share = BigInteger.valueOf(live.executedMicros())
                .multiply(BigInteger.valueOf(Exact.ONE))
                .add(BigInteger.valueOf(traded - 1))
                .divide(BigInteger.valueOf(traded));
        return share.bitLength() < Long.SIZE
                ? new Reading.Known(share.longValueExact(), reported)
                : Reading.Unknown.atRoot(gaps.tooLarge(Measure.ORDER_PARTICIPATION));
    }

    private static Optional<Derivation.Moment> moment(Derivation how) {
        return how.match(new Derivation.Cases<>() {
            @Override
            public Optional<Derivation.Moment> change(Derivation.Change change) {
                return Optional.of(change.since());
            }

            @Override
            public Optional<Derivation.Moment> windowed(Derivation.Windowed window) {
                return Optional.empty();
            }
        });
    }

    /** A value of money in the policy's currency: a quantity at a price in the instrument's own currency, rounded up; empty where that is not known or too large. */
    public static Optional<Value.Money> notional(
            CurrencyCode currency, KnownFacts order, long quantityMicros, long priceMicros) {
        return order.number(Measure.FX_RATE).flatMap(rate -> {
            try {
                long local = Exact.multiplyRoundingUp(quantityMicros, priceMicros);
                return Optional.of(new Value.Money(Exact.multiplyRoundingUp(local, rate), currency));
            } catch (ArithmeticException tooLarge) {
                return Optional.empty();
            }
        });
    }
}
