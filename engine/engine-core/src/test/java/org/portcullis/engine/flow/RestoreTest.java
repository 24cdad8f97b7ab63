package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.model.control.Control;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;

/** The state is what the entries say, and nothing else. */
class RestoreTest {
    private static final Control SOFT =
            Sample.softOrder("D1-SOFT", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(60_000)));

    private static final int LAST_STEP = 8;

    /** Some entries and no more. */
    private record Some(List<JournalEntry> some) implements EntrySource {
        @Override
        public void forEach(Consumer<JournalEntry> visitor) {
            some.forEach(visitor);
        }
    }

    @Test
    void aRestartedEngineIsEqualAtEveryStep() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, SOFT, Scene.APPROVAL);
        for (int steps = 0; steps <= LAST_STEP; steps++) {
            play(scene, steps);
            assertEquals(scene.engine.state(), scene.restarted().engine.state(), "after step " + steps);
        }
        assertTrue(scene.types().contains("token.burned"));
    }

    @Test
    void aVoteAfterARestartReleases() throws EngineFailure {
        Scene before = Scene.open(Scene.GRANT, Scene.APPROVAL);
        before.submit(0, Scene.basket());
        before.vote(10, Scene.HEAD);
        Scene after = before.restarted();
        Reply reply = after.vote(20, Scene.RISK);
        Outcome.Released released = Scene.released(reply);
        assertInstanceOf(
                Outcome.Admitted.class,
                after.restarted().present(21, released, Scene.basket()).outcome());
    }

    @Test
    void aTokenThatWasUsedIsUsedAfterARestart() throws EngineFailure {
        Scene before = Scene.open(Scene.GRANT, Scene.FREE);
        Outcome.Released released = Scene.released(before.submit(0, Scene.basket()));
        before.present(1, released, Scene.basket());
        assertEquals("used", Scene.refusal(before.restarted().present(2, released, Scene.basket())));
    }

    @Test
    void deadlinesAreKeptOverARestart() throws EngineFailure {
        Scene before = Scene.open(Scene.GRANT, Scene.APPROVAL);
        before.submit(0, Scene.basket());
        before.engine.poll(Scene.at(180), 10);
        PollReply reply = before.restarted().engine.poll(Scene.at(700), 10);
        assertEquals(List.of("hold.escalated", "hold.expired"), Scene.types(reply.entries()));
    }

    /** Wherever the power fails, what is left releases nothing that was not released, and never twice. */
    @Test
    void cutOffBatchNeverReleases() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, SOFT, Scene.APPROVAL);
        for (int steps = 0; steps <= 2; steps++) {
            play(scene, steps);
        }
        List<JournalEntry> all = scene.memory.entries();
        for (int length = 0; length < all.size(); length++) {
            List<JournalEntry> left = all.subList(0, length);
            OrderEngine engine = OrderEngine.open(
                    new Some(left),
                    scene.people,
                    new EnginePorts(
                            new MemoryJournal("example.org/desk"),
                            scene.ports.tokenSigner(),
                            scene.ports.signatures(),
                            scene.ports.nonces()),
                    EngineTerms.DEFAULT);
            Optional<SubmissionView> view = engine.view("S-000001");
            if (view.isEmpty() || view.get().shown().isEmpty()) {
                continue;
            }
            Command acknowledge = acknowledges(view.get());
            Outcome outcome = engine.handle(acknowledge, Scene.at(100)).outcome();
            assertFalse(outcome instanceof Outcome.Released, "after " + length + " entries");
        }
    }

    @Test
    void theSameCommandsGiveTheSameBytes() throws EngineFailure {
        byte[] first = bytes(played());
        byte[] second = bytes(played());
        assertArrayEquals(first, second);
        assertNotEquals(0, first.length);
    }

    @Test
    void everyEntryReadsBackAsItWasWritten() throws EngineFailure {
        Scene scene = played();
        List<String> types = new ArrayList<>();
        for (JournalEntry entry : scene.memory.entries()) {
            EntryBody body = EntryBody.read(entry).orElseThrow(() -> new AssertionError(entry.type()));
            assertEquals(entry.body(), body.toJson(), entry.type());
            assertEquals(body, EntryBody.read(body.type(), body.toJson()).orElseThrow());
            types.add(entry.type());
        }
        assertEquals(
                List.of(
                        "approval.vote.accepted",
                        "approval.vote.refused",
                        "decision.groups",
                        "decision.lines",
                        "decision.made",
                        "decision.tallies",
                        "hold.begun",
                        "hold.escalated",
                        "hold.expired",
                        "hold.quorum",
                        "hold.rejected",
                        "hold.released",
                        "key.enrolled",
                        "key.refused",
                        "key.revoked",
                        "key.rotated",
                        "pack.activated",
                        "pack.control",
                        "people.replaced",
                        "submission.ended",
                        "submission.received",
                        "submission.refused",
                        "submission.withdrawal.refused",
                        "time.refused",
                        "token.burned",
                        "token.issued",
                        "token.refused",
                        "warning.acknowledged",
                        "warning.acknowledgement.refused",
                        "warning.raised",
                        "warning.shown",
                        "work.basket.entered",
                        "work.orders.entered"),
                types.stream().distinct().sorted().toList());
    }

    /** A day on which everything happens at least once; prices are good for two minutes only. */
    private static Scene played() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, SOFT, Scene.APPROVAL);
        for (int step = 0; step <= LAST_STEP; step++) {
            play(scene, step);
        }
        scene.submit(50, Scene.basket().dollars("\ud800", "1", "1").order("\ud800", "1"));
        scene.submit(51, Scene.basket());
        scene.submit(52, Scene.basket());
        scene.handle(53, new Command.Withdraw("S-000002", Scene.MAKER));
        scene.turnTo("S-000003");
        Statement rejection = scene.states(Scene.HEAD, Statement.Action.REJECT);
        scene.handle(54, new Command.Vote(rejection.sign(Scene.key(Scene.HEAD))));
        scene.submit(54, large());
        scene.submit(55, Scene.basket());
        scene.handle(60, new Command.RevokeKey("key-of-nobody", Scene.HEAD, "lost"));
        scene.handle(60, new Command.RevokeKey("key-of-" + Scene.STRANGER, Scene.HEAD, "lost"));
        scene.handle(60, Scene.rotates(Scene.RISK, Scene.key(Scene.RISK), Scene.NEW_RISK_KEY, Scene.at(90)));
        scene.handle(60, new Command.ReplacePeople(Scene.desk()));
        scene.handle(59, new Command.ReplacePeople(Scene.desk()));
        scene.engine.poll(Scene.at(2_000), 100);
        return scene;
    }

    /** A basket whose decision takes several entries. */
    private static Market large() {
        Market market = Market.empty().dollars("LARGE", "1", "1000000");
        for (int line = 0; line < 200; line++) {
            market.order("LARGE", "1");
        }
        return market;
    }

    private static void play(Scene scene, int step) throws EngineFailure {
        switch (step) {
            case 0 -> scene.submit(0, Scene.basket());
            case 1 -> scene.vote(10, Scene.HEAD);
            case 2 -> scene.vote(20, Scene.RISK);
            case 3 -> scene.vote(21, Scene.MAKER);
            case 4 -> scene.engine.poll(Scene.at(30), 10);
            case 5 ->
                scene.handle(
                        31,
                        new Command.Acknowledge(
                                "S-000001",
                                Scene.HEAD,
                                new Command.Selection.All(),
                                "",
                                "",
                                Digest.of(JsonObject.EMPTY)));
            case 6 ->
                scene.handle(32, acknowledges(scene.engine.view("S-000001").orElseThrow()));
            case 7 -> present(scene, 40);
            default -> present(scene, 41);
        }
    }

    private static Command acknowledges(SubmissionView view) {
        Warning first = view.outstanding().isEmpty()
                ? view.warnings().get(0)
                : view.outstanding().get(0);
        return new Command.Acknowledge(
                view.id(),
                Scene.MAKER,
                new Command.Selection.One(first.control(), first.item().line()),
                "seen",
                "",
                view.shown().orElseThrow().textDigest());
    }

    private static void present(Scene scene, long second) throws EngineFailure {
        var envelope = scene.memory.entries().stream()
                .filter(entry -> entry.type().equals("token.issued"))
                .findFirst()
                .orElseThrow()
                .body()
                .object("envelope");
        scene.handle(
                second,
                new Command.PresentToken(
                        envelope, SubmissionJson.digest(Scene.basket().submission())));
    }

    private static byte[] bytes(Scene scene) {
        StringBuilder all = new StringBuilder();
        scene.memory.entries().forEach(entry -> all.append(entry.leafHash()).append('\n'));
        return all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
