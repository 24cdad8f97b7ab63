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
