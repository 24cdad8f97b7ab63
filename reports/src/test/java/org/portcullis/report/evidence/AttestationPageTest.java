package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.attestation.AttestationAct;
import org.portcullis.engine.attestation.AttestationEntry;
import org.portcullis.engine.attestation.AttestationRole;
import org.portcullis.engine.attestation.AttestationStatement;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.Digest;
import org.portcullis.report.Evidence;
import org.portcullis.report.JdkKey;
import org.portcullis.report.sheet.PageSheet;

/** The page shows what the journal holds, and never more. */
class AttestationPageTest {
    private static final List<String> PEOPLE = List.of("p-reid", "p-okafor", "p-hale");
    private static final List<AttestationRole> ROLES = List.of(AttestationRole.values());
    private static final Digest WORKBOOK = Digest.of(new byte[] {7});

    @Test
    void aJournalWithoutAnAttestationIsUnsigned() {
        assertState("UNSIGNED. This page was prepared by a program.", keys());
    }

    @Test
    void threeSignaturesAreShownWithTheirEntriesAndTheWorkbook() {
        String page = page(attested(keys(), statement("Delta One desk, London")).evidence());
        assertTrue(page.startsWith("State | SIGNED"), page);
        assertTrue(page.contains("Name | p-hale | Function (SM&CR) | function of p-hale"), page);
        assertTrue(page.contains("Signature | VALID; key k-p-hale, entry 5"), page);
        assertTrue(page.contains("Workbook attested | " + WORKBOOK), page);
        assertTrue(page.contains("Deficiencies | the founding key"), page);
    }

    @Test
    void nobodyIsShownToHaveSaidWhatTheyDidNotSign() {
        AttestationStatement statement = statement("Delta One desk, London");
        String page = page(attested(keys(), statement).evidence());
        assertFalse(page.contains("We have verified"), page);
        assertTrue(page.contains("This person audits the statement " + statement.digest()), page);
    }

    @Test
    void withoutTheThirdSignatureItIsUnsigned() {
        AttestationStatement statement = statement("Delta One desk, London");
        HandMade journal =
                acted(acted(keys(), AttestationRole.DRAFTS, 0, statement), AttestationRole.AUDITS, 1, statement);
        assertState("UNSIGNED. The journal has a statement that not all three functions have signed.", journal);
    }

    @Test
    void onePersonInTwoFunctionsIsNotValid() {
        AttestationStatement statement = statement("Delta One desk, London");
        HandMade journal =
                acted(acted(keys(), AttestationRole.DRAFTS, 0, statement), AttestationRole.AUDITS, 0, statement);
        String page = page(journal.evidence());
        assertTrue(page.contains("NOT VALID: `p-reid` has drafted this statement, entry 3"), page);
    }

    @Test
    void anEntryOfThePeriodBehindTheCheckpointOutdatesIt() {
        HandMade journal = attested(keys(), statement("Delta One desk, London"))
                .at(30, new KeyEntry.Revoked("k-p-hale", "p-hale", "p-reid", "lost"));
        assertState(
                "OUTDATED. The attestation in the journal does not speak for this workbook: 1 entry of the period came"
                        + " after the checkpoint, first 6, `key.revoked`.",
                journal);
    }

    @Test
    void anotherPeriodOutdatesIt() {
        Evidence evidence =
                attested(keys(), statement("Delta One desk, London")).between(0, 60);
        String page = page(evidence);
        assertTrue(
                page.startsWith("OUTDATED. The attestation in the journal does not speak for this workbook: it is about"
                        + " the period from 2022-05-02T00:00:00Z to 2022-05-03T00:00:00Z."),
                page);
    }

    @Test
    void anotherDeskOutdatesIt() {
        assertState(
                "OUTDATED. The attestation in the journal does not speak for this workbook: it is about Sample Markets"
                        + " Ltd; another desk.",
                attested(keys(), statement("another desk")));
    }

    private static void assertState(String words, HandMade journal) {
        String page = page(journal.evidence());
        assertTrue(page.startsWith(words), page);
        assertEquals(words.startsWith("UNSIGNED"), page.contains("State | UNSIGNED"), page);
    }

    private static String page(Evidence evidence) {
        PageSheet page = (PageSheet) SampleEvidence.sheet(evidence, "Attestation");
        return page.lines().stream()
                .map(line -> line.cells().stream().map(cell -> cell.text()).collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    private static HandMade keys() {
        HandMade journal = new HandMade();
        for (String person : PEOPLE) {
            Signer key = key(person);
            var enrolment = Enrolment.sign(person, key);
            String publicKey = Enrolment.read(enrolment).orElseThrow().publicKey();
            journal.at(
                    PEOPLE.indexOf(person),
                    new KeyEntry.Enrolled(key.keyId(), person, publicKey, enrolment, "p-reid", Optional.empty()));
        }
        return journal;
    }

    private static Signer key(String person) {
        return JdkKey.of("k-" + person, 20 + PEOPLE.indexOf(person));
    }

    private static HandMade attested(HandMade journal, AttestationStatement statement) {
        for (AttestationRole role : ROLES) {
            acted(journal, role, ROLES.indexOf(role), statement);
        }
        return journal;
    }

    private static HandMade acted(HandMade journal, AttestationRole role, int who, AttestationStatement statement) {
        String person = PEOPLE.get(who);
        Signer key = key(person);
        AttestationAct act = new AttestationAct(
                role, person, "function of " + person, key.keyId(), statement.digest(), WORKBOOK, "");
        Optional<String> text = role == AttestationRole.DRAFTS ? Optional.of(statement.text()) : Optional.empty();
        return journal.at(10 + ROLES.indexOf(role), new AttestationEntry(act, act.sign(key), text).at(HandMade.NINE));
    }

    private static AttestationStatement statement(String desk) {
        return new AttestationStatement(
                "Sample Markets Ltd",
                desk,
                Instant.parse("2022-05-02T00:00:00Z"),
                Instant.parse("2022-05-03T00:00:00Z"),
                "example.org/sample-desk",
                3,
                Digest.of(new byte[] {3}),
                WORKBOOK,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "the founding key");
    }
}
