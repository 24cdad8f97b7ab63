package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Lets the holder of the journal's key forge whose keys count, and who stands behind a pseudonym. */
class KeyForgeryTest {

    private static final int BOB_ENROLLED = 1;
    private static final int BOB_VOTES = 7;
    private static final Ed25519Signer NEW_KEY = Scene.signer("k-bob-2", 11);
    private static final String COMMITMENT = "sha256:" + "ab".repeat(32);

    @TempDir
    Path directory;

    private final List<JournalRecord> records = new ArrayList<>(Approval.whole());

    @Test
    void aKeyThatNobodyConfirmedIsNoticed() throws Exception {
        records.set(BOB_ENROLLED, Approval.founded("k-bob", Approval.BOB, Scene.BOB_KEY));
        assertBad(Outcome.BAD_APPROVAL, 2, "nobody has confirmed that the key `k-bob` is the person's");
    }

    @Test
    void aKeyThatItsOwnerConfirmsIsNoticed() throws Exception {
        JournalRecord second = Approval.founded("k-alice-2", Approval.ALICE, Scene.signer("k-alice-2", 12));
        JournalRecord own = Approval.with(second, "confirmedBy", Json.text(Approval.ALICE));
        records.add(2, Approval.with(own, "confirmation", Approval.confirmation(own.body(), Scene.ALICE_KEY)));
        assertBad(
                Outcome.BAD_APPROVAL,
                3,
                "the key `k-alice-2` is confirmed with `k-alice`, which is no key in force of the second person that it"
                        + " names");
    }

    @Test
    void aConfirmationOfAnotherKeyIsNoticed() throws Exception {
        JsonObject other =
                Approval.enrolled("k-bob", Approval.BOB, Scene.MALLORY_KEY).body();
        records.set(
                BOB_ENROLLED,
                Approval.with(
                        records.get(BOB_ENROLLED), "confirmation", Approval.confirmation(other, Scene.ALICE_KEY)));
        assertBad(Outcome.BAD_APPROVAL, 2, "the entry's `publicKey` is not the one that was signed");
    }

    @Test
    void theFoundingKeyIsNamed() throws Exception {
        Verdict verdict = verify();
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
        assertTrue(
                verdict.text().contains("note: no second person confirmed the founding key `k-alice`\n"),
                verdict::text);
    }

    @Test
    void theOldKeyVotesWithinTheOverlap() throws Exception {
        records.add(2, rotated(Duration.ofDays(1)));
        assertEquals(Outcome.VALID, verify().outcome());
    }

    @Test
    void theOldKeyDoesNotVoteAfterTheOverlap() throws Exception {
        records.add(2, rotated(Duration.ZERO));
        records.set(BOB_VOTES + 1, Approval.at(Scene.NOW.plusNanos(1), records.get(BOB_VOTES + 1)));
        assertBad(
                Outcome.BAD_APPROVAL,
                BOB_VOTES + 2,
                "the vote is signed by `k-bob`, which is retired since 2022-05-02T07:56:00Z");
    }

    @Test
    void theNewKeyVotesAtOnce() throws Exception {
        records.add(2, rotated(Duration.ZERO));
        records.set(BOB_VOTES + 1, Approval.vote(Approval.BOB, "approve", NEW_KEY));
        Verdict verdict = verify();
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
    }

    @Test
    void anOverlapOfMoreThanThirtyDaysIsNoticed() throws Exception {
        records.add(2, rotated(Duration.ofDays(31)));
        assertBad(
                Outcome.BAD_APPROVAL,
                3,
                "the overlap of the two keys until 2022-06-02T07:56:00Z is not within 30 days");
    }

    @Test
    void aRotationWithoutTheOldKeysConsentIsNoticed() throws Exception {
        JournalRecord rotated = rotated(Duration.ZERO);
        records.add(2, Approval.with(rotated, "consent", rotated.body().object("proof")));
        assertBad(Outcome.BAD_APPROVAL, 3, "the signature by `k-bob` does not hold");
    }

    @Test
    void anotherPersonsKeyIsNotReplaced() throws Exception {
        JournalRecord rotated = rotated(Duration.ZERO);
        records.add(2, Approval.with(rotated, "replaces", Json.text("k-alice")));
        assertBad(Outcome.BAD_APPROVAL, 3, "the key `k-alice` is not the person's to replace: it is in force");
    }

    @Test
    void aPseudonymCommittedTwiceIsNoticed() throws Exception {
        records.add(person("person.committed", COMMITMENT));
        records.add(person("person.committed", "sha256:" + "cd".repeat(32)));
        assertBad(Outcome.TAMPERED, 13, "the pseudonym `p-0123456789abcdef` is committed a second time");
    }

    @Test
    void anErasureOfSomebodyElseIsNoticed() throws Exception {
        records.add(person("person.committed", COMMITMENT));
        records.add(person("person.erased", "sha256:" + "cd".repeat(32)));
        assertBad(Outcome.TAMPERED, 13, "the erased pseudonym `p-0123456789abcdef` was not committed so before");
    }

    @Test
    void peopleAreCounted() throws Exception {
        records.add(person("person.committed", COMMITMENT));
        records.add(person("person.erased", COMMITMENT));
        assertTrue(
                verify().text().contains("note: 1 pseudonym is committed to a person, 1 of them erased\n"),
                () -> "no note of people");
    }

    private static JournalRecord person(String type, String commitment) {
        return Approval.record(type, JsonObject.of("commitment", commitment, "person", "p-0123456789abcdef"));
    }

    private static JournalRecord rotated(Duration overlap) {
        JsonObject asked = JsonObject.builder()
                .put("keyId", NEW_KEY.keyId())
                .put("overlapUntil", Scene.NOW.plus(overlap).toString())
                .put("person", Approval.BOB)
                .put("publicKey", Base64.getEncoder().encodeToString(NEW_KEY.publicKey()))
                .put("replaces", "k-bob")
                .build();
        JsonObject named = asked.toBuilder().put("confirmedBy", Approval.ALICE).build();
        return Approval.record(
                "key.rotated",
                named.toBuilder()
                        .put("proof", signed(asked, NEW_KEY))
                        .put("consent", signed(asked, Scene.BOB_KEY))
                        .put("confirmation", Approval.confirmation(named, Scene.ALICE_KEY))
                        .build());
    }

    private static JsonObject signed(JsonObject asked, Signer key) {
        JsonObject payload = asked.toBuilder().put("action", "rotate key").build();
        return Dsse.sign("application/vnd.portcullis.key-rotation+json", payload, key);
    }

    private Verdict verify() throws Exception {
        List<JournalRecord> all = new ArrayList<>(records);
        all.add(0, ForgedJournal.opened());
        ForgedJournal.write(directory, ForgedJournal.chain(all));
        return Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line()).verify(directory);
    }

    private void assertBad(Outcome outcome, long entry, String reason) throws Exception {
        Verdict verdict = verify();
        assertEquals(outcome, verdict.outcome(), verdict::text);
        assertEquals(OptionalLong.of(entry), verdict.entry(), verdict::text);
        assertTrue(verdict.sentence().endsWith(": " + reason), verdict::sentence);
    }
}
