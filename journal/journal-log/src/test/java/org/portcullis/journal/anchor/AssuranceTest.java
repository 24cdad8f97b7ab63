package org.portcullis.journal.anchor;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.FileJournal;
import org.portcullis.witness.CosigningKey;

/** Says of entries how well they are assured. */
class AssuranceTest {

    @TempDir
    private Path folder;

    private Stage stage;

    private final CosigningKey auditKey = Stage.witnessKey("audit.example/w1");
    private final DemonstrationAuthority authority = Stage.authority(Stage.NOON);

    @BeforeEach
    void setTheStage() {
        stage = new Stage(folder);
    }

    @AfterEach
    void clearTheStage() throws IOException {
        stage.close();
    }

    @Test
    void entriesAreDurableThenPublished() throws Exception {
        try (FileJournal open = stage.open("journal")) {
            open.append(Stage.decision(1));
            Assurance before = assurance(WitnessPolicy.none());
            open.publish();
            Assurance after = assurance(WitnessPolicy.none());
            assertAll(
                    () -> assertEquals(Assurance.Level.PUBLISHED, before.of(0).level()),
                    () -> assertEquals(Assurance.Level.DURABLE, before.of(1).level()),
                    () -> assertEquals(Assurance.Level.WRITTEN, before.of(2).level()),
                    () -> assertEquals(Assurance.Level.PUBLISHED, after.of(1).level()));
        }
    }

    @Test
    void anEntryIsWitnessedSinceTheEarliestStateThatHasIt() throws Exception {
        stage.journal("journal", 1);
        WitnessPolicy audit = Stage.policy(auditKey, stage.witness(auditKey));
        anchor(audit);
        stage.close();
        stage.journal("journal", 2);
        WitnessPolicy later = Stage.policy(auditKey, stage.witness(auditKey, Stage.NOON.plusSeconds(60)));
        anchor(later);
        stage.journal("journal", 3);
        Assurance assurance = assurance(later);
        assertAll(
                () -> assertEquals(Optional.of(Stage.NOON), assurance.of(1).witnessed()),
                () -> assertEquals(
                        Optional.of(Stage.NOON.plusSeconds(60)), assurance.of(2).witnessed()),
                () -> assertEquals(Assurance.Level.WITNESSED, assurance.of(2).level()),
                () -> assertEquals(Assurance.Level.PUBLISHED, assurance.of(3).level()));
    }

    @Test
    void anEntryIsTimestampedUnderAnAuthorityThatIsTrusted() throws Exception {
        Path journal = stage.journal("journal", 1);
        Anchoring.of(journal, stage.key(), WitnessPolicy.none())
                .stampedBy(authority, TimestampCheck.trusting(authority.pem()), Stage.NONCES)
                .anchor(Stage.NOON);
        Assurance trusting = Assurance.of(
                journal, stage.key(), WitnessPolicy.none(), List.of(TimestampCheck.trusting(authority.pem())));
        assertAll(
                () -> assertEquals(
                        new Assurance.Assured(Assurance.Level.TIMESTAMPED, Optional.empty(), Optional.of(Stage.NOON)),
                        trusting.of(1)),
                () -> assertEquals(
                        Assurance.Level.PUBLISHED,
                        assurance(WitnessPolicy.none()).of(1).level()));
    }

    @Test
    void cosignaturesBelowTheQuorumAreNotEnough() throws Exception {
        stage.journal("journal", 1);
        WitnessPolicy audit = Stage.policy(auditKey, stage.witness(auditKey));
        anchor(audit);
        WitnessPolicy two = WitnessPolicy.read("witness a " + auditKey.verifierKey() + "\nwitness b "
                + Stage.witnessKey("b").verifierKey() + "\ngroup all-of-them all a b\nquorum all-of-them\n");
        assertEquals(Assurance.Level.PUBLISHED, assurance(two).of(1).level());
    }

    @Test
    void anAnchorOfAnotherHistoryIsRefused() throws Exception {
        stage.journal("journal", 1);
        anchor(Stage.policy(auditKey, stage.witness(auditKey)));
        Path fork = stage.journal("fork", 2);
        Stage.copy(folder.resolve("journal/anchors"), fork.resolve("anchors"));
        JournalFailure refused = assertThrows(
                JournalFailure.class, () -> Assurance.of(fork, stage.key(), WitnessPolicy.none(), List.of()));
        assertTrue(String.valueOf(refused.getMessage()).endsWith("the published journal is another history"));
    }

    @Test
    void aTokenThatDoesNotHoldIsRefused() throws Exception {
        Path journal = stage.journal("journal", 1);
        anchor(WitnessPolicy.none());
        Files.write(journal.resolve("anchors/0000000000000002/timestamp.tsr"), new byte[] {1, 2, 3});
        TimestampCheck check = TimestampCheck.trusting(authority.pem());
        assertThrows(
                JournalFailure.class, () -> Assurance.of(journal, stage.key(), WitnessPolicy.none(), List.of(check)));
    }

    private void anchor(WitnessPolicy policy) throws IOException, JournalFailure {
        Anchoring.of(folder.resolve("journal"), stage.key(), policy)
                .askingByAddress()
                .anchor(Stage.NOON);
    }

    private Assurance assurance(WitnessPolicy policy) throws IOException, JournalFailure {
        return Assurance.of(folder.resolve("journal"), stage.key(), policy, List.of());
    }
}
