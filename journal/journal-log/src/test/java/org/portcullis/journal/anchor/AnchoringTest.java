package org.portcullis.journal.anchor;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.FileJournal;
import org.portcullis.witness.CosigningKey;
import org.portcullis.witness.WitnessServer;

/** Anchors journals with witnesses that listen on this machine. */
class AnchoringTest {

    @TempDir
    private Path folder;

    private Stage stage;

    private final CosigningKey auditKey = Stage.witnessKey("audit.example/w1");
    private final CosigningKey entityKey = Stage.witnessKey("entity.example/w1");

    @BeforeEach
    void setTheStage() {
        stage = new Stage(folder);
    }

    @AfterEach
    void clearTheStage() throws IOException {
        stage.close();
    }

    @Test
    void aCheckpointThatIsCosignedIsKeptWithItsCosignature() throws Exception {
        Path journal = stage.journal("journal", 1, 2);
        Anchored anchored = anchoring(journal, audit()).anchor(Stage.NOON);
        String checkpoint = Files.readString(journal.resolve("checkpoint"));
        String witnessed = read(journal, 3, "witnessed");
        assertAll(
                () -> assertEquals(Optional.of(Stage.NOON), anchored.witnessed()),
                () -> assertEquals(checkpoint, read(journal, 3, "root")),
                () -> assertTrue(witnessed.startsWith(checkpoint + "\u2014 audit.example/w1 "), witnessed),
                () -> assertEquals(List.of(), anchored.failures()));
    }

    @Test
    void aJournalThatGrewIsCosignedAgain() throws Exception {
        Path journal = stage.journal("journal", 1, 2);
        WitnessPolicy audit = audit();
        anchoring(journal, audit).anchor(Stage.NOON);
        stage.journal("journal", 3, 4, 5, 6);
        Anchored anchored = anchoring(journal, audit).anchor(Stage.NOON);
        assertAll(
                () -> assertEquals(7, anchored.size()),
                () -> assertEquals(Optional.of(Stage.NOON), anchored.witnessed()));
    }

    @Test
    void nobodyIsAskedForWhatIsThere() throws Exception {
        Path journal = stage.journal("journal", 1);
        WitnessPolicy audit = audit();
        anchoring(journal, audit).anchor(Stage.NOON);
        stage.close();
        Anchored anchored = anchoring(journal, audit).anchor(Stage.NOON);
        assertAll(
                () -> assertEquals(Optional.of(Stage.NOON), anchored.witnessed()),
                () -> assertEquals(List.of(), anchored.failures()));
    }

    @Test
    void whatOneWitnessGivesIsKeptWhenAnotherIsSilent() throws Exception {
        Path journal = stage.journal("journal", 1);
        WitnessServer entity = stage.witness(entityKey);
        WitnessPolicy both = both(stage.witness(auditKey), entity);
        entity.close();
        Anchored first = anchoring(journal, both).anchor(Stage.NOON);
        WitnessPolicy again = both(stage.witness(Stage.witnessKey("unused")), stage.witness(entityKey));
        Anchored second = anchoring(journal, again).anchor(Stage.NOON);
        assertAll(
                () -> assertEquals(
                        List.of("audit"), List.copyOf(first.cosigned().keySet())),
                () -> assertEquals(Optional.empty(), first.witnessed()),
                () -> assertTrue(
                        first.failures().get(0).startsWith("witness `entity` did not answer: "),
                        () -> first.failures().toString()),
                () -> assertEquals(Optional.of(Stage.NOON), second.witnessed()),
                () -> assertEquals(7, read(journal, 2, "witnessed").lines().count()));
    }

    @Test
    void aCosignatureOfAnotherKeyIsNotKept() throws Exception {
        Path journal = stage.journal("journal", 1);
        WitnessServer other = stage.witness(entityKey);
        Anchored anchored = anchoring(journal, Stage.policy(auditKey, other)).anchor(Stage.NOON);
        assertAll(
                () -> assertEquals(
                        List.of("witness `witness`: it answered with no cosignature of its key that holds"),
                        anchored.failures()),
                () -> assertFalse(Files.exists(file(journal, 2, "witnessed"))));
    }

    @Test
    void aCosignatureOfAnotherTimeIsNotKept() throws Exception {
        Path journal = stage.journal("journal", 1);
        WitnessServer late = stage.witness(auditKey, Stage.NOON.plusSeconds(601));
        Anchored anchored = anchoring(journal, Stage.policy(auditKey, late)).anchor(Stage.NOON);
        assertEquals(
                List.of(
                        "witness `witness`: it says that it is 2026-11-23T12:10:01Z and here it is 2026-11-23T12:00:00Z"),
                anchored.failures());
    }

    @Test
    void aJournalThatWasPutBackIsNotCosigned() throws Exception {
        Path journal = stage.journal("journal", 1);
        Path earlier = Stage.copy(journal, stage.path("earlier"));
        stage.journal("journal", 2, 3);
        WitnessPolicy audit = audit();
        anchoring(journal, audit).anchor(Stage.NOON);
        Anchored anchored = anchoring(earlier, audit).anchor(Stage.NOON);
        assertEquals(
                List.of("witness `witness`: it has cosigned 4 entries and 2 are published; was the journal put back"),
                anchored.failures());
    }

    @Test
    void aForkIsNotCosigned() throws Exception {
        WitnessPolicy audit = audit();
        anchoring(stage.journal("journal", 1, 2), audit).anchor(Stage.NOON);
        Anchored same = anchoring(stage.journal("fork", 1, 3), audit).anchor(Stage.NOON);
        Anchored longer = anchoring(stage.journal("longer", 1, 3, 4), audit).anchor(Stage.NOON);
        assertAll(
                () -> assertEquals(
                        List.of(
                                "witness `witness`: it has cosigned another root over 3 entries; is the journal forked"),
                        same.failures()),
                () -> assertEquals(
                        List.of("witness `witness`: it refused: status 422, the proof does not show that 4 entries"
                                + " extend the 3"),
                        longer.failures()));
    }

    @Test
    void anOpenJournalIsAnchoredBesideItsWriter() throws Exception {
        WitnessPolicy audit = audit();
        try (FileJournal open = stage.open("journal")) {
            for (int i = 0; i < 300; i++) {
                open.append(Stage.decision(i));
            }
            open.publish();
            Anchored anchored = anchoring(stage.path("journal"), audit).anchor(Stage.NOON);
            open.append(Stage.decision(300));
            assertEquals(301, anchored.size());
        }
    }

    @Test
    void anAnchorOfAnotherCheckpointIsNotGoneOnWith() throws Exception {
        Path journal = stage.journal("journal", 1);
        WitnessPolicy audit = audit();
        anchoring(journal, audit).anchor(Stage.NOON);
        Path fork = stage.journal("fork", 2);
        Files.copy(
                fork.resolve("checkpoint"),
                file(journal, 2, "root"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        JournalFailure refused = assertThrows(
                JournalFailure.class, () -> anchoring(journal, audit).anchor(Stage.NOON));
        assertTrue(String.valueOf(refused.getMessage()).endsWith("is not its published checkpoint"));
    }

    @Test
    void aCosignatureThatWasAlteredIsNotGoneOnWith() throws Exception {
        Path journal = stage.journal("journal", 1);
        WitnessPolicy audit = audit();
        anchoring(journal, audit).anchor(Stage.NOON);
        Path witnessed = file(journal, 2, "witnessed");
        String note = Files.readString(witnessed);
        char last = note.charAt(note.length() - 4);
        Files.writeString(
                witnessed,
                note.substring(0, note.length() - 4) + (last == 'A' ? 'B' : 'A') + note.substring(note.length() - 3));
        assertThrows(JournalFailure.class, () -> anchoring(journal, audit).anchor(Stage.NOON));
    }

    @Test
    void whatALostMachineLeftHalfwayIsNoHindrance() throws Exception {
        Path journal = stage.journal("journal", 1);
        Files.createDirectory(journal.resolve("anchor.tmp"));
        Files.writeString(journal.resolve("anchor.tmp").resolve("root"), "half");
        Files.writeString(journal.resolve("anchor-file.tmp"), "half");
        assertEquals(
                Optional.of(Stage.NOON),
                anchoring(journal, audit()).anchor(Stage.NOON).witnessed());
    }

    @Test
    void aJournalOpensWithTheWitnessesThatSawIt() throws Exception {
        Path journal = stage.journal("journal", 1);
        WitnessPolicy audit = audit();
        anchoring(journal, audit).anchor(Stage.NOON);
        stage.journal("journal", WitnessedOpening.byAddress(audit), 2);
    }

    @Test
    void aNewJournalOpensWithWitnessesThatSawNothing() throws Exception {
        stage.journal("journal", WitnessedOpening.byAddress(audit()), 1);
    }

    @Test
    void aDirectoryThatWasPutBackIsNotOpened() throws Exception {
        Path journal = stage.journal("journal", 1);
        Stage.copy(journal, stage.path("earlier"));
        stage.journal("journal", 2);
        WitnessPolicy audit = audit();
        anchoring(journal, audit).anchor(Stage.NOON);
        assertNotOpened("it holds 2 entries and a checkpoint that others have seen is over 3", "earlier", audit);
    }

    @Test
    void aForkIsNotOpened() throws Exception {
        WitnessPolicy audit = audit();
        anchoring(stage.journal("journal", 1, 2), audit).anchor(Stage.NOON);
        stage.journal("fork", 1, 3);
        assertNotOpened("over 3 other entries: the journal is forked", "fork", audit);
    }

    @Test
    void aJournalWhoseTailWasDroppedAndWrittenAnewWithItsKeyIsNotOpened() throws Exception {
        Path journal = stage.journal("journal", 1, 2);
        Stage.copy(journal, stage.path("cut"));
        stage.journal("journal", 3);
        WitnessPolicy audit = audit();
        anchoring(journal, audit).anchor(Stage.NOON);
        stage.journal("cut", 4, 5, 6);
        assertNotOpened("over 4 other entries: the journal is forked", "cut", audit);
    }

    @Test
    void withFewerWitnessesThanNeededNothingIsOpened() throws Exception {
        stage.journal("journal", 1);
        WitnessServer entity = stage.witness(entityKey);
        WitnessPolicy both = both(stage.witness(auditKey), entity);
        entity.close();
        assertNotOpened("too few witnesses answered, without `entity`", "journal", both);
    }

    @Test
    void anAnswerWithoutTheCosignatureOfTheWitnessIsNone() throws Exception {
        Path journal = stage.journal("journal", 1);
        String note = Files.readString(journal.resolve("checkpoint"));
        WitnessPolicy audit = audit();
        WitnessedOpening opening = WitnessedOpening.of(audit, Map.of("witness", new EchoingWitness(note)));
        JournalFailure refused = assertThrows(JournalFailure.class, () -> opening.seen(stage.key()));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("its answer is not cosigned with its key"),
                refused::getMessage);
    }

    private void assertNotOpened(String reason, String name, WitnessPolicy policy) {
        JournalFailure refused =
                assertThrows(JournalFailure.class, () -> stage.journal(name, WitnessedOpening.byAddress(policy), 9));
        assertEquals(JournalFailure.Kind.DAMAGED, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused::getMessage);
    }

    private Anchoring anchoring(Path journal, WitnessPolicy policy) {
        return Anchoring.of(journal, stage.key(), policy).askingByAddress();
    }

    private WitnessPolicy audit() throws IOException {
        return Stage.policy(auditKey, stage.witness(auditKey));
    }

    private WitnessPolicy both(WitnessServer audit, WitnessServer entity) {
        Map<String, WitnessPolicy.Known> witnesses = new TreeMap<>();
        witnesses.put("audit", known(auditKey, audit));
        witnesses.put("entity", known(entityKey, entity));
        return new WitnessPolicy(
                List.of(),
                new TreeMap<>(witnesses),
                new TreeMap<>(Map.of("both", new WitnessPolicy.Group(2, List.of("audit", "entity")))),
                "both");
    }

    private static WitnessPolicy.Known known(CosigningKey key, WitnessServer server) {
        return new WitnessPolicy.Known(
                WitnessKey.read(key.verifierKey()), server.address().toString());
    }

    private static Path file(Path journal, int size, String name) {
        return journal.resolve("anchors").resolve("000000000000000" + size).resolve(name);
    }

    private static String read(Path journal, int size, String name) throws IOException {
        return Files.readString(file(journal, size, name));
    }

    /** Says that a note is what it cosigned last. */
    private record EchoingWitness(String note) implements Witness {

        @Override
        public Answer cosign(String asked, long oldSize, List<byte[]> proof) {
            return new Answer.Refused("it only echoes");
        }

        @Override
        public Optional<String> latest(String origin) {
            return Optional.of(note);
        }
    }
}
