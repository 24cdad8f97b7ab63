package org.portcullis.engine.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.Header;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Reads the facts of order lines, without those of their basket. */
record LineFacts(Header header, MarketSnapshot snapshot, Instant at, Provenance given) {

    /** What all lines of a submission share. */
    Facts common(Submission submission, Set<String> requesterRoles) {
        Gaps gaps = new Gaps(submission.basketId());
        Facts.Builder facts = Facts.builder(0, at)
                .requesterRoles(requesterRoles, new Provenance("directory", at))
                .text(Measure.ORDER_TRADER, submission.requester(), given);
        optional(facts, Measure.ORDER_DESK, submission.desk(), gaps);
        optional(facts, Measure.ORDER_LOCATION, submission.location(), gaps);
        optional(facts, Measure.ORDER_FLOW, submission.flow(), gaps);
        return facts.build();
    }

    /** Adds one line's facts to what all lines share. */
    void read(OrderLine line, Facts.Builder facts) {
        Gaps gaps = new Gaps(line.symbol());
        facts.text(Measure.ORDER_ID, line.orderId(), given)
                .text(Measure.ORDER_SYMBOL, line.symbol(), given)
                .text(Measure.ORDER_SIDE, line.side().name(), given);
        line.effect()
                .ifPresentOrElse(
                        effect -> word(facts, Measure.ORDER_EFFECT, effect, given, gaps),
                        () -> notGiven(facts, Measure.ORDER_EFFECT, gaps));
        Reading quantity = positive(Measure.ORDER_QUANTITY, line.quantity(), given, gaps);
        quantity.into(facts, Measure.ORDER_QUANTITY);
        snapshot.instrument(line.symbol())
                .ifPresentOrElse(
                        instrument -> market(facts, line, instrument, quantity, gaps),
                        () -> unknownInstrument(facts, quantity, gaps));
    }

    private void market(
            Facts.Builder facts, OrderLine line, MarketSnapshot.Instrument instrument, Reading quantity, Gaps gaps) {
        Provenance reference = new Provenance(snapshot.source(), at);
        facts.text(Measure.ORDER_VENUE, instrument.mic(), reference)
                .text(Measure.ORDER_CURRENCY, instrument.currency().code(), reference)
                .advTradingDays(instrument.advTradingDays());
        Reading localPrice = aged(
                Measure.MARKET_PRICE,
                positive(
                        Measure.MARKET_PRICE,
                        instrument.price(),
                        new Provenance(snapshot.source(), instrument.priceAt()),
                        gaps),
                header.marketDataStaleAfter(),
                gaps);
        Reading adv = aged(
                Measure.MARKET_ADV,
                notNegative(instrument.adv(), new Provenance(snapshot.source(), instrument.advAt()), gaps),
                header.referenceDataStaleAfter(),
                gaps);
        Reading rate = rate(instrument.currency(), gaps);
        Reading ownPrice = line.limitPrice().match(new Given.Cases<>() {
            @Override
            public Reading amount(Given.Amount limit) {
                return positive(Measure.ORDER_PRICE, limit, given, gaps);
            }

            @Override
            public Reading absent(Given.Absent marketOrder) {
                return localPrice;
            }

            @Override
            public Reading unreadable(Given.Unreadable limit) {
                return Reading.Unknown.atRoot(gaps.unreadable(Measure.ORDER_PRICE, limit.text()));
            }
        });
        ownPrice.match(new Reading.Cases<Facts.Builder>() {
            @Override
            public Facts.Builder known(Reading.Known price) {
                return facts.localPrice(price.micros());
            }

            @Override
            public Facts.Builder unknown(Reading.Unknown price) {
                return facts;
            }
        });
        outstanding(instrument, gaps).into(facts, Measure.MARKET_OUTSTANDING);
        instrument
                .state()
                .ifPresentOrElse(
                        state -> word(
                                facts,
                                Measure.MARKET_STATE,
                                state.word(),
                                new Provenance(snapshot.source(), state.at()),
                                gaps),
                        () -> notGiven(facts, Measure.MARKET_STATE, gaps));
        rate.into(facts, Measure.FX_RATE);
        adv.into(facts, Measure.MARKET_ADV);
        convert(localPrice, rate, Measure.MARKET_PRICE, gaps).into(facts, Measure.MARKET_PRICE);
        convert(ownPrice, rate, Measure.ORDER_PRICE, gaps).into(facts, Measure.ORDER_PRICE);
        notional(quantity, ownPrice, rate, gaps).into(facts, Measure.ORDER_NOTIONAL);
    }

    private void unknownInstrument(Facts.Builder facts, Reading quantity, Gaps gaps) {
        for (Measure measure : new Measure[] {
            Measure.ORDER_VENUE,
            Measure.ORDER_CURRENCY,
            Measure.MARKET_PRICE,
            Measure.MARKET_ADV,
            Measure.MARKET_OUTSTANDING,
            Measure.MARKET_STATE,
            Measure.FX_RATE
        }) {
            FactGap gap = gaps.unknownInstrument(measure, snapshot.source());
            facts.unknown(measure, gap.state(), gap);
        }
        FactGap gap = gaps.unknownInstrument(Measure.MARKET_PRICE, snapshot.source());
        Reading price = new Reading.Unknown(FactState.DERIVED, gap);
        price.into(facts, Measure.ORDER_PRICE);
        quantity.with(price, Exact::multiplyRoundingUp, "", () -> gap).into(facts, Measure.ORDER_NOTIONAL);
    }

    /** The rate into the policy's currency; exactly one where the currencies are the same. */
    Reading rate(CurrencyCode currency, Gaps gaps) {
        if (currency.equals(header.currency())) {
            return new Reading.Known(Exact.ONE, new Provenance("same currency", at));
        }
        return snapshot.rate(currency)
                .filter(pinned -> pinned.into().equals(header.currency()))
                .map(pinned -> aged(
                        Measure.FX_RATE,
                        positive(
                                Measure.FX_RATE,
                                pinned.perUnit(),
                                new Provenance(snapshot.source(), pinned.at()),
                                gaps),
                        header.rateStaleAfter(),
                        gaps))
                .orElseGet(() -> Reading.Unknown.atRoot(gaps.unknownCurrency(currency, header.currency())));
    }

    /** The client's amount in the policy's currency, rounded down: a smaller intention allows less. */
    Reading intended(Submission submission, Gaps gaps) {
        if (submission.intended().isEmpty()) {
            return Reading.Unknown.notGiven(gaps, Measure.BASKET_INTENDED);
        }
        Value.Money money = submission.intended().get();
        Reading amount = positive(Measure.BASKET_INTENDED, new Given.Amount(money.micros()), given, gaps);
        return convertedDown(Measure.BASKET_INTENDED, amount, money.currency(), "submission", gaps);
    }

    /** The median of the desk's baskets in the policy's currency, rounded down: a smaller median allows less. */
    Reading median(Submission submission, Gaps gaps) {
        return submission
                .desk()
                .flatMap(snapshot::median)
                .map(pinned -> {
                    Provenance from = new Provenance(snapshot.source(), pinned.at());
                    Reading amount = aged(
                            Measure.BASKET_MEDIAN,
                            positive(Measure.BASKET_MEDIAN, pinned.amount(), from, gaps),
                            header.referenceDataStaleAfter(),
                            gaps);
                    return convertedDown(Measure.BASKET_MEDIAN, amount, pinned.currency(), snapshot.source(), gaps);
                })
                .orElseGet(() -> Reading.Unknown.notGiven(gaps, Measure.BASKET_MEDIAN));
    }

    private Reading convertedDown(Measure measure, Reading amount, CurrencyCode currency, String source, Gaps gaps) {
        if (currency.equals(header.currency())) {
            return amount;
        }
        Reading converted = amount.with(
                rate(currency, gaps),
                LineFacts::multiplyRoundingDown,
                source + ", converted from " + currency,
                () -> gaps.tooLarge(measure));
        return rootOf(measure, converted);
    }

    private Reading outstanding(MarketSnapshot.Instrument instrument, Gaps gaps) {
        Measure measure = Measure.MARKET_OUTSTANDING;
        return instrument
                .outstanding()
                .map(known -> aged(
                        measure,
                        positive(measure, known.shares(), new Provenance(snapshot.source(), known.at()), gaps),
                        header.referenceDataStaleAfter(),
                        gaps))
                .orElseGet(() -> Reading.Unknown.notGiven(gaps, measure));
    }

    /** A text that must be one of the measure's words, or unknown where it is another or older than the policy allows. */
    void word(Facts.Builder facts, Measure measure, String text, Provenance from, Gaps gaps) {
        if (!measure.words().isEmpty() && !measure.words().contains(text)) {
            FactGap gap = gaps.noSuchWord(measure, text);
            facts.unknown(measure, gap.state(), gap);
            return;
        }
        Reading observed = new Reading.Known(0, from);
        Reading aged = measure.freshness() == Measure.Freshness.MARKET
                ? aged(measure, observed, header.marketDataStaleAfter(), gaps)
                : observed;
        aged.match(new Reading.Cases<Facts.Builder>() {
            @Override
            public Facts.Builder known(Reading.Known known) {
                return facts.text(measure, text, from);
            }

            @Override
            public Facts.Builder unknown(Reading.Unknown unknown) {
                return facts.unknown(measure, unknown.state(), unknown.why());
            }
        });
    }

    private static void notGiven(Facts.Builder facts, Measure measure, Gaps gaps) {
        facts.unknown(measure, FactState.NOT_GIVEN, new Facts.Why.NotGiven(gaps, measure));
    }

    private static long multiplyRoundingDown(long amountMicros, long rateMicros) {
        long up = Exact.multiplyRoundingUp(amountMicros, rateMicros);
        return Exact.compareProducts(up, Exact.ONE, amountMicros, rateMicros) == 0 ? up : up - 1;
    }

    private static Reading convert(Reading local, Reading rate, Measure measure, Gaps gaps) {
        Reading converted = local.with(
                rate,
                Exact::multiplyRoundingUp,
                measure == Measure.MARKET_PRICE ? sourceOf(local) : "computed from price and fx.rate",
                () -> gaps.tooLarge(measure));
        return rootOf(measure, converted);
    }

    /** An amount that is itself at fault is the root, not a fact derived from another. */
    private static Reading rootOf(Measure measure, Reading converted) {
        return converted.match(new Reading.Cases<>() {
            @Override
            public Reading known(Reading.Known amount) {
                return amount;
            }

            @Override
            public Reading unknown(Reading.Unknown amount) {
                return amount.gap().cause() == measure ? Reading.Unknown.atRoot(amount.gap()) : amount;
            }
        });
    }

    /** Quantity times local price is exact for whole shares, so that the one rounding is that of the conversion, up. */
    private static Reading notional(Reading quantity, Reading ownPrice, Reading rate, Gaps gaps) {
        Supplier<FactGap> tooLarge = () -> gaps.tooLarge(Measure.ORDER_NOTIONAL);
        return quantity.with(ownPrice, Exact::multiplyRoundingUp, "computed", tooLarge)
                .with(rate, Exact::multiplyRoundingUp, "computed from order.quantity, price and fx.rate", tooLarge);
    }

    private static String sourceOf(Reading amount) {
        return amount.match(new Reading.Cases<>() {
            @Override
            public String known(Reading.Known known) {
                return known.from().source();
            }

            @Override
            public String unknown(Reading.Unknown unknown) {
                return "";
            }
        });
    }

    private static Reading notNegative(Given adv, Provenance from, Gaps gaps) {
        return read(Measure.MARKET_ADV, adv, from, gaps, 0);
    }

    static Reading positive(Measure measure, Given number, Provenance from, Gaps gaps) {
        return read(measure, number, from, gaps, 1);
    }

    private static Reading read(Measure measure, Given number, Provenance from, Gaps gaps, long atLeastMicros) {
        return number.match(new Given.Cases<>() {
            @Override
            public Reading amount(Given.Amount amount) {
                return amount.micros() >= atLeastMicros
                        ? new Reading.Known(amount.micros(), from)
                        : Reading.Unknown.atRoot(gaps.notPositive(measure, ValueText.grouped(amount.micros(), 0)));
            }

            @Override
            public Reading absent(Given.Absent absent) {
                return Reading.Unknown.notGiven(gaps, measure);
            }

            @Override
            public Reading unreadable(Given.Unreadable unreadable) {
                return Reading.Unknown.atRoot(gaps.unreadable(measure, unreadable.text()));
            }
        });
    }

    /** The number as it is, or unknown where it is older than the policy allows or dated after the decision. */
    Reading aged(Measure measure, Reading amount, Value.TimeSpan staleAfter, Gaps gaps) {
        return amount.match(new Reading.Cases<>() {
            @Override
            public Reading known(Reading.Known known) {
                Instant observedAt = known.from().observedAt();
                if (observedAt.isAfter(at)) {
                    return Reading.Unknown.atRoot(gaps.fromTheFuture(measure, observedAt, at));
                }
                if (observedAt.equals(at)) {
                    return known;
                }
                Duration age = Duration.between(observedAt, at);
                Duration limit = Age.limit(staleAfter);
                return age.compareTo(limit) > 0
                        ? Reading.Unknown.atRoot(gaps.stale(measure, observedAt, age, limit))
                        : known;
            }

            @Override
            public Reading unknown(Reading.Unknown unknown) {
                return unknown;
            }
        });
    }

    private void optional(Facts.Builder facts, Measure measure, Optional<String> text, Gaps gaps) {
        text.ifPresentOrElse(known -> facts.text(measure, known, given), () -> notGiven(facts, measure, gaps));
    }
}
