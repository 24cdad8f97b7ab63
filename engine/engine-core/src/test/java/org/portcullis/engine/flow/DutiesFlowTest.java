package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.approval.FrozenQuorum;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.Duties;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Role;

/** Two roles that different people hold: who holds both counts in neither. */
class DutiesFlowTest {
    private static final Duties DUTIES = new Duties(new Role("Desk Head"), new Role("Trading Risk"));

    private Scene scene;

    @BeforeEach
    void aBasketWaitsForTwoRolesThatAreSeparated() throws EngineFailure {
        scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        PolicyPack pack = Sample.pack(Scene.GRANT, Scene.APPROVAL);
        scene.activate(new PolicyPack(
                pack.header(),
                List.of(),
                pack.controls(),
                List.of(),
                List.of(DUTIES),
                List.of(),
                List.of(),
                List.of()));
        scene.submit(0, Scene.basket());
    }

    @Test
    void whoHoldsBothIsListedAsExcludedWithTheReason() {
        for (FrozenQuorum quorum : scene.hold("S-000001").quorums()) {
            assertEquals(
                    "duties: holds role Desk Head and role Trading Risk",
                    quorum.excluded().get(Scene.BOTH));
            assertFalse(quorum.eligible().containsKey(Scene.BOTH));
        }
    }

    @Test
    void whoHoldsBothIsRefused() throws EngineFailure {
        assertEquals("duties", Scene.refusal(scene.vote(10, Scene.BOTH)));
    }

    @Test
    void whoGetsTheOtherRoleLaterIsRefused() throws EngineFailure {
        scene.handle(5, new Command.ReplacePeople(Scene.desk().with(Scene.HEAD, "Desk Head", "Trading Risk")));
        assertEquals("duties", Scene.refusal(scene.vote(10, Scene.HEAD)));
    }

    @Test
    void whoGetsTheOtherRoleAfterTheVoteCountsNoLonger() throws EngineFailure {
        scene.vote(10, Scene.HEAD);
        scene.handle(15, new Command.ReplacePeople(Scene.desk().with(Scene.HEAD, "Desk Head", "Trading Risk")));
        Scene.waiting(scene.vote(20, Scene.RISK));
    }

    @Test
    void whoHoldsOneCounts() throws EngineFailure {
        scene.vote(10, Scene.HEAD);
        Scene.released(scene.vote(20, Scene.RISK));
    }

    @Test
    void theSeparationHoldsAfterARestartWithoutAPolicy() throws EngineFailure {
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
        assertEquals("duties", Scene.refusal(scene.restarted().vote(10, Scene.BOTH)));
    }

    @Test
    void theHoldReadsBackAsWritten() {
        for (JournalEntry entry : scene.memory.entries()) {
            assertEquals(entry.body(), EntryBody.read(entry).orElseThrow().toJson(), entry.type());
        }
    }
}
