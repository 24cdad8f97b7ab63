package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.model.json.JsonObject;

/** A new key takes the place of an old one; while both are in force, both count. */
class KeyRotationTest {
    private static final JdkKeyPair OLD = Scene.key(Scene.RISK);
    private static final JdkKeyPair NEW = Scene.NEW_RISK_KEY;
    private static final Instant UNTIL = Scene.at(100);
    private static final Rotation ROTATION = Rotation.of(Scene.RISK, NEW, OLD.keyId(), UNTIL);

    private Scene scene;

    @BeforeEach
    void everybodyHasAKey() throws EngineFailure {
        scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        scene.submit(0, Scene.basket());
    }

    @Test
    void theEntryHasEverythingThatWasSigned() throws EngineFailure {
        Reply reply = scene.handle(1, Scene.rotates(Scene.RISK, OLD, NEW, UNTIL));
        JsonObject body = reply.entries().get(0).body();
        assertEquals("key.rotated", reply.entries().get(0).type());
        assertEquals(
                List.of(
                        "confirmation",
                        "confirmedBy",
                        "consent",
                        "keyId",
                        "overlapUntil",
                        "person",
                        "proof",
                        "publicKey",
                        "replaces"),
                List.copyOf(body.members().keySet()));
        assertEquals("2022-05-02T07:57:40Z", body.text("overlapUntil"));
        assertEquals(OLD.keyId(), body.text("replaces"));
        assertEquals(
                body.object("proof").text("payload"), body.object("consent").text("payload"));
    }

    @Test
    void theNewKeyCountsAtOnce() throws EngineFailure {
        rotate(1, UNTIL);
        scene.vote(2, Scene.HEAD);
        Scene.released(vote(3, NEW));
    }

    @Test
    void theOldKeyCountsAtTheLastInstant() throws EngineFailure {
        rotate(1, UNTIL);
        scene.vote(2, Scene.HEAD);
        Scene.released(vote(100, OLD));
    }

    @Test
    void theOldKeyIsRetiredANanosecondLater() throws EngineFailure {
        rotate(1, UNTIL.minusNanos(1));
        assertEquals("retired-key", Scene.refusal(vote(100, OLD)));
    }

    @Test
    void aVoteStillCountsWhenItsKeyWasRetiredAfterIt() throws EngineFailure {
        rotate(1, UNTIL);
        vote(50, OLD);
        Scene.released(scene.vote(200, Scene.HEAD));
    }

    @Test
    void aVoteNoLongerCountsWhenItsKeyWasRevokedAfterIt() throws EngineFailure {
        rotate(1, UNTIL);
        vote(50, OLD);
        scene.handle(60, new Command.RevokeKey(OLD.keyId(), Scene.HEAD, "lost laptop"));
        Scene.waiting(scene.vote(200, Scene.HEAD));
    }

    @Test
    void bothKeysAreOnePerson() throws EngineFailure {
        rotate(1, UNTIL);
        vote(2, OLD);
        assertEquals("second-vote", Scene.refusal(vote(3, NEW)));
    }

    @Test
    void aRetiredKeyIsRevoked() throws EngineFailure {
        rotate(1, UNTIL);
        Command revoke = new Command.RevokeKey(OLD.keyId(), Scene.HEAD, "found on a train");
        assertEquals("key.revoked", scene.handle(200, revoke).entries().get(0).type());
        assertEquals("revoked-key", Scene.refusal(vote(201, OLD)));
    }

    @Test
    void aRetiredKeyConfirmsNothing() throws EngineFailure {
        rotate(1, UNTIL);
        JdkKeyPair next = JdkKeyPair.of("next", 60);
        Rotation heads = Rotation.of(Scene.HEAD, next, Scene.key(Scene.HEAD).keyId(), Scene.at(300));
        JsonObject proof = heads.sign(next);
        assertRefused(
                "bad-confirmation",
                200,
                new Command.RotateKey(
                        proof,
                        heads.sign(Scene.key(Scene.HEAD)),
                        Scene.RISK,
                        KeyConfirmation.sign(proof, Scene.RISK, OLD)));
    }

    @Test
    void aKeyIsReplacedOnce() throws EngineFailure {
        rotate(1, UNTIL);
        JdkKeyPair third = JdkKeyPair.of("third", 61);
        assertRefused("replaced-already", 2, Scene.rotates(Scene.RISK, OLD, third, UNTIL));
        assertEquals(
                "key.rotated",
                scene.handle(3, Scene.rotates(Scene.RISK, NEW, third, UNTIL))
                        .entries()
                        .get(0)
                        .type());
    }

    @Test
    void aKeyThatIsRevokedOrRetiredIsNotReplaced() throws EngineFailure {
        scene.handle(1, new Command.RevokeKey(OLD.keyId(), Scene.HEAD, "lost"));
        assertRefused("not-in-force", 2, Scene.rotates(Scene.RISK, OLD, NEW, UNTIL));
    }

    @Test
    void theOverlapIsThirtyDaysAtTheMost() throws EngineFailure {
        Instant longest = Scene.at(1).plus(Duration.ofDays(30));
        assertRefused("other-overlap", 1, Scene.rotates(Scene.RISK, OLD, NEW, longest.plusNanos(1)));
        assertEquals(
                "key.rotated",
                scene.handle(1, Scene.rotates(Scene.RISK, OLD, NEW, longest))
                        .entries()
                        .get(0)
                        .type());
    }

    @Test
    void theOverlapDoesNotEndInThePast() throws EngineFailure {
        assertRefused("other-overlap", 101, Scene.rotates(Scene.RISK, OLD, NEW, UNTIL));
    }

    @Test
    void theOldKeyConsents() throws EngineFailure {
        JdkKeyPair forged = JdkKeyPair.of(OLD.keyId(), 62);
        assertRefused("no-consent", 1, command(ROTATION.sign(NEW), ROTATION.sign(forged)));
        assertRefused("no-consent", 1, command(ROTATION.sign(NEW), ROTATION.sign(NEW)));
        assertRefused("no-consent", 1, command(ROTATION.sign(NEW), JsonObject.EMPTY));
    }

    @Test
    void theOldKeyConsentsToTheSameRotation() throws EngineFailure {
        Rotation longer = Rotation.of(Scene.RISK, NEW, OLD.keyId(), UNTIL.plusSeconds(1));
        assertRefused("no-consent", 1, command(ROTATION.sign(NEW), longer.sign(OLD)));
    }

    @Test
    void theNewKeyIsProven() throws EngineFailure {
        assertRefused("no-possession", 1, command(ROTATION.sign(JdkKeyPair.of(NEW.keyId(), 63)), ROTATION.sign(OLD)));
        assertRefused("no-possession", 1, command(ROTATION.sign(OLD), ROTATION.sign(OLD)));
    }

    @Test
    void anothersKeyIsNotReplaced() throws EngineFailure {
        JdkKeyPair heads = Scene.key(Scene.HEAD);
        Rotation theft = Rotation.of(Scene.RISK, NEW, heads.keyId(), UNTIL);
        assertRefused("not-own-key", 1, command(theft.sign(NEW), theft.sign(heads)));
    }

    @Test
    void aKeyThatNobodyHasIsNotReplaced() throws EngineFailure {
        Rotation ofNone = Rotation.of(Scene.RISK, NEW, "no-such-key", UNTIL);
        assertRefused("unknown-key", 1, command(ofNone.sign(NEW), ofNone.sign(OLD)));
    }

    @Test
    void aKeyInUseIsNotTheNewOne() throws EngineFailure {
        JdkKeyPair sameName = JdkKeyPair.of(Scene.key(Scene.HEAD).keyId(), 64);
        assertRefused("key-id-taken", 1, Scene.rotates(Scene.RISK, OLD, sameName, UNTIL));
        assertRefused("key-taken", 1, Scene.rotates(Scene.RISK, OLD, JdkKeyPair.of("other", 99), UNTIL));
    }

    @Test
    void aSecondPersonConfirms() throws EngineFailure {
        JsonObject proof = ROTATION.sign(NEW);
        JsonObject consent = ROTATION.sign(OLD);
        assertRefused("no-confirmation", 1, new Command.RotateKey(proof, consent, Scene.HEAD, JsonObject.EMPTY));
        assertRefused("no-second-person", 1, new Command.RotateKey(proof, consent, Scene.RISK, JsonObject.EMPTY));
        assertRefused(
                "bad-confirmation",
                1,
                new Command.RotateKey(proof, consent, Scene.HEAD, KeyConfirmation.sign(proof, Scene.HEAD, OLD)));
    }

    @Test
    void whatIsNoRotationIsRefused() throws EngineFailure {
        assertRefused("malformed", 1, command(JsonObject.EMPTY, JsonObject.EMPTY));
    }

    @Test
    void aRestartKeepsBothKeys() throws EngineFailure {
        rotate(1, UNTIL);
        EngineState state = scene.restarted().engine.state();
        EnrolledKey old = state.find(OLD.keyId()).orElseThrow();
        EnrolledKey with = state.find(NEW.keyId()).orElseThrow();
        assertEquals(
                List.of(true, false, true),
                List.of(old.isInForce(UNTIL), old.isInForce(UNTIL.plusNanos(1)), with.isInForce(UNTIL.plusNanos(1))));
    }

    private void rotate(long second, Instant until) throws EngineFailure {
        Reply reply = scene.handle(second, Scene.rotates(Scene.RISK, OLD, NEW, until));
        assertEquals("key.rotated", reply.entries().get(0).type());
    }

    private Reply vote(long second, JdkKeyPair key) throws EngineFailure {
        return scene.handle(second, new Command.Vote(scene.approves(Scene.RISK).sign(key)));
    }

    private static Command command(JsonObject proof, JsonObject consent) {
        JsonObject confirmation = Rotation.read(proof)
                .map(rotation -> KeyConfirmation.of(rotation, Scene.HEAD).sign(Scene.key(Scene.HEAD)))
                .orElse(JsonObject.EMPTY);
        return new Command.RotateKey(proof, consent, Scene.HEAD, confirmation);
    }

    private void assertRefused(String code, long second, Command command) throws EngineFailure {
        Reply reply = scene.handle(second, command);
        assertEquals(code, Scene.refusal(reply));
        assertEquals(List.of("key.refused"), Scene.types(reply.entries()));
    }
}
