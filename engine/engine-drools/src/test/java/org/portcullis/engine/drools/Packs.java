package org.portcullis.engine.drools;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.Recalibration;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Review;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** Makes packs and their parts for tests in a few words. */
final class Packs {
    static final CurrencyCode USD = new CurrencyCode("USD");
    static final LocalDate DAY = LocalDate.of(2022, 5, 2);

    private Packs() {}

    static PolicyPack of(Control... controls) {
        return of(List.of(controls));
    }

    static PolicyPack of(List<Control> controls) {
        return of(controls, List.of());
    }

    static PolicyPack of(List<Control> controls, List<Recalibration> recalibrations) {
        Value.TimeSpan hour = new Value.TimeSpan(SpanUnit.HOURS.microsInOne(), SpanUnit.HOURS);
        Header header = new Header(
                "generated",
                "1",
                "1",
                "Risk",
                DAY,
                Optional.empty(),
                ZoneId.of("UTC"),
                "none",
                USD,
                "none",
                hour,
                hour,
                hour,
                MissingDataEffect.BLOCKS);
        return new PolicyPack(header, List.of(), controls, recalibrations, List.of(), List.of(), List.of(), List.of());
    }

    static Applicability orders(Condition where) {
        return new Applicability(Subject.ORDERS, List.of(), where, Stage.ENTERED);
    }

    static Heading heading(String id, Applicability applies) {
        return heading(id, applies, Rollout.ENFORCE);
    }

    static Heading heading(String id, Applicability applies, Rollout rollout) {
        Review review = new Review(new Value.TimeSpan(SpanUnit.DAYS.microsInOne(), SpanUnit.DAYS), DAY);
        return new Heading(
                new ControlId(id),
                List.of(),
                "Risk",
                review,
                Optional.empty(),
                rollout,
                applies,
                MissingDataEffect.BLOCKS,
                "",
                "");
    }

    static Control hardLimit(String id, Condition where, Condition breach) {
        return new Control.HardLimit(heading(id, orders(where)), Target.ORDER, breach);
    }

    static Acknowledgement acknowledgement() {
        return new Acknowledgement(Acknowledgement.Mode.ONE_BY_ONE, false, Optional.empty(), false, Optional.empty());
    }

    static HoldTerms terms() {
        return new HoldTerms(
                List.of(new Quorum(1, List.of(new Role("Desk Head")))),
                List.of(),
                false,
                Optional.empty(),
                new Value.TimeSpan(SpanUnit.MINUTES.microsInOne(), SpanUnit.MINUTES),
                List.of());
    }

    static Value.Money usd(long units) {
        return new Value.Money(Math.multiplyExact(units, Exact.ONE), USD);
    }

    static Condition moreThan(Measure measure, Value limit) {
        return compare(measure, Comparator.MORE_THAN, limit);
    }

    static Condition compare(Measure measure, Comparator comparator, Value limit) {
        return new Condition.Compare(Reference.to(measure), comparator, new Bound.Constant(limit));
    }

    static Condition is(Measure measure, String text) {
        return compare(measure, Comparator.IS, new Value.Text(text));
    }

    static Condition oneOf(Measure measure, String... texts) {
        List<Value> values = new ArrayList<>();
        for (String text : texts) {
            values.add(new Value.Text(text));
        }
        return new Condition.OneOf(Reference.to(measure), values);
    }

    static Condition missing(Measure measure) {
        return new Condition.Missing(Reference.to(measure));
    }

    static Condition always() {
        return new Condition.Always();
    }

    /** Compares with a share of the average daily volume over so many trading days. */
    static Condition moreThanShareOfAdv(long shareMicros, int tradingDays) {
        Reference adv = new Reference(Measure.MARKET_ADV, OptionalInt.of(tradingDays));
        return new Condition.Compare(
                Reference.to(Measure.ORDER_QUANTITY),
                Comparator.MORE_THAN,
                new Bound.ShareOf(new Value.Ratio(shareMicros), adv));
    }
}
