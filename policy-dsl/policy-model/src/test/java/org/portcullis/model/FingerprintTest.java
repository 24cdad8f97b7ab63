package org.portcullis.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.Rationale;
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
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Signing;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

class FingerprintTest {
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final Value.TimeSpan DAY = new Value.TimeSpan(86_400_000_000L, SpanUnit.DAYS);
    private static final Value.TimeSpan HOUR = new Value.TimeSpan(3_600_000_000L, SpanUnit.HOURS);
    private static final Condition ALWAYS = new Condition.Always();
    private static final Condition HIGH = above(4_000_000);
    private static final PolicyPack PACK = pack(limit("B-1", HIGH), limit("A-1", HIGH));

    @Test
    void theOrderOfDeclarationsDoesNotMatter() {
        assertEquals(Fingerprint.of(PACK), Fingerprint.of(pack(limit("A-1", HIGH), limit("B-1", HIGH))));
        Scope one = new Scope(new ControlId("S-1"), ALWAYS);
        Scope two = new Scope(new ControlId("S-2"), HIGH);
        assertEquals(Fingerprint.of(withScopes(one, two)), Fingerprint.of(withScopes(two, one)));
    }

    @Test
    void testsDoNotMatter() {
        PolicyTest test = new PolicyTest("t", List.of(), Stage.RELEASED, List.of());
        PolicyPack tested = new PolicyPack(PACK.header(), PACK.scopes(), PACK.controls(), List.of(test));
        assertEquals(Fingerprint.of(PACK), Fingerprint.of(tested));
    }

    @Test
    void aQuoteInANameCannotPoseAsAnotherCondition() {
        Condition hostile = deskIs("a\" is \"b");
        assertNotEquals(Fingerprint.of(pack(limit("A-1", hostile))), Fingerprint.of(pack(limit("A-1", deskIs("a")))));
    }

    @Test
    void deeplyNestedConditionsHaveAFingerprint() {
        Condition nested = HIGH;
        for (int i = 0; i < 60; i++) {
            nested = new Condition.Not(nested);
        }
        assertEquals(71, Fingerprint.of(pack(limit("A-1", nested))).value().length());
    }

    /** Every part of a pack: each variant differs from every other. */
    @TestFactory
    Stream<DynamicTest> everyPartMatters() {
        Set<String> seen = new HashSet<>(Set.of(CanonicalJson.text(Fingerprint.json(pack()))));
        return Stream.of(headers(), headings(), conditions(), controls())
                .flatMap(List::stream)
                .map(pack -> CanonicalJson.text(Fingerprint.json(pack)))
                .map(json -> DynamicTest.dynamicTest(
                        json.substring(0, Math.min(60, json.length())), () -> assertTrue(seen.add(json), json)));
    }

    private static List<PolicyPack> headers() {
        LocalDate day = LocalDate.of(2022, 5, 2);
        ZoneId zone = ZoneId.of("Europe/London");
        MissingDataEffect blocks = MissingDataEffect.BLOCKS;
        Optional<LocalDate> open = Optional.empty();
        CurrencyCode eur = new CurrencyCode("EUR");
        return Stream.of(
                        new Header("x", "1", "1", "o", day, open, zone, "c", USD, "r", DAY, DAY, DAY, blocks),
                        new Header("n", "2", "1", "o", day, open, zone, "c", USD, "r", DAY, DAY, DAY, blocks),
                        new Header("n", "1", "2", "o", day, open, zone, "c", USD, "r", DAY, DAY, DAY, blocks),
                        new Header("n", "1", "1", "x", day, open, zone, "c", USD, "r", DAY, DAY, DAY, blocks),
                        new Header(
                                "n", "1", "1", "o", day.plusDays(1), open, zone, "c", USD, "r", DAY, DAY, DAY, blocks),
                        new Header(
                                "n", "1", "1", "o", day, Optional.of(day), zone, "c", USD, "r", DAY, DAY, DAY, blocks),
                        new Header(
                                "n", "1", "1", "o", day, open, ZoneId.of("UTC"), "c", USD, "r", DAY, DAY, DAY, blocks),
                        new Header("n", "1", "1", "o", day, open, zone, "x", USD, "r", DAY, DAY, DAY, blocks),
                        new Header("n", "1", "1", "o", day, open, zone, "c", eur, "r", DAY, DAY, DAY, blocks),
                        new Header("n", "1", "1", "o", day, open, zone, "c", USD, "x", DAY, DAY, DAY, blocks),
                        new Header("n", "1", "1", "o", day, open, zone, "c", USD, "r", HOUR, DAY, DAY, blocks),
                        new Header("n", "1", "1", "o", day, open, zone, "c", USD, "r", DAY, HOUR, DAY, blocks),
                        new Header("n", "1", "1", "o", day, open, zone, "c", USD, "r", DAY, DAY, HOUR, blocks),
                        signed(new Signing(List.of(new Quorum(1, List.of(new Role("Risk")))), List.of())),
                        signed(new Signing(List.of(new Quorum(2, List.of(new Role("Risk")))), List.of())),
                        signed(new Signing(
                                List.of(new Quorum(1, List.of(new Role("Risk")))), List.of(new Exclusion.Requester()))),
                        new Header(
                                "n",
                                "1",
                                "1",
                                "o",
                                day,
                                open,
                                zone,
                                "c",
                                USD,
                                "r",
                                DAY,
                                DAY,
                                DAY,
                                MissingDataEffect.HOLDS))
                .map(header -> new PolicyPack(header, List.of(), List.of(), List.of()))
                .toList();
    }

    private static List<PolicyPack> headings() {
        List<Citation> none = List.of();
        Review review = new Review(DAY, LocalDate.of(2022, 4, 1));
        Applicability applies = new Applicability(Subject.ORDERS, List.of(), ALWAYS, Stage.RELEASED);
        MissingDataEffect blocks = MissingDataEffect.BLOCKS;
        ControlId id = new ControlId("A-1");
        return Stream.of(
                        new Heading(id, none, "o", review, applies, blocks, "m", "s"),
                        new Heading(new ControlId("A-2"), none, "o", review, applies, blocks, "m", "s"),
                        new Heading(id, List.of(new Citation("FCA-MAR", "7A")), "o", review, applies, blocks, "m", "s"),
                        new Heading(
                                id,
                                List.of(new Citation("FCA-MAR", "7A")),
                                List.of(new Rationale(new Citation("FCA-MAR", "7A"), "so it is")),
                                "o",
                                review,
                                Optional.empty(),
                                Rollout.ENFORCE,
                                applies,
                                blocks,
                                "m",
                                "s"),
                        new Heading(id, none, "x", review, applies, blocks, "m", "s"),
                        new Heading(id, none, "o", new Review(HOUR, review.lastOn()), applies, blocks, "m", "s"),
                        new Heading(
                                id, none, "o", new Review(DAY, LocalDate.of(2022, 4, 2)), applies, blocks, "m", "s"),
                        new Heading(id, none, "o", review, appliesTo(Subject.BASKETS), blocks, "m", "s"),
                        new Heading(
                                id,
                                none,
                                "o",
                                review,
                                new Applicability(
                                        Subject.ORDERS, List.of(new ControlId("S-1")), ALWAYS, Stage.RELEASED),
                                blocks,
                                "m",
                                "s"),
                        new Heading(
                                id,
                                none,
                                "o",
                                review,
                                new Applicability(Subject.ORDERS, List.of(), HIGH, Stage.RELEASED),
                                blocks,
                                "m",
                                "s"),
                        new Heading(
                                id,
                                none,
                                "o",
                                review,
                                new Applicability(Subject.ORDERS, List.of(), ALWAYS, Stage.WORKING),
                                blocks,
                                "m",
                                "s"),
                        new Heading(id, none, "o", review, applies, MissingDataEffect.HOLDS, "m", "s"),
                        new Heading(id, none, "o", review, applies, blocks, "x", "s"),
                        new Heading(id, none, "o", review, applies, blocks, "m", "x"))
                .map(heading -> pack(new Control.HardLimit(heading, Target.ORDER, HIGH)))
                .toList();
    }

    private static List<PolicyPack> conditions() {
        Reference notional = Reference.to(Measure.ORDER_NOTIONAL);
        Value money = new Value.Money(1, USD);
        return Stream.of(
                        ALWAYS,
                        new Condition.All(List.of(ALWAYS, HIGH)),
                        new Condition.All(List.of(HIGH, HIGH, ALWAYS)),
                        new Condition.Any(List.of(ALWAYS, HIGH)),
                        new Condition.Not(HIGH),
                        new Condition.Missing(notional),
                        new Condition.OneOf(notional, List.of(money)),
                        new Condition.Compare(notional, Comparator.MORE_THAN, new Bound.Constant(money)),
                        new Condition.Compare(notional, Comparator.LESS_THAN, new Bound.Constant(money)),
                        new Condition.Compare(notional, Comparator.MORE_THAN, new Bound.Other(notional)),
                        new Condition.Compare(
                                notional,
                                Comparator.MORE_THAN,
                                new Bound.Other(new Reference(Measure.ORDER_NOTIONAL, OptionalInt.of(20)))),
                        new Condition.Compare(
                                notional, Comparator.MORE_THAN, new Bound.ShareOf(new Value.Ratio(950_000), notional)),
                        new Condition.Compare(
                                notional, Comparator.MORE_THAN, new Bound.Constant(new Value.Price(1, USD))),
                        new Condition.Compare(notional, Comparator.MORE_THAN, new Bound.Constant(new Value.Ratio(1))),
                        new Condition.Compare(notional, Comparator.MORE_THAN, new Bound.Constant(HOUR)))
                .map(condition -> pack(limit("C-1", condition)))
                .toList();
    }

    private static List<PolicyPack> controls() {
        Heading heading = heading("D-1", Subject.BASKETS);
        Role risk = new Role("Trading Risk");
        Value.Money cap = new Value.Money(1, USD);
        Reference notional = Reference.to(Measure.BASKET_NOTIONAL);
        Quorum quorum = new Quorum(1, List.of(risk));
        List<Exclusion> no = List.of();
        return Stream.<Control>of(
                        new Control.HardLimit(heading, Target.ORDER, HIGH),
                        new Control.HardLimit(heading, Target.WHOLE_BASKET, HIGH),
                        new Control.Grant(heading, List.of(risk), Optional.empty(), Optional.empty()),
                        new Control.Grant(heading, List.of(new Role("x")), Optional.empty(), Optional.empty()),
                        new Control.Grant(heading, List.of(risk), Optional.of(cap), Optional.empty()),
                        new Control.Grant(heading, List.of(risk), Optional.empty(), Optional.of(cap)),
                        soft(heading, new Acknowledgement(Acknowledgement.Mode.ONE_BY_ONE, true, none(), true, no())),
                        soft(heading, new Acknowledgement(Acknowledgement.Mode.ALL_AT_ONCE, true, none(), true, no())),
                        soft(heading, new Acknowledgement(Acknowledgement.Mode.ONE_BY_ONE, false, none(), true, no())),
                        soft(
                                heading,
                                new Acknowledgement(
                                        Acknowledgement.Mode.ONE_BY_ONE, true, Optional.of(notional), true, no())),
                        soft(heading, new Acknowledgement(Acknowledgement.Mode.ONE_BY_ONE, true, none(), false, no())),
                        soft(
                                heading,
                                new Acknowledgement(
                                        Acknowledgement.Mode.ONE_BY_ONE, true, none(), true, Optional.of(risk))),
                        new Control.AlertFlood(heading, Target.WHOLE_BASKET, 10, Optional.empty()),
                        new Control.AlertFlood(heading, Target.WHOLE_BASKET, 11, Optional.empty()),
                        flood(heading, new HoldTerms(List.of(quorum), no, true, none(), DAY, List.of())),
                        flood(
                                heading,
                                new HoldTerms(List.of(new Quorum(2, List.of(risk))), no, true, none(), DAY, List.of())),
                        flood(
                                heading,
                                new HoldTerms(
                                        List.of(quorum),
                                        List.of(new Exclusion.Requester()),
                                        true,
                                        none(),
                                        DAY,
                                        List.of())),
                        flood(
                                heading,
                                new HoldTerms(
                                        List.of(quorum),
                                        List.of(new Exclusion.DelegatesOfRequester()),
                                        true,
                                        none(),
                                        DAY,
                                        List.of())),
                        flood(
                                heading,
                                new HoldTerms(
                                        List.of(quorum),
                                        List.of(new Exclusion.HoldersOf(risk)),
                                        true,
                                        none(),
                                        DAY,
                                        List.of())),
                        flood(
                                heading,
                                new HoldTerms(
                                        List.of(quorum),
                                        List.of(new Exclusion.RecentEditors(DAY)),
                                        true,
                                        none(),
                                        DAY,
                                        List.of())),
                        flood(heading, new HoldTerms(List.of(quorum), no, false, none(), DAY, List.of())),
                        flood(heading, new HoldTerms(List.of(quorum), no, true, Optional.of(notional), DAY, List.of())),
                        flood(
                                heading,
                                new HoldTerms(
                                        List.of(quorum), no, true, none(), Optional.of(notional), DAY, List.of())),
                        flood(heading, new HoldTerms(List.of(quorum), no, true, none(), HOUR, List.of())),
                        flood(
                                heading,
                                new HoldTerms(
                                        List.of(quorum),
                                        no,
                                        true,
                                        none(),
                                        DAY,
                                        List.of(new HoldTerms.EscalationStep(HOUR, risk)))),
                        new Control.Approval(
                                heading,
                                Target.RELEASE,
                                HIGH,
                                new HoldTerms(List.of(quorum), no, true, none(), DAY, List.of())))
                .map(control -> pack(control))
                .toList();
    }

    private static Optional<Reference> none() {
        return Optional.empty();
    }

    private static Optional<Role> no() {
        return Optional.empty();
    }

    private static Control soft(Heading heading, Acknowledgement acknowledgement) {
        return new Control.SoftLimit(heading, Target.TRADER, HIGH, acknowledgement);
    }

    private static Control flood(Heading heading, HoldTerms terms) {
        return new Control.AlertFlood(heading, Target.WHOLE_BASKET, 10, Optional.of(terms));
    }

    private static Header signed(Signing signing) {
        return new Header(
                "n",
                "1",
                "1",
                "o",
                LocalDate.of(2022, 5, 2),
                Optional.empty(),
                ZoneId.of("Europe/London"),
                "c",
                USD,
                "r",
                DAY,
                DAY,
                DAY,
                MissingDataEffect.BLOCKS,
                Optional.of(signing));
    }

    private static PolicyPack pack(Control... controls) {
        Header header = new Header(
                "n",
                "1",
                "1",
                "o",
                LocalDate.of(2022, 5, 2),
                Optional.empty(),
                ZoneId.of("Europe/London"),
                "c",
                USD,
                "r",
                DAY,
                DAY,
                DAY,
                MissingDataEffect.BLOCKS);
        return new PolicyPack(header, List.of(), List.of(controls), List.of());
    }

    private static PolicyPack withScopes(Scope... scopes) {
        return new PolicyPack(PACK.header(), List.of(scopes), PACK.controls(), List.of());
    }

    private static Control limit(String id, Condition breach) {
        return new Control.HardLimit(heading(id, Subject.ORDERS), Target.ORDER, breach);
    }

    private static Heading heading(String id, Subject subject) {
        return new Heading(
                new ControlId(id),
                List.of(),
                "o",
                new Review(DAY, LocalDate.of(2022, 4, 1)),
                appliesTo(subject),
                MissingDataEffect.BLOCKS,
                "m",
                "s");
    }

    private static Applicability appliesTo(Subject subject) {
        return new Applicability(subject, List.of(), ALWAYS, Stage.RELEASED);
    }

    private static Condition above(long micros) {
        return new Condition.Compare(
                Reference.to(Measure.ORDER_NOTIONAL),
                Comparator.MORE_THAN,
                new Bound.Constant(new Value.Money(micros, USD)));
    }

    private static Condition deskIs(String desk) {
        return new Condition.Compare(
                Reference.to(Measure.ORDER_DESK), Comparator.IS, new Bound.Constant(new Value.Text(desk)));
    }
}
