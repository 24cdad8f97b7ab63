package org.portcullis.engine.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.Rationale;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

class PackActivatedTest {
    private static final Condition OVER_TWO_BILLION =
            Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(2_000_000_000L));

    private static final PolicyPack PACK = Sample.pack(
            Sample.grant("D1-TRADERS", "Delta 1 Trader"),
            Sample.hardOrder("D1-ORDER-NOTIONAL", OVER_TWO_BILLION),
            Sample.softOrder("D1-ADV-SOFT", Sample.moreThanShareOfAdv(20, 20)),
            Sample.flood("D1-ALERT-FLOOD", 10),
            Sample.approval("D1-LARGE-BASKET", Sample.moreThan(Measure.BASKET_NOTIONAL, Sample.usd(100_000_000L))));

    @Test
    void headerReadsBackAsWritten() {
        PackActivated activated = PackActivated.of(PACK, Fingerprint.of(PACK), "sample.policy", "p-risk");
        assertEquals(activated, PackActivated.fromJson(activated.toJson()));
    }

    @Test
    void everyKindOfControlReadsBackAsWritten() {
        for (Control control : PACK.controls()) {
            PackControl written = PackControl.of(Fingerprint.of(PACK), 1, control);
            assertEquals(written, PackControl.fromJson(written.toJson()));
        }
    }

    @Test
    void rationaleIsAMemberOfItsCitationAndAbsentWhereNoneIsStated() {
        Citation bare = new Citation("FCA-PRIN", "3");
        Citation reasoned = new Citation("UK-RTS6", "15(1)(b)");
        Heading heading = PACK.controls().get(1).heading();
        Control limit = new Control.HardLimit(
                new Heading(
                        heading.id(),
                        List.of(bare, reasoned),
                        List.of(new Rationale(reasoned, "no order is larger than the desk's capital allows")),
                        heading.owner(),
                        heading.review(),
                        heading.effective(),
                        heading.rollout(),
                        heading.applies(),
                        heading.missingData(),
                        heading.message(),
                        heading.sentence()),
                Target.ORDER,
                OVER_TWO_BILLION);
        PackControl written = PackControl.of(Fingerprint.of(PACK), 1, limit);
        assertEquals(written, PackControl.fromJson(written.toJson()));
        List<JsonObject> citations = written.toJson().array("citations").objects();
        assertFalse(citations.get(0).has("because"));
        assertEquals(
                "no order is larger than the desk's capital allows",
                citations.get(1).text("because"));
    }

    @Test
    void whoReEnablesIsAmongTheRecipients() {
        Quorum one = new Quorum(1, List.of(new Role("Trader")));
        Quorum two = new Quorum(2, List.of(new Role("Trading Risk")));
        Control kill =
                new Control.KillSwitch(PACK.controls().get(1).heading(), one, new ReEnabling(List.of(two), List.of()));
        PackControl written = PackControl.of(Fingerprint.of(PACK), 1, kill);
        assertEquals(List.of("1 of role \"Trader\"", "2 of role \"Trading Risk\" (re-enabling)"), written.recipients());
        assertEquals(written, PackControl.fromJson(written.toJson()));
    }

    @Test
    void activationIsOneHeaderAndOneRecordForEachControl() {
        List<String> types =
                PackActivated.records(PACK, Fingerprint.of(PACK), "sample.policy", "p-risk", Sample.NOW).stream()
                        .map(JournalRecord::type)
                        .toList();
        assertEquals(
                List.of(
                        "pack.activated",
                        "pack.control",
                        "pack.control",
                        "pack.control",
                        "pack.control",
                        "pack.control"),
                types);
    }

    @Test
    void limitIsStatedInItsUnit() {
        assertEquals(List.of("order.notional is more than 2000000000 USD"), words(1));
    }

    @Test
    void shareOfAnotherMeasureIsStatedInPercent() {
        assertEquals(List.of("order.quantity is more than 20 % of market.adv over 20 trading days"), words(2));
    }

    @Test
    void floodStatesItsNumberOfWarnings() {
        assertEquals(List.of("basket.warnings is more than 10 warnings"), words(3));
    }

    @Test
    void anotherMeasureIsStatedAsAllOfIt() {
        Condition condition = new Condition.Compare(
                Reference.to(Measure.BASKET_NOTIONAL),
                Comparator.AT_MOST,
                new Bound.Other(Reference.to(Measure.BASKET_INTENDED)));
        PackControl control = PackControl.of(Fingerprint.of(PACK), 1, Sample.hardBasket("D1-BASKET-INTENT", condition));
        assertEquals(
                "basket.notional is at most 100 % of basket.intended",
                control.limits().get(0).words());
    }

    @Test
    void negatedComparisonIsNoLimit() {
        Control control = Sample.hardOrder("D1-ORDER-NOTIONAL", Sample.not(OVER_TWO_BILLION));
        assertEquals(List.of(), PackControl.of(Fingerprint.of(PACK), 1, control).limits());
    }

    @Test
    void softLimitDoesNotChangeTrading() {
        assertFalse(control(2).changesTrading());
    }

    @Test
    void approversAreNamedWithTheirQuorum() {
        assertEquals(
                List.of("1 of role \"Desk Head\"", "1 of role \"Trading Risk\""),
                control(4).recipients());
    }

    @Test
    void reviewIsDueAfterItsInterval() {
        assertEquals(LocalDate.of(2022, 6, 30).toString(), control(1).reviewDue());
    }

    @Test
    void hugeSentenceIsCutAndDigested() throws Exception {
        Heading plain = PACK.controls().get(1).heading();
        String sentence = "\u20ac".repeat(100_000);
        Heading huge = new Heading(
                plain.id(),
                plain.citations(),
                plain.owner(),
                plain.review(),
                new Applicability(
                        plain.applies().subject(),
                        List.of(),
                        plain.applies().condition(),
                        plain.applies().stage()),
                plain.missingData(),
                sentence,
                sentence);
        PolicyPack pack = Sample.pack(new Control.HardLimit(huge, Target.ORDER, OVER_TWO_BILLION));
        JournalRecord record = PackActivated.records(pack, Fingerprint.of(pack), "huge.policy", "p-risk", Sample.NOW)
                .get(1);
        byte[] bytes = EntryFormat.encode(record, 1, "journal", EntryFormat.NO_ENTRY);
        assertTrue(bytes.length <= EntryFormat.MAX_BYTES, "entry has " + bytes.length + " bytes");
        PackControl control = PackControl.fromJson(record.body());
        assertEquals(PackControl.MAX_SENTENCE, control.sentence().length());
        assertEquals(Digest.of(org.portcullis.model.json.Json.text(sentence)), control.sentenceDigest());
    }

    @Test
    void priceIsStatedPerShare() {
        Value.Price price = new Value.Price(12_500_000L, Sample.USD);
        Control control = Sample.hardOrder("D1-PRICE", Sample.moreThan(Measure.ORDER_PRICE, price));
        StatedLimit limit =
                PackControl.of(Fingerprint.of(PACK), 1, control).limits().get(0);
        assertEquals("order.price is more than 12.5 USD per share", limit.words());
    }

    private static List<String> words(int index) {
        return control(index).limits().stream().map(StatedLimit::words).toList();
    }

    private static PackControl control(int index) {
        return PackControl.of(Fingerprint.of(PACK), index + 1, PACK.controls().get(index));
    }
}
