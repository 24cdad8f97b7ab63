package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.Sample;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** An approver estimates before seeing the submitter's amount. */
class EstimateFlowTest {
    private static final String HOLD = "S-000001-H";

    private Scene scene;

    @BeforeEach
    void aBasketWaitsForWhoeverEstimatesIt() throws EngineFailure {
        scene = Scene.open(Scene.GRANT, estimating());
        Scene.waiting(scene.submit(0, Scene.basket()));
    }

    private static Control estimating() {
        HoldTerms terms = new HoldTerms(
                List.of(new Quorum(1, List.of(new Role("Trading Risk")))),
                List.of(new Exclusion.Requester()),
                true,
                Optional.empty(),
                Optional.of(Reference.to(Measure.BASKET_NOTIONAL)),
                Sample.span(10, SpanUnit.MINUTES),
                List.of());
        return new Control.Approval(
                Sample.heading("D1-LARGE-BASKET", Subject.BASKETS, Sample.LONDON),
                Target.RELEASE,
                Sample.moreThan(Measure.BASKET_NOTIONAL, Sample.usd(100_000)),
                terms);
    }

    private Reply estimate(long second, String person, String amount) throws EngineFailure {
        return scene.handle(second, new Command.Estimate(HOLD, person, amount));
    }

    private Outcome.Estimated estimated(String amount) throws EngineFailure {
        return assertInstanceOf(
                Outcome.Estimated.class, estimate(10, Scene.RISK, amount).outcome());
    }

    private HoldProgress progress() {
        return scene.engine.view("S-000001").orElseThrow().hold().orElseThrow();
    }

    @Test
    void anApprovalWithoutAnEstimateIsRefused() throws EngineFailure {
        assertEquals("no-estimate", Scene.refusal(scene.vote(10, Scene.RISK)));
    }

    @Test
    void anApprovalAfterTheEstimateReleases() throws EngineFailure {
        estimate(10, Scene.RISK, "USD 150,000");
        Scene.released(scene.vote(20, Scene.RISK));
    }

    @Test
    void aRejectionNeedsNoEstimate() throws EngineFailure {
        Statement rejection = scene.states(Scene.RISK, Statement.Action.REJECT);
        Reply reply = scene.handle(10, new Command.Vote(rejection.sign(Scene.key(Scene.RISK))));
        assertEquals(List.of("approval.vote.accepted", "hold.rejected"), Scene.types(reply.entries()));
    }

    @Test
    void anothersEstimateDoesNotCount() throws EngineFailure {
        estimate(10, Scene.SECOND_RISK, "150000");
        assertEquals("no-estimate", Scene.refusal(scene.vote(20, Scene.RISK)));
    }

    @Test
    void theFactsDoNotNameTheSubmittersAmount() {
        assertEquals("""
                Estimate basket.notional from what follows, before you are shown what the submitter says.
                Lines: 2 of 2
                Venues: XAMS
                Times the median basket of the desk: not known
                Largest lines:
                  1. AAA: 1,000 shares at USD 100.00 per share (test market, under a millisecond old)
                  2. BBB: 1,000 shares at USD 50.00 per share (test market, under a millisecond old)
                Largest shares of average daily volume:
                  1. AAA: 0.1% over 20 trading days
                  2. BBB: 0.1% over 20 trading days
                """, progress().textFor(Scene.RISK));
    }

    @Test
    void theWholeTextComesAfterTheEstimate() throws EngineFailure {
        estimate(10, Scene.RISK, "150000");
        assertEquals(progress().hold().text(), progress().textFor(Scene.RISK));
        assertTrue(progress().textFor(Scene.RISK).contains("USD 150,000"));
        assertFalse(progress().textFor(Scene.SECOND_RISK).contains("USD 150,000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD 150,000", "150000", "150 thousand", "USD 0.15 million", " 150,000.00 "})
    void anEstimateIsReadAsPeopleWriteIt(String typed) throws EngineFailure {
        assertEquals(Optional.of(new Value.Ratio(1_000_000)), estimated(typed).ratio());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "-5", "0", "EUR 150,000", "150 dozen", "1 2 3"})
    void whatIsNoAmountIsRefused(String typed) throws EngineFailure {
        assertEquals("unreadable-estimate", Scene.refusal(estimate(10, Scene.RISK, typed)));
    }

    @Test
    void halfAndTwiceAreNear() throws EngineFailure {
        assertFalse(estimated("75000").far());
        scene = Scene.open(Scene.GRANT, estimating());
        scene.submit(0, Scene.basket());
        assertFalse(estimated("300000").far());
    }

    @Test
    void lessThanHalfIsFarOffAndSaysSo() throws EngineFailure {
        Outcome.Estimated outcome = estimated("74,999.99");
        assertTrue(outcome.far());
        assertTrue(
                outcome.text().startsWith("Your estimate: 74,999.99. The amount: USD 150,000; your estimate is 49.9"));
        assertTrue(outcome.text().contains("They are far apart"));
    }

    @Test
    void farOffStopsNothing() throws EngineFailure {
        estimate(10, Scene.RISK, "1");
        Scene.released(scene.vote(20, Scene.RISK));
    }

    @Test
    void theRatioIsRecordedWithTheVote() throws EngineFailure {
        estimate(10, Scene.RISK, "300000");
        JournalEntry vote = scene.vote(20, Scene.RISK).entries().get(0);
        assertEquals("approval.vote.accepted", vote.type());
        assertEquals(vote.body(), EntryBody.read(vote).orElseThrow().toJson());
        assertTrue(vote.body().has("estimate"));
    }

    @Test
    void nobodyEstimatesTwice() throws EngineFailure {
        estimate(10, Scene.RISK, "1");
        assertEquals("estimated-already", Scene.refusal(estimate(11, Scene.RISK, "150000")));
    }

    @Test
    void whoDoesNotApproveDoesNotEstimate() throws EngineFailure {
        assertEquals("not-eligible", Scene.refusal(estimate(10, Scene.STRANGER, "150000")));
    }

    @Test
    void theSubmitterDoesNotEstimate() throws EngineFailure {
        assertEquals("not-eligible", Scene.refusal(estimate(10, Scene.MAKER, "150000")));
    }

    @Test
    void anEstimateOfNothingIsRefused() throws EngineFailure {
        Command none = new Command.Estimate("S-000009-H", Scene.RISK, "150000");
        assertEquals("unknown-hold", Scene.refusal(scene.handle(10, none)));
    }

    @Test
    void anEstimateAfterTheEndIsRefused() throws EngineFailure {
        assertEquals("hold-ended", Scene.refusal(estimate(601, Scene.RISK, "150000")));
    }

    @Test
    void aHoldThatAsksNobodyRefusesEstimates() throws EngineFailure {
        scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        scene.submit(0, Scene.basket());
        assertEquals("not-asked", Scene.refusal(estimate(10, Scene.RISK, "150000")));
    }

    @Test
    void bothTextsAreBoundInTheStatement() {
        assertEquals(
                Optional.of(Texts.digest(progress().textFor(Scene.RISK))),
                scene.approves(Scene.RISK).binding().factsShownDigest());
        assertEquals(
                Texts.digest(progress().hold().text()),
                scene.approves(Scene.RISK).binding().textShownDigest());
    }

    @Test
    void everyEntryReadsBackAndTheStateIsEqual() throws EngineFailure {
        estimate(10, Scene.RISK, "much");
        estimate(11, Scene.RISK, "300000");
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
        for (JournalEntry entry : scene.memory.entries()) {
            assertEquals(entry.body(), EntryBody.read(entry).orElseThrow().toJson(), entry.type());
        }
    }
}
