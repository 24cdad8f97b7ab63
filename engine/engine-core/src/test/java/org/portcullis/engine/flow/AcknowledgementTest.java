package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Incident;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.ValueText;

/** How warnings are cleared and how not. */
class AcknowledgementTest {
    private static final String ID = "S-000001";
    private static final ControlId SOFT = new ControlId("D1-NOTIONAL-SOFT");
    private static final Condition ANYTHING = Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(1));

    private static final Control AT_ONCE =
            soft("D1-NOTIONAL-SOFT", Acknowledgement.Mode.ALL_AT_ONCE, false, Optional.empty(), Optional.empty());
    private static final Control ONE_BY_ONE = soft(
            "D1-NOTIONAL-SOFT",
            Acknowledgement.Mode.ONE_BY_ONE,
            true,
            Optional.of(Reference.to(Measure.ORDER_NOTIONAL)),
            Optional.empty());
    private static final Control BY_RISK = soft(
            "D1-RISK-SOFT",
            Acknowledgement.Mode.ALL_AT_ONCE,
            false,
            Optional.empty(),
            Optional.of(new Role("Trading Risk")));

    @Test
    void oneActOfTheMakerClearsAllAtOnce() throws EngineFailure {
        Scene scene = warned(AT_ONCE);
        Reply reply = all(scene, 12, Scene.MAKER);
        assertEquals(List.of("warning.acknowledged", "token.issued"), Scene.types(reply.entries()));
        JsonObject body = reply.entries().get(0).body();
        assertEquals(2, body.whole("warnings"));
        assertEquals(12, body.whole("secondsSinceShown"));
        assertEquals("150000", body.object("total").text("amount"));
        assertEquals(Scene.MAKER, body.text("person"));
    }

    @Test
    void nobodyElseClearsThem() throws EngineFailure {
        assertRefused("not-the-submitter", all(warned(AT_ONCE), 12, Scene.HEAD));
    }

    @Test
    void oneByOneIsNotAllAtOnce() throws EngineFailure {
        assertRefused("one-by-one", all(warned(ONE_BY_ONE), 12, Scene.MAKER));
    }

    @Test
    void theLargestComesFirst() throws EngineFailure {
        Scene scene = warned(ONE_BY_ONE);
        assertRefused("not-largest-first", one(scene, 12, 2, "seen", "50000"));
        Scene.waiting(one(scene, 13, 1, "seen", "100000"));
        Scene.released(one(scene, 14, 2, "seen", "50,000.00"));
    }

    @Test
    void aReasonIsStated() throws EngineFailure {
        assertRefused("no-reason", one(warned(ONE_BY_ONE), 12, 1, "", "100000"));
    }

    @Test
    void theAmountIsTypedExactly() throws EngineFailure {
        assertRefused("wrong-amount", one(warned(ONE_BY_ONE), 12, 1, "seen", "100000.01"));
    }

    @Test
    void noWarningIsClearedTwice() throws EngineFailure {
        Scene scene = warned(ONE_BY_ONE);
        one(scene, 12, 1, "seen", "100000");
        assertRefused("nothing-outstanding", one(scene, 13, 1, "seen", "100000"));
    }

    @Test
    void anotherTextThanTheOneShownIsRefused() throws EngineFailure {
        Scene scene = warned(AT_ONCE);
        Reply reply = scene.handle(
                12,
                new Command.Acknowledge(
                        ID, Scene.MAKER, new Command.Selection.All(), "", "", Digest.of(JsonObject.EMPTY)));
        assertRefused("other-text", reply);
    }

    @Test
    void afterTenMinutesItIsTooLate() throws EngineFailure {
        assertRefused("late", all(warned(AT_ONCE), 601, Scene.MAKER));
    }

    @Test
    void aRoleThatIsAskedForClearsThemAndTheMakerDoesNot() throws EngineFailure {
        Scene scene = warned(BY_RISK);
        assertRefused("requester", all(scene, 12, Scene.MAKER));
        assertRefused("role-not-held", all(scene, 13, Scene.HEAD));
        Scene.released(all(scene, 14, Scene.RISK));
    }

    @Test
    void twoRolesEachClearTheirOwn() throws EngineFailure {
        Scene scene = warned(AT_ONCE, BY_RISK);
        assertEquals(2, Scene.waiting(all(scene, 12, Scene.MAKER)).outstanding().size());
        Scene.released(all(scene, 13, Scene.RISK));
    }

    @Test
    void warningsAndApprovalsAreBothNeeded() throws EngineFailure {
        Scene scene = warned(AT_ONCE, Scene.APPROVAL);
        scene.vote(10, Scene.HEAD);
        Scene.waiting(scene.vote(20, Scene.RISK));
        Reply reply = all(scene, 30, Scene.MAKER);
        assertEquals(List.of("warning.acknowledged", "hold.released", "token.issued"), Scene.types(reply.entries()));
    }

    @Test
    void approvalsThatHaveExpiredReleaseNothing() throws EngineFailure {
        Scene scene = warned(AT_ONCE, Scene.APPROVAL);
        scene.vote(10, Scene.HEAD);
        scene.vote(20, Scene.RISK);
        assertRefused("late", all(scene, 601, Scene.MAKER));
    }

    @Test
    void anUnknownSubmissionIsRefused() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, AT_ONCE);
        Command command = new Command.Acknowledge(
                "S-000007", Scene.MAKER, new Command.Selection.All(), "", "", Digest.of(JsonObject.EMPTY));
        assertRefused("unknown-submission", scene.handle(1, command));
    }

    @Test
    void onTheDayOneActCleared646WarningsAnd196BillionWentOn() throws EngineFailure {
        Control hard = Sample.hardOrder(
                "D1-ORDER-NOTIONAL", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(2_000_000_000L)));
        Scene scene = Scene.open(
                Scene.GRANT,
                hard,
                day("D1-NOTIONAL-SOFT", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(25_000_000L))),
                day("D1-ADV-SOFT", Sample.moreThanShareOfAdv(20, 20)),
                day("D1-QUANTITY-SOFT", Sample.moreThan(Measure.ORDER_QUANTITY, Sample.shares(100_000_000L))));
        Scene.waiting(scene.submit(0, Incident.erroneous()));
        Reply reply = all(scene, 12, Scene.MAKER);
        assertEquals(646, reply.entries().get(0).body().whole("warnings"));
        JsonObject token = reply.entries().get(1).body();
        assertEquals(284, token.whole("orders"));
        assertEquals("196000000114.282262", token.object("notional").text("amount"));
        assertEquals(284, Scene.released(reply).token().lines().size());
    }

    @Test
    void theTextShownIsAPageAndNot646Lines() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, day("D1-ADV-SOFT", Sample.moreThanShareOfAdv(20, 20)));
        SubmissionView view = Scene.waiting(scene.submit(0, Incident.erroneous()));
        String text = view.shown().orElseThrow().text();
        assertEquals(7, text.lines().count(), text);
        assertEquals(
                "Basket W-1: 349 warnings on USD 444,000,000,054.64",
                text.lines().findFirst().orElseThrow());
        assertEquals(
                "USD 444,000,000,054.64",
                ValueText.readable(view.outstanding().stream()
                        .map(warning -> warning.item().notional().orElseThrow())
                        .reduce((one, other) -> new org.portcullis.model.value.Value.Money(
                                one.micros() + other.micros(), one.currency()))
                        .orElseThrow()));
    }

    private static Control day(String id, Condition breach) {
        return new Control.SoftLimit(
                Sample.heading(id, Subject.ORDERS, Sample.LONDON),
                Target.TRADER,
                breach,
                new Acknowledgement(
                        Acknowledgement.Mode.ALL_AT_ONCE, false, Optional.empty(), false, Optional.empty()));
    }

    private static Control soft(
            String id, Acknowledgement.Mode mode, boolean reason, Optional<Reference> retyped, Optional<Role> by) {
        return new Control.SoftLimit(
                Sample.heading(id, Subject.ORDERS, Sample.LONDON),
                Target.TRADER,
                ANYTHING,
                new Acknowledgement(mode, reason, retyped, true, by));
    }

    private static Scene warned(Control... controls) throws EngineFailure {
        Control[] all = new Control[controls.length + 1];
        all[0] = Scene.GRANT;
        System.arraycopy(controls, 0, all, 1, controls.length);
        Scene scene = Scene.open(all);
        Market basket = Scene.basket();
        Scene.waiting(scene.submit(0, basket));
        return scene;
    }

    private static Reply all(Scene scene, long second, String person) throws EngineFailure {
        return scene.handle(
                second, new Command.Acknowledge(ID, person, new Command.Selection.All(), "", "", shown(scene)));
    }

    private static Reply one(Scene scene, long second, int line, String reason, String typed) throws EngineFailure {
        return scene.handle(
                second,
                new Command.Acknowledge(
                        ID, Scene.MAKER, new Command.Selection.One(SOFT, line), reason, typed, shown(scene)));
    }

    private static Digest shown(Scene scene) {
        return scene.engine.view(ID).orElseThrow().shown().orElseThrow().textDigest();
    }

    private static void assertRefused(String code, Reply reply) {
        assertEquals(code, Scene.refusal(reply));
        assertEquals(List.of("warning.acknowledgement.refused"), Scene.types(reply.entries()));
        assertEquals(code, reply.entries().get(0).body().text("why"));
    }
}
