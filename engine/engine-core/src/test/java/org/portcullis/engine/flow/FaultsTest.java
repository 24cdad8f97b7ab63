package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.model.control.Control;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;

/** What comes twice, in another order, or out of a fault does no harm. */
class FaultsTest {
    private static final Control SOFT =
            Sample.softOrder("D1-SOFT", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(60_000)));

    @Test
    void theSameBasketTwiceVoidsTheFirst() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        Outcome.Released first = Scene.released(scene.submit(0, Scene.basket()));
        Outcome.Released second = Scene.released(scene.submit(1, Scene.basket()));
        assertEquals("superseded", Scene.refusal(scene.present(2, first, Scene.basket())));
        assertEquals(
                List.of("token.burned"),
                Scene.types(scene.present(3, second, Scene.basket()).entries()));
    }

    @Test
    void theSameVoteTwiceCountsOnce() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        scene.submit(0, Scene.basket());
        Command vote = new Command.Vote(scene.approves(Scene.HEAD).sign(Scene.key(Scene.HEAD)));
        scene.handle(10, vote);
        assertEquals("second-vote", Scene.refusal(scene.handle(11, vote)));
    }

    @Test
    void theSameAcknowledgementTwiceClearsOnce() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, SOFT, Scene.APPROVAL);
        SubmissionView view = Scene.waiting(scene.submit(0, Scene.basket()));
        Command acknowledges = acknowledges(view);
        scene.handle(10, acknowledges);
        assertEquals("nothing-outstanding", Scene.refusal(scene.handle(11, acknowledges)));
    }

    @Test
    void theSameWithdrawalTwiceEndsOnce() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        scene.submit(0, Scene.basket());
        scene.handle(1, new Command.Withdraw("S-000001", Scene.MAKER));
        assertEquals("not-waiting", Scene.refusal(scene.handle(2, new Command.Withdraw("S-000001", Scene.MAKER))));
    }

    @Test
    void aVoteAfterTheReleaseIsRefused() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        scene.submit(0, Scene.basket());
        Command late = new Command.Vote(scene.approves(Scene.SECOND_RISK).sign(Scene.key(Scene.SECOND_RISK)));
        scene.vote(10, Scene.HEAD);
        scene.vote(11, Scene.RISK);
        assertEquals("hold-ended", Scene.refusal(scene.handle(12, late)));
    }

    @Test
    void whatComesBeforeItsSubmissionIsRefusedAndRecorded() throws EngineFailure {
        Scene played = Scene.open(Scene.GRANT, SOFT, Scene.APPROVAL);
        SubmissionView view = Scene.waiting(played.submit(0, Scene.basket()));
        Command vote = new Command.Vote(played.approves(Scene.HEAD).sign(Scene.key(Scene.HEAD)));
        Scene early = Scene.open(Scene.GRANT, SOFT, Scene.APPROVAL);
        Reply voted = early.handle(1, vote);
        Reply acknowledged = early.handle(2, acknowledges(view));
        assertEquals("unknown-hold", Scene.refusal(voted));
        assertEquals(List.of("approval.vote.refused"), Scene.types(voted.entries()));
        assertEquals("unknown-submission", Scene.refusal(acknowledged));
        assertEquals(List.of("warning.acknowledgement.refused"), Scene.types(acknowledged.entries()));
    }

    @Test
    void aTokenOfAnotherDayIsRefused() throws EngineFailure {
        Outcome.Released other =
                Scene.released(Scene.open(Scene.GRANT, Scene.FREE).submit(0, Scene.basket()));
        Scene today = Scene.open(Scene.GRANT, Scene.FREE);
        Reply reply = today.handle(
                1,
                new Command.PresentToken(
                        other.envelope(), SubmissionJson.digest(Scene.basket().submission())));
        assertEquals("unknown", Scene.refusal(reply));
    }

    @Test
    void aWarningTextThatNobodyWasShownClearsNothing() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, SOFT, Scene.APPROVAL);
        SubmissionView view = Scene.waiting(scene.submit(0, Scene.basket()));
        Warning first = view.outstanding().get(0);
        Command blind = new Command.Acknowledge(
                view.id(),
                Scene.MAKER,
                new Command.Selection.One(first.control(), first.item().line()),
                "seen",
                "",
                Digest.of(JsonObject.EMPTY));
        assertEquals("other-text", Scene.refusal(scene.handle(10, blind)));
    }

    /** A directory that fails when it is asked at a moment that nobody expects. */
    private static final class FaultyPeople implements Directory {
        private boolean faulty;

        @Override
        public Optional<Person> find(String personId) {
            if (faulty) {
                throw new IllegalStateException("the directory is away");
            }
            return Scene.desk().find(personId);
        }

        @Override
        public List<Person> people() {
            return Scene.desk().people();
        }
    }

    @Test
    void aDirectoryThatIsAwayBlocksASubmissionAndNobodyElse() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        FaultyPeople people = new FaultyPeople();
        scene.handle(1, new Command.ReplacePeople(people));
        people.faulty = true;
        assertEquals("evaluation-failed", Scene.refusal(scene.submit(2, Scene.basket())));
        people.faulty = false;
        Scene.released(scene.submit(3, Scene.basket()));
    }

    @Test
    void aFaultAfterTheEntriesAreWrittenStopsTheEngine() throws EngineFailure {
        MemoryJournal memory = new MemoryJournal("example.org/desk");
        boolean[] lost = {false};
        Scene scene = Scene.over(
                memory,
                records -> {
                    List<JournalEntry> entries = memory.append(records);
                    return lost[0] ? new Forgetful(entries) : entries;
                },
                Scene.GRANT,
                Scene.FREE);
        lost[0] = true;
        assertThrows(IllegalStateException.class, () -> scene.submit(1, Scene.basket()));
        assertTrue(scene.engine.isStopped());
        assertThrows(EngineFailure.class, () -> scene.submit(2, Scene.basket()));
        OrderEngine again = scene.restarted(Scene.GRANT, Scene.FREE).engine;
        assertEquals(Phase.RELEASED, again.view("S-000001").orElseThrow().phase());
    }

    /** Entries that cannot be read after they were written. */
    private static final class Forgetful extends java.util.AbstractList<JournalEntry> {
        private final List<JournalEntry> entries;

        Forgetful(List<JournalEntry> entries) {
            this.entries = entries;
        }

        @Override
        public JournalEntry get(int index) {
            throw new IllegalStateException("entry " + index + " is forgotten");
        }

        @Override
        public int size() {
            return entries.size();
        }
    }

    private static Command acknowledges(SubmissionView view) {
        Warning first = view.outstanding().get(0);
        return new Command.Acknowledge(
                view.id(),
                Scene.MAKER,
                new Command.Selection.One(first.control(), first.item().line()),
                "seen",
                "",
                view.shown().orElseThrow().textDigest());
    }
}
