package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ExceptionalRelease;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.SpanUnit;

/** The one way past a hard limit: who opens it, for what, and how long. */
class ExceptionalReleaseTest {
    private static final String ID = "S-000001";
    private static final String PETITION = "P-000001";
    private static final String RELEASER = Scene.STRANGER;
    private static final ControlId ORDER = new ControlId("D1-ORDER-HARD");
    private static final ControlId BASKET = new ControlId("D1-BASKET-HARD");

    /** Blocks the line of USD 100,000 and not the one of USD 50,000. */
    private static final Control ORDER_LIMIT = limit(ORDER, Subject.ORDERS, Target.ORDER, 60_000, 10);

    private static final Control BASKET_LIMIT = limit(BASKET, Subject.BASKETS, Target.WHOLE_BASKET, 120_000, 10);

    private Scene scene;

    @BeforeEach
    void oneOfTwoLinesIsBlocked() throws EngineFailure {
        scene = scene(Scene.GRANT, ORDER_LIMIT);
        scene.submit(0, Scene.basket());
        scene.turnTo(PETITION);
    }

    private static Scene scene(Control... controls) throws EngineFailure {
        return Scene.open(Scene.desk().with(RELEASER, "Designated Releaser"), controls);
    }

    private static Control limit(ControlId id, Subject subject, Target target, long dollars, long minutes) {
        boolean basket = subject == Subject.BASKETS;
        return new Control.HardLimit(
                Sample.heading(id.text(), subject, Sample.LONDON),
                target,
                Sample.moreThan(basket ? Measure.BASKET_NOTIONAL : Measure.ORDER_NOTIONAL, Sample.usd(dollars)),
                Optional.empty(),
                Optional.of(new ExceptionalRelease(
                        basket,
                        List.of(
                                new Quorum(1, List.of(new Role("Trading Risk"))),
                                new Quorum(1, List.of(new Role("Designated Releaser")))),
                        Sample.span(minutes, SpanUnit.MINUTES))));
    }

    private static Command.AskExceptionalRelease asking(ControlId control, int line) {
        return new Command.AskExceptionalRelease(
                ID, Scene.MAKER, control, line, "agreed with the client", "the fund is liquidated today");
    }

    private Reply ask(long second) throws EngineFailure {
        return scene.handle(second, asking(ORDER, 1));
    }

    private static Reply state(Scene scene, long second, String person, Statement.Action act) throws EngineFailure {
        return scene.handle(second, new Command.Vote(scene.states(person, act).sign(Scene.key(person))));
    }

    private Reply verify(long second) throws EngineFailure {
        return state(scene, second, Scene.RISK, Statement.Action.VERIFY);
    }

    private Reply authorise(long second) throws EngineFailure {
        return state(scene, second, RELEASER, Statement.Action.AUTHORISE);
    }

    @Test
    void oneVerifiesAndAnotherAuthorises() throws EngineFailure {
        ask(1);
        assertEquals(HoldProgress.End.OPEN, Scene.petitioned(verify(10)).hold().end());
        Reply reply = authorise(20);
        assertEquals(List.of("approval.vote.accepted", "hold.released", "token.issued"), Scene.types(reply.entries()));
    }

    @Test
    void theTokenIsForThatLineAlone() throws EngineFailure {
        ask(1);
        verify(10);
        assertEquals("1", Scene.released(authorise(20)).token().lines().text());
    }

    @Test
    void theTokenIsAcceptedUntilTheTimeToAskIsOver() throws EngineFailure {
        ask(1);
        verify(10);
        Outcome.Released released = Scene.released(authorise(20));
        assertEquals(Scene.at(601), released.token().notAfter());
        assertEquals("expired", Scene.refusal(scene.present(602, released, Scene.basket())));
    }

    @Test
    void theTokenIsTakenOnce() throws EngineFailure {
        ask(1);
        verify(10);
        Outcome.Released released = Scene.released(authorise(20));
        assertInstanceOf(
                Outcome.Admitted.class,
                scene.present(30, released, Scene.basket()).outcome());
        assertEquals("used", Scene.refusal(scene.present(31, released, Scene.basket())));
    }

    @Test
    void whatWasReleasedIsNotAskedAgain() throws EngineFailure {
        ask(1);
        verify(10);
        authorise(20);
        assertEquals("released-already", Scene.refusal(ask(30)));
    }

    @Test
    void theOtherLineGoesByItself() throws EngineFailure {
        JournalEntry first = scene.memory.entries().stream()
                .filter(entry -> entry.type().equals("token.issued"))
                .findFirst()
                .orElseThrow();
        ask(1);
        verify(10);
        authorise(20);
        assertEquals("2", first.body().text("lines"));
        assertEquals(Phase.RELEASED, scene.engine.view(ID).orElseThrow().phase());
    }

    @Test
    void riskDoesNotAuthorise() throws EngineFailure {
        ask(1);
        assertEquals("other-act", Scene.refusal(state(scene, 10, Scene.RISK, Statement.Action.AUTHORISE)));
    }

    @Test
    void anApprovalIsNeitherAct() throws EngineFailure {
        ask(1);
        assertEquals("other-act", Scene.refusal(scene.vote(10, Scene.RISK)));
    }

    @Test
    void theSubmitterSignsNothing() throws EngineFailure {
        ask(1);
        assertEquals("requester", Scene.refusal(state(scene, 10, Scene.MAKER, Statement.Action.VERIFY)));
    }

    @Test
    void aDelegateOfTheSubmitterIsExcluded() throws EngineFailure {
        ask(1);
        assertEquals("excluded", Scene.refusal(state(scene, 10, Scene.DELEGATE, Statement.Action.VERIFY)));
    }

    @Test
    void onePersonDoesNotDoBoth() throws EngineFailure {
        scene = Scene.open(
                Scene.desk().with(Scene.BOTH, "Trading Risk", "Designated Releaser"), Scene.GRANT, ORDER_LIMIT);
        scene.turnTo(PETITION);
        scene.submit(0, Scene.basket());
        ask(1);
        state(scene, 10, Scene.BOTH, Statement.Action.VERIFY);
        assertEquals("second-vote", Scene.refusal(state(scene, 20, Scene.BOTH, Statement.Action.AUTHORISE)));
    }

    @Test
    void oneRejectionEndsIt() throws EngineFailure {
        ask(1);
        Reply reply = state(scene, 10, Scene.RISK, Statement.Action.REJECT);
        assertEquals(List.of("approval.vote.accepted", "hold.rejected"), Scene.types(reply.entries()));
        assertEquals("hold-ended", Scene.refusal(authorise(20)));
    }

    @Test
    void itExpires() throws EngineFailure {
        ask(1);
        assertEquals(
                List.of("submission.ended", "hold.expired"),
                Scene.types(scene.engine.poll(Scene.at(700), 10).entries()));
    }

    @Test
    void aTokenThatNobodyPresentedDoesNotEndIt() throws EngineFailure {
        ask(1);
        scene.engine.poll(Scene.at(100), 10);
        assertEquals(Phase.NOT_PRESENTED, scene.engine.view(ID).orElseThrow().phase());
        assertEquals(
                List.of("approval.vote.accepted"),
                Scene.types(
                        state(scene, 110, Scene.RISK, Statement.Action.VERIFY).entries()));
    }

    @Test
    void onlyTheSubmitterAsks() throws EngineFailure {
        Command other =
                new Command.AskExceptionalRelease(ID, Scene.HEAD, ORDER, 1, "agreed with the client", "liquidation");
        assertEquals("not-the-submitter", Scene.refusal(scene.handle(1, other)));
    }

    @Test
    void anUnknownSubmissionIsRefused() throws EngineFailure {
        Command other = new Command.AskExceptionalRelease("S-000009", Scene.MAKER, ORDER, 1, "agreed", "liquidation");
        assertEquals("unknown-submission", Scene.refusal(scene.handle(1, other)));
    }

    @Test
    void theCircumstancesMustBeStated() throws EngineFailure {
        Command bare = new Command.AskExceptionalRelease(ID, Scene.MAKER, ORDER, 1, "agreed with the client", " ");
        assertEquals("no-circumstances", Scene.refusal(scene.handle(1, bare)));
    }

    @Test
    void theReasonMustBeStated() throws EngineFailure {
        Command bare = new Command.AskExceptionalRelease(ID, Scene.MAKER, ORDER, 1, "", "liquidation");
        assertEquals("no-reason", Scene.refusal(scene.handle(1, bare)));
    }

    @Test
    void aLineThatIsNotBlockedIsRefused() throws EngineFailure {
        assertEquals("not-blocked", Scene.refusal(scene.handle(1, asking(ORDER, 2))));
    }

    @Test
    void aControlThatDoesNotBlockIsRefused() throws EngineFailure {
        assertEquals("not-blocked", Scene.refusal(scene.handle(1, asking(Scene.LARGE, 1))));
    }

    @Test
    void whatWaitsIsNotAskedTwice() throws EngineFailure {
        ask(1);
        assertEquals("asked-already", Scene.refusal(ask(2)));
    }

    @Test
    void askingTooLateIsRefused() throws EngineFailure {
        assertEquals("late", Scene.refusal(ask(601)));
    }

    @Test
    void aBlockWithoutAWayPastItIsRefused() throws EngineFailure {
        Control other = Sample.hardOrder("D1-SIZE", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(90_000)));
        scene = scene(Scene.GRANT, ORDER_LIMIT, other);
        scene.submit(0, Scene.basket());
        assertEquals("not-exceptional", Scene.refusal(ask(1)));
    }

    @Test
    void whatIsNotKnownIsNotReleased() throws EngineFailure {
        scene = scene(Scene.GRANT, ORDER_LIMIT);
        scene.submit(0, Market.empty().order("CCC", "1000"));
        assertEquals("not-exceptional", Scene.refusal(ask(1)));
    }

    @Test
    void aLineOfABlockedBasketDoesNotGoAlone() throws EngineFailure {
        scene = scene(Scene.GRANT, ORDER_LIMIT, BASKET_LIMIT);
        scene.submit(0, Scene.basket());
        assertEquals("basket-blocked", Scene.refusal(ask(1)));
    }

    @Test
    void aBasketGoesWithoutTheLinesThatAreBlockedByThemselves() throws EngineFailure {
        scene = scene(Scene.GRANT, ORDER_LIMIT, BASKET_LIMIT);
        scene.turnTo(PETITION);
        scene.submit(0, Scene.basket());
        scene.handle(1, asking(BASKET, 0));
        verify(10);
        assertEquals("2", Scene.released(authorise(20)).token().lines().text());
    }

    @Test
    void aBasketGoesWhole() throws EngineFailure {
        scene = scene(Scene.GRANT, BASKET_LIMIT);
        scene.turnTo(PETITION);
        scene.submit(0, Scene.basket());
        scene.handle(1, asking(BASKET, 0));
        verify(10);
        assertEquals("1-2", Scene.released(authorise(20)).token().lines().text());
    }

    @Test
    void everyControlThatBlocksHasItsOwnPeople() throws EngineFailure {
        Control second = limit(new ControlId("D1-ORDER-HARDER"), Subject.ORDERS, Target.ORDER, 80_000, 5);
        scene = scene(Scene.GRANT, ORDER_LIMIT, second);
        scene.turnTo(PETITION);
        scene.submit(0, Scene.basket());
        Hold hold = Scene.petitioned(ask(1)).hold().hold();
        assertEquals(4, hold.peopleNeeded());
        assertEquals(Scene.at(301), hold.binding().notAfter());
    }

    @Test
    void whoeverHasToApproveApprovesAsWell() throws EngineFailure {
        scene = scene(Scene.GRANT, BASKET_LIMIT, Scene.APPROVAL);
        scene.turnTo(PETITION);
        scene.submit(0, Scene.basket());
        scene.handle(1, asking(BASKET, 0));
        verify(10);
        authorise(20);
        Scene.petitioned(scene.vote(30, Scene.HEAD));
        Scene.released(scene.vote(40, Scene.SECOND_RISK));
    }

    @Test
    void anAmendmentVoidsThePetition() throws EngineFailure {
        scene = scene(Scene.GRANT, BASKET_LIMIT);
        scene.turnTo(PETITION);
        scene.submit(0, Scene.basket());
        scene.handle(1, asking(BASKET, 0));
        Reply again = scene.submit(5, Scene.basket().order("AAA", "1"));
        assertEquals("submission.ended", Scene.types(again.entries()).get(0));
        assertEquals("hold-ended", Scene.refusal(verify(10)));
    }

    @Test
    void anAmendmentVoidsTheToken() throws EngineFailure {
        ask(1);
        verify(10);
        Outcome.Released released = Scene.released(authorise(20));
        scene.submit(30, Scene.basket().order("AAA", "1"));
        assertEquals("superseded", Scene.refusal(scene.present(31, released, Scene.basket())));
    }

    @Test
    void anEarlierVersionOfTheBasketIsNotReleased() throws EngineFailure {
        scene.submit(1, Scene.basket().order("AAA", "1"));
        assertEquals("superseded", Scene.refusal(ask(2)));
    }

    @Test
    void withdrawingTheSubmissionVoidsThePetition() throws EngineFailure {
        ask(1);
        scene.handle(5, new Command.Withdraw(ID, Scene.MAKER));
        assertEquals("hold-ended", Scene.refusal(verify(10)));
    }

    @Test
    void anotherPolicyMeansSubmittingAgain() throws EngineFailure {
        scene.activate(Sample.pack(Scene.GRANT, ORDER_LIMIT, Scene.FREE));
        assertEquals("policy-changed", Scene.refusal(ask(1)));
    }

    @Test
    void itIsAskedAfterARestart() throws EngineFailure {
        scene = scene.restarted(Scene.GRANT, ORDER_LIMIT);
        scene.turnTo(PETITION);
        ask(1);
        verify(10);
        assertEquals("1", Scene.released(authorise(20)).token().lines().text());
    }

    @Test
    void theStateIsEqualAfterEveryStep() throws EngineFailure {
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
        ask(1);
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
        verify(10);
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
        Outcome.Released released = Scene.released(authorise(20));
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
        scene.present(30, released, Scene.basket());
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
    }

    @Test
    void cutOffPetitionNeverReleases() throws EngineFailure {
        ask(1);
        MemoryJournal cut = new MemoryJournal("example.org/desk");
        List<JournalEntry> all = scene.memory.entries();
        OrderEngine engine = OrderEngine.open(
                visitor -> all.subList(0, all.size() - 1).forEach(visitor),
                scene.people,
                new EnginePorts(cut, scene.ports.tokenSigner(), scene.ports.signatures(), scene.ports.nonces()),
                EngineTerms.DEFAULT);
        Hold hold = engine.petition(PETITION).orElseThrow().hold().hold();
        Statement verifies = hold.statement(Statement.Action.VERIFY, Scene.RISK, "checked", new TreeMap<>());
        Reply reply = engine.handle(new Command.Vote(verifies.sign(Scene.key(Scene.RISK))), Scene.at(10));
        assertEquals(List.of("approval.vote.accepted"), Scene.types(reply.entries()));
    }

    @Test
    void theTextSaysWhatBlocksAndWhoIsNeeded() throws EngineFailure {
        ask(1);
        assertEquals("""
                Exceptional release, once, of line 1 of the basket, AAA: USD 100,000
                Basket W-1 submitted by p-hale, desk Delta 1, in all USD 150,000
                It is blocked by:
                  D1-ORDER-HARD: says D1-ORDER-HARD
                Asked by p-hale, who says: agreed with the client
                Exceptional, as p-hale says, because: the fund is liquidated today
                Needed, all by different people:
                  1 of role "Trading Risk", to verify (D1-ORDER-HARD), 4 eligible
                  1 of role "Designated Releaser", to authorise (D1-ORDER-HARD), 1 eligible
                Each states a reason.
                Until 2022-05-02T08:06:01Z, otherwise rejected.
                """, scene.hold(PETITION).text());
    }
}
