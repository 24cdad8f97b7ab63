package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.engine.token.LineSet;
import org.portcullis.engine.token.ReleaseToken;
import org.portcullis.model.control.Control;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;

/** What the gateway lets through: each token once, for its own basket, in its time. */
class TokenFlowTest {
    private Scene scene;
    private Outcome.Released released;

    @BeforeEach
    void aBasketIsReleased() throws EngineFailure {
        scene = Scene.open(
                Scene.GRANT, Sample.hardOrder("D1-ORDER", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(70_000))));
        released = Scene.released(scene.submit(0, Scene.basket()));
    }

    @Test
    void aTokenIsTakenOnce() throws EngineFailure {
        Reply first = scene.present(1, released, Scene.basket());
        assertEquals(List.of("token.burned"), Scene.types(first.entries()));
        assertEquals(
                LineSet.of(List.of(2)),
                assertInstanceOf(Outcome.Admitted.class, first.outcome()).lines());
        assertRefused("used", scene.present(2, released, Scene.basket()));
    }

    @Test
    void aBlockedLineIsNotInTheToken() {
        assertEquals("2", released.token().lines().text());
    }

    @Test
    void noTokenMeansNoGo() throws EngineFailure {
        assertRefused("no-token", present(JsonObject.EMPTY));
    }

    @Test
    void anotherBasketIsRefused() throws EngineFailure {
        assertRefused(
                "other-submission", scene.present(1, released, Scene.basket().order("AAA", "1")));
    }

    @Test
    void anExpiredTokenIsRefused() throws EngineFailure {
        assertRefused("expired", scene.present(61, released, Scene.basket()));
    }

    @Test
    void theLastInstantIsInTime() throws EngineFailure {
        assertInstanceOf(
                Outcome.Admitted.class,
                scene.present(60, released, Scene.basket()).outcome());
    }

    @Test
    void anAlteredTokenIsRefused() throws EngineFailure {
        ReleaseToken token = released.token();
        ReleaseToken wider = new ReleaseToken(
                token.id(),
                token.submission(),
                token.submissionDigest(),
                token.decisionDigest(),
                token.notAfter(),
                LineSet.of(List.of(1, 2)));
        JsonObject altered = JsonObject.builder()
                .put("payload", wider.sign(JdkKeyPair.of("engine", 5)).text("payload"))
                .put("payloadType", released.envelope().text("payloadType"))
                .put("signatures", released.envelope().array("signatures"))
                .build();
        assertRefused("bad-signature", present(altered));
    }

    @Test
    void aTokenOfAnotherSignerIsRefused() throws EngineFailure {
        assertRefused("bad-signature", present(released.token().sign(Scene.key(Scene.MAKER))));
    }

    @Test
    void aTokenThatWasNeverIssuedIsRefused() throws EngineFailure {
        ReleaseToken token = released.token();
        ReleaseToken invented = new ReleaseToken(
                "invented",
                token.submission(),
                token.submissionDigest(),
                token.decisionDigest(),
                token.notAfter(),
                token.lines());
        assertRefused("unknown", present(invented.sign(JdkKeyPair.of("engine", 99))));
    }

    @Test
    void anApprovalIsNoToken() throws EngineFailure {
        JsonObject envelope = JsonObject.builder()
                .put("payload", released.envelope().text("payload"))
                .put("payloadType", "application/vnd.portcullis.approval+json")
                .put("signatures", released.envelope().array("signatures"))
                .build();
        assertRefused("malformed", present(envelope));
    }

    @Test
    void aTokenOfABasketThatCameAgainIsRefused() throws EngineFailure {
        scene.submit(1, Scene.basket());
        assertRefused("superseded", scene.present(2, released, Scene.basket()));
    }

    @Test
    void aWithdrawnBasketDoesNotGo() throws EngineFailure {
        scene.handle(1, new Command.Withdraw("S-000001", Scene.MAKER));
        assertRefused("superseded", scene.present(2, released, Scene.basket()));
    }

    @Test
    void nothingGoesWithoutAPolicy() throws EngineFailure {
        Scene restarted = scene.restarted();
        Reply reply = restarted.submit(1, Scene.basket());
        assertEquals("no-policy", Scene.refusal(reply));
        assertEquals(List.of("submission.refused"), Scene.types(reply.entries()));
    }

    @Test
    void aBasketWithoutAGrantIsBlocked() throws EngineFailure {
        Scene bare = Scene.open(FixedPeople.none().with(Scene.MAKER, "Sales"), new Control[] {Scene.GRANT});
        assertInstanceOf(Outcome.Blocked.class, bare.submit(1, Scene.basket()).outcome());
    }

    @Test
    void aSubmissionWithATextThatIsNoTextIsRefused() throws EngineFailure {
        Reply reply = scene.submit(1, Scene.basket().dollars("\ud800", "1", "1").order("\ud800", "1"));
        assertEquals("malformed", Scene.refusal(reply));
    }

    @Test
    void theJournalKeepsTheToken() throws JournalFailure {
        assertEquals(
                released.envelope(),
                scene.memory
                        .entries()
                        .get(scene.memory.entries().size() - 1)
                        .body()
                        .object("envelope"));
    }

    private Reply present(JsonObject envelope) throws EngineFailure {
        return scene.handle(
                1,
                new Command.PresentToken(
                        envelope, SubmissionJson.digest(Scene.basket().submission())));
    }

    private static void assertRefused(String code, Reply reply) {
        assertEquals(code, Scene.refusal(reply));
        assertEquals(List.of("token.refused"), Scene.types(reply.entries()));
        assertEquals(code, reply.entries().get(0).body().text("why"));
    }
}
