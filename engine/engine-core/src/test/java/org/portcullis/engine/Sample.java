package org.portcullis.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Review;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** Short spellings of policy parts for tests. */
public final class Sample {
    public static final CurrencyCode USD = new CurrencyCode("USD");
    public static final CurrencyCode EUR = new CurrencyCode("EUR");
    public static final Instant NOW = Instant.parse("2022-05-02T07:56:00Z");
    public static final Provenance ORIGIN = new Provenance("test", NOW);
    public static final Condition LONDON = is(Measure.ORDER_DESK, "Delta 1");

    private Sample() {}

    public static Header header() {
        return header(MissingDataEffect.BLOCKS, LocalDate.of(2022, 5, 2), Optional.empty());
    }

    public static Header header(MissingDataEffect missing, LocalDate from, Optional<LocalDate> until) {
        return new Header(
                "sample",
                "1",
                "2022.5.1",
                "Risk",
                from,
                until,
                ZoneId.of("Europe/London"),
                "XLON-EQ",
                USD,
                "ECB-EOD",
                span(1, SpanUnit.DAYS),
                span(2, SpanUnit.MINUTES),
                span(5, SpanUnit.DAYS),
                missing);
    }

    public static PolicyPack pack(Control... controls) {
        return pack(List.of(controls));
    }

    public static PolicyPack pack(List<Control> controls) {
        return new PolicyPack(header(), List.of(), controls, List.of());
    }

    public static Heading heading(String id, Subject subject, Condition applies) {
        return heading(id, subject, applies, MissingDataEffect.BLOCKS, "says " + id);
    }

    public static Heading heading(
            String id, Subject subject, Condition applies, MissingDataEffect missing, String message) {
        return new Heading(
                new ControlId(id),
                List.of(new Citation("UK-RTS6", "15(1)(b)")),
                "Risk",
                new Review(span(90, SpanUnit.DAYS), LocalDate.of(2022, 4, 1)),
                new Applicability(subject, List.of(), applies, Stage.RELEASED),
                missing,
                message,
                "sentence of " + id);
    }

    public static Control.Grant grant(String id, String role) {
        return new Control.Grant(
                heading(id, Subject.BASKETS, new Condition.Always()),
                List.of(new Role(role)),
                Optional.empty(),
                Optional.empty());
    }

    public static Control.HardLimit hardOrder(String id, Condition breach) {
        return new Control.HardLimit(heading(id, Subject.ORDERS, LONDON), Target.ORDER, breach);
    }

    public static Control.HardLimit hardBasket(String id, Condition breach) {
        return new Control.HardLimit(heading(id, Subject.BASKETS, LONDON), Target.WHOLE_BASKET, breach);
    }

    public static Control.SoftLimit softOrder(String id, Condition breach) {
        return new Control.SoftLimit(heading(id, Subject.ORDERS, LONDON), Target.TRADER, breach, oneByOne());
    }

    public static Control.SoftLimit softBasket(String id, Condition breach) {
        return new Control.SoftLimit(heading(id, Subject.BASKETS, LONDON), Target.TRADER, breach, oneByOne());
    }

    public static Control.AlertFlood flood(String id, long max) {
        return new Control.AlertFlood(heading(id, Subject.BASKETS, LONDON), Target.WHOLE_BASKET, max, Optional.empty());
    }

    public static Control.AlertFlood holdingFlood(String id, long max) {
        return new Control.AlertFlood(
                heading(id, Subject.BASKETS, LONDON), Target.WHOLE_BASKET, max, Optional.of(terms()));
    }

    public static Control.Approval approval(String id, Condition hold) {
        return new Control.Approval(heading(id, Subject.BASKETS, LONDON), Target.RELEASE, hold, terms());
    }

    public static HoldTerms terms() {
        return new HoldTerms(
                List.of(
                        new Quorum(1, List.of(new Role("Desk Head"))),
                        new Quorum(1, List.of(new Role("Trading Risk")))),
                List.of(new Exclusion.Requester()),
                true,
                Optional.empty(),
                span(10, SpanUnit.MINUTES),
                List.of());
    }

    public static Acknowledgement oneByOne() {
        return new Acknowledgement(Acknowledgement.Mode.ONE_BY_ONE, true, Optional.empty(), true, Optional.empty());
    }

    public static Condition is(Measure measure, String text) {
        return new Condition.Compare(Reference.to(measure), Comparator.IS, new Bound.Constant(new Value.Text(text)));
    }

    public static Condition moreThan(Measure measure, Value limit) {
        return compare(measure, Comparator.MORE_THAN, limit);
    }

    public static Condition compare(Measure measure, Comparator comparator, Value limit) {
        return new Condition.Compare(Reference.to(measure), comparator, new Bound.Constant(limit));
    }

    /** `order.quantity is more than so many percent of market.adv over so many trading days`. */
    public static Condition moreThanShareOfAdv(long percent, int days) {
        return new Condition.Compare(
                Reference.to(Measure.ORDER_QUANTITY),
                Comparator.MORE_THAN,
                new Bound.ShareOf(new Value.Ratio(percent * 10_000), adv(days)));
    }

    public static Reference adv(int days) {
        return new Reference(Measure.MARKET_ADV, OptionalInt.of(days));
    }

    public static Condition not(Condition part) {
        return new Condition.Not(part);
    }

    public static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    public static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts));
    }

    public static Value.Money usd(long units) {
        return new Value.Money(Math.multiplyExact(units, Exact.ONE), USD);
    }

    public static Value.Count shares(long units) {
        return new Value.Count(Math.multiplyExact(units, Exact.ONE), CountUnit.SHARES);
    }

    public static Value.TimeSpan span(long units, SpanUnit unit) {
        return new Value.TimeSpan(units * unit.microsInOne(), unit);
    }

    public static Instant ago(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
