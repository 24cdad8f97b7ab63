package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.journal.Journal;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.journal.SigningFailure;
import org.portcullis.engine.submission.SubmissionJson;

/** Nothing takes effect before it is recorded. */
class DurabilityTest {
    private final MemoryJournal memory = new MemoryJournal("example.org/desk");
    private final FailingJournal journal = new FailingJournal(memory);

    @Test
    void whenTheJournalStopsNothingHasHappened() throws EngineFailure {
        Scene scene = Scene.over(memory, journal, Scene.GRANT, Scene.APPROVAL);
        scene.submit(0, Scene.basket());
        scene.vote(10, Scene.HEAD);
        journal.failure = Optional.of(JournalFailure.Kind.STOPPED);

        EngineFailure failure = assertThrows(EngineFailure.class, () -> scene.vote(20, Scene.RISK));

        assertEquals(EngineFailure.Category.STOP, failure.category());
        assertEquals("nothing has happened, because it could not be recorded: the disk is full", failure.getMessage());
        SubmissionView view = scene.engine.view("S-000001").orElseThrow();
        assertEquals(Phase.WAITING, view.phase());
        assertEquals(1, view.hold().map(HoldProgress::votes).orElseThrow().size());
        assertFalse(scene.types().contains("token.issued"));
    }

    @Test
    void aStoppedEngineRefusesEverythingEvenWhenTheJournalIsBack() throws EngineFailure {
        Scene scene = Scene.over(memory, journal, Scene.GRANT, Scene.FREE);
        journal.failure = Optional.of(JournalFailure.Kind.STOPPED);
        assertThrows(EngineFailure.class, () -> scene.submit(1, Scene.basket()));
        journal.failure = Optional.empty();
        assertTrue(scene.engine.isStopped());
        assertThrows(EngineFailure.class, () -> scene.submit(2, Scene.basket()));
        assertThrows(EngineFailure.class, () -> scene.engine.poll(Scene.at(3), 1));
    }

    @Test
    void aTokenThatCannotBeSignedIsNotIssuedAndTheEngineGoesOn() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        LostToken signer = new LostToken(scene.ports.tokenSigner());
        EnginePorts ports = new EnginePorts(scene.memory, signer, scene.ports.signatures(), scene.ports.nonces());
        scene.submit(0, Scene.basket());
        scene.vote(10, Scene.HEAD);
        OrderEngine engine = OrderEngine.open(scene.memory, scene.people, ports, EngineTerms.DEFAULT);
        Command last = new Command.Vote(scene.approves(Scene.RISK).sign(Scene.key(Scene.RISK)));
        int before = scene.types().size();

        EngineFailure failure = assertThrows(EngineFailure.class, () -> engine.handle(last, Scene.at(20)));

        assertEquals(EngineFailure.Category.FIX_AND_RETRY, failure.category());
        assertEquals(
                "nothing has happened, because it could not be signed: the token is not plugged in",
                failure.getMessage());
        assertEquals(before, scene.types().size());
        signer.pluggedIn = true;
        Scene.released(engine.handle(last, Scene.at(21)));
    }

    @Test
    void aTokenThatCannotBeSignedAmongSeveralCommandsStopsTheEngine() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        EnginePorts ports = new EnginePorts(
                scene.memory, new LostToken(scene.ports.tokenSigner()), scene.ports.signatures(), scene.ports.nonces());
        scene.submit(0, Scene.basket());
        OrderEngine engine = OrderEngine.open(scene.memory, scene.people, ports, EngineTerms.DEFAULT);
        List<Command> both = List.of(
                new Command.Vote(scene.approves(Scene.HEAD).sign(Scene.key(Scene.HEAD))),
                new Command.Vote(scene.approves(Scene.RISK).sign(Scene.key(Scene.RISK))));

        EngineFailure failure = assertThrows(EngineFailure.class, () -> engine.handleAll(both, Scene.at(20)));

        assertEquals(EngineFailure.Category.STOP, failure.category());
        assertTrue(engine.isStopped());
        assertFalse(scene.types().contains("approval.vote.accepted"));
    }

    /** Signs while it is plugged in. */
    private static final class LostToken implements Signer {
        private final Signer token;
        private boolean pluggedIn;

        LostToken(Signer token) {
            this.token = token;
        }

        @Override
        public String keyId() {
            return token.keyId();
        }

        @Override
        public byte[] publicKey() {
            return token.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) {
            if (!pluggedIn) {
                throw new SigningFailure("the token is not plugged in");
            }
            return token.sign(message);
        }
    }

    @Test
    void aRefusedRecordStopsOnlyItsCommand() throws EngineFailure {
        Scene scene = Scene.over(memory, journal, Scene.GRANT, Scene.FREE);
        journal.failure = Optional.of(JournalFailure.Kind.REFUSED);
        EngineFailure failure = assertThrows(EngineFailure.class, () -> scene.submit(1, Scene.basket()));
        assertEquals(EngineFailure.Category.FIX_AND_RETRY, failure.category());
        journal.failure = Optional.empty();
        Scene.released(scene.submit(2, Scene.basket()));
    }

    @Test
    void aTokenIsNotBurnedWhenTheBurningCannotBeRecorded() throws EngineFailure {
        Scene scene = Scene.over(memory, journal, Scene.GRANT, Scene.FREE);
        Outcome.Released released = Scene.released(scene.submit(0, Scene.basket()));
        journal.failure = Optional.of(JournalFailure.Kind.REFUSED);
        assertThrows(EngineFailure.class, () -> scene.present(1, released, Scene.basket()));
        journal.failure = Optional.empty();
        assertEquals(
                List.of("token.burned"),
                Scene.types(scene.present(2, released, Scene.basket()).entries()));
    }

    @Test
    void aPolicyThatCannotBeRecordedIsNotInForce() throws EngineFailure {
        Scene scene = Scene.over(memory, journal, Scene.GRANT, Scene.FREE);
        journal.failure = Optional.of(JournalFailure.Kind.REFUSED);
        assertThrows(
                EngineFailure.class,
                () -> scene.activate(org.portcullis.engine.Sample.pack(Scene.GRANT, Scene.APPROVAL)));
        journal.failure = Optional.empty();
        Scene.released(scene.submit(2, Scene.basket()));
    }

    @Test
    void aJournalThatThrowsAnythingElseStopsTheEngine() throws EngineFailure {
        Journal broken = new Journal() {
            private int calls;

            @Override
            public List<JournalEntry> append(List<JournalRecord> records) throws JournalFailure {
                calls++;
                if (calls > 10) {
                    throw new IllegalStateException("a fault");
                }
                return memory.append(records);
            }
        };
        Scene scene = Scene.over(memory, broken, Scene.GRANT, Scene.FREE);
        scene.submit(1, Scene.basket());
        assertThrows(IllegalStateException.class, () -> scene.submit(2, Scene.basket()));
        assertTrue(scene.engine.isStopped());
    }

    @Test
    void theGatewayAsksTheSameJournal() throws EngineFailure {
        Scene scene = Scene.over(memory, journal, Scene.GRANT, Scene.FREE);
        Outcome.Released released = Scene.released(scene.submit(0, Scene.basket()));
        journal.failure = Optional.of(JournalFailure.Kind.STOPPED);
        Command present = new Command.PresentToken(
                released.envelope(), SubmissionJson.digest(Scene.basket().submission()));
        assertThrows(EngineFailure.class, () -> scene.handle(1, present));
    }
}
