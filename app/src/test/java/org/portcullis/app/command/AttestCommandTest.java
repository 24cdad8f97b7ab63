package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.engine.attestation.AttestationAct;
import org.portcullis.engine.attestation.AttestationEntry;
import org.portcullis.engine.attestation.AttestationRole;
import org.portcullis.engine.attestation.AttestationStatement;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.KeyFile;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Three people attest to a workbook, one after the other; nobody skips, stands in for another, or signs something else. */
class AttestCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String FIRM = """
            format: "1"
            organisation: Example
            entities:
              - {id: e, name: Example Limited}
            locations:
              - {id: ldn, name: London, country: GB, calendar: XLON-EQ}
            desks:
              - {id: d, name: Delta 1, entity: e, location: ldn}
            roles: [Desk Head]
            people:
              - {id: p-reid, name: Morgan Reid, desk: d, roles: [Desk Head], from: 2015-03-16}
              - {id: p-okafor, name: Sam Okafor, desk: d, roles: [Desk Head], from: 2017-01-09}
              - {id: p-hale, name: Robin Hale, desk: d, roles: [Desk Head], from: 2017-01-09}
            """;

    @TempDir
    static Path made = Path.of("");

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void threePeopleWithKeysAndAWorkbook() throws IOException {
        Files.writeString(made.resolve("firm.yaml"), FIRM);
        for (String name : List.of("desk", "reid", "okafor", "hale")) {
            good(made, "keys", "new", name, "--out", name + ".key", "--unencrypted");
        }
        enrol("reid", "--second", "p-okafor", "--begin");
        enrol("okafor", "--second", "p-reid", "--second-key", "reid.key");
        enrol("hale", "--second", "p-reid", "--second-key", "reid.key");
        good(made, "report", "journal", "--out", "evidence.xlsx", "--entity", "Example Limited", "--desk", "Delta 1");
    }

    @BeforeEach
    void ownCopy() throws IOException {
        copy(made, folder);
    }

    @Test
    void threePeopleOneAfterTheOtherMakeASignedAttestation() throws IOException {
        attested();
        Verdict verdict = verdict();
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
        JsonObject shown = shown();
        assertEquals("SIGNED", shown.text("state"));
        assertEquals(
                List.of("p-reid", "p-okafor", "p-hale"),
                shown.array("acts").objects().stream()
                        .map(act -> act.text("person"))
                        .toList());
    }

    @Test
    void theNextWorkbookShowsTheSignaturesAndVerifies() throws IOException {
        attested();
        good("report", "journal", "--out", "signed.xlsx", "--entity", "Example Limited", "--desk", "Delta 1");
        String verified = good(
                        "verify", "workbook", "signed.xlsx", "--journal", "journal", "--key", "journal/journal.vkey")
                .out();
        assertTrue(verified.startsWith("VERIFIED"), verified);
        String texts;
        try (ZipFile zip = new ZipFile(folder.resolve("signed.xlsx").toFile())) {
            texts = new String(
                    zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(texts.contains("VALID; key hale, entry 6"), texts);
        assertTrue(texts.contains(statement().workbook().value()), texts);
        assertFalse(texts.contains("UNSIGNED"), texts);
    }

    @Test
    void theStatementSaysWhatIsOpen() throws IOException {
        Ran ran = prepared();
        assertEquals(0, ran.status(), ran.err());
        AttestationStatement statement = statement();
        assertEquals(
                List.of("KEYS-CONFIRMED"),
                statement.obligations().stream()
                        .filter(open -> open.exceptions().equals("1"))
                        .map(AttestationStatement.OpenObligation::id)
                        .toList());
        assertEquals("Example Limited; Delta 1", statement.entity() + "; " + statement.desk());
        assertEquals("the founding key is to be rotated", statement.deficiencies());
        assertTrue(ran.out().lines().allMatch(line -> line.length() <= 100), ran.out());
    }

    @Test
    void whoDraftedCannotAudit() {
        prepared();
        assertRefused("`p-reid` has drafted this statement, entry 4", review("reid"));
    }

    @Test
    void whoAuditedCannotApprove() {
        prepared();
        review("okafor");
        assertRefused("`p-okafor` has audited this statement, entry 5", sign("okafor"));
    }

    @Test
    void nobodyApprovesWhatWasNotAudited() {
        prepared();
        assertRefused("nobody has audited this statement in the journal", sign("hale"));
    }

    @Test
    void nobodyAuditsTwice() {
        prepared();
        review("okafor");
        assertRefused("this statement was audited already, entry 5", review("hale"));
    }

    @Test
    void aStatementThatWasAlteredIsRefused() throws IOException {
        prepared();
        Path file = folder.resolve("statement.json");
        Files.writeString(file, Files.readString(file).replace("Delta 1", "Delta 2"));
        assertRefused("the journal has no draft of this statement", review("okafor"));
    }

    @Test
    void anotherWorkbookThanTheDraftedIsRefused() {
        prepared();
        good("report", "journal", "--out", "other.xlsx", "--entity", "Example Limited");
        assertRefused(
                "other.xlsx: is not the workbook of the statement",
                act("review", "okafor", "--workbook", "other.xlsx"));
    }

    @Test
    void aRevokedKeyAttestsNothing() {
        revoke("okafor");
        good("report", "journal", "--out", "late.xlsx");
        good(with(
                List.of("attest", "prepare", "journal", "--workbook", "late.xlsx", "--out", "statement.json"),
                with(List.of(signing("reid")), "--deficiencies", "a key was lost")));
        assertRefused("the key `okafor` was revoked", act("review", "okafor", "--workbook", "late.xlsx"));
    }

    @Test
    void aKeyOfSomebodyElseAttestsNothing() {
        prepared();
        assertRefused(
                "the key `hale` is not enrolled for `p-okafor`",
                run(with(
                        List.of("attest", "review", "journal", "--statement", "statement.json"),
                        "--workbook",
                        "evidence.xlsx",
                        "--person",
                        "p-okafor",
                        "--function",
                        "audit",
                        "--signing-key",
                        "hale.key",
                        "--journal-key",
                        "desk.key")));
    }

    @Test
    void aWorkbookOfAnotherJournalIsRefused() throws IOException {
        copy(folder.resolve("journal"), folder.resolve("before"));
        revoke("okafor");
        good("report", "journal", "--out", "later.xlsx");
        assertRefused(
                "later.xlsx: is not the workbook that the journal gives",
                run(with(
                        List.of("attest", "prepare", "before", "--workbook", "later.xlsx", "--out", "s.json"),
                        signing("reid"))));
        assertFalse(Files.exists(folder.resolve("s.json")));
    }

    @Test
    void aWorkbookOfAnotherPeriodThanMeantIsRefused() {
        assertRefused(
                "evidence.xlsx: is of another period",
                run(with(
                        List.of("attest", "prepare", "journal", "--workbook", "evidence.xlsx", "--out", "s.json"),
                        with(List.of(signing("reid")), "--from", "2026-01-01T00:00:00Z"))));
    }

    @Test
    void aWorkbookOfAnEmptyPeriodIsRefused() {
        Ran report = run(
                "report",
                "journal",
                "--out",
                "empty.xlsx",
                "--from",
                "2024-01-01T00:00:00Z",
                "--to",
                "2024-02-01T00:00:00Z");
        assertEquals(1, report.status(), report.err());
        assertRefused(
                "empty.xlsx: nobody attests to a workbook whose cover says EMPTY PERIOD.",
                run(with(
                        List.of("attest", "prepare", "journal", "--workbook", "empty.xlsx", "--out", "s.json"),
                        with(List.of(signing("reid")), "--deficiencies", "nothing happened"))));
        assertFalse(Files.exists(folder.resolve("s.json")));
    }

    @Test
    void aWorkbookWithoutDecisionsIsNotDraftedWithoutAWordAboutIt() {
        assertRefused(
                "evidence.xlsx: its cover says NO DECISIONS; say with --deficiencies",
                run(with(
                        List.of("attest", "prepare", "journal", "--workbook", "evidence.xlsx", "--out", "s.json"),
                        signing("reid"))));
        assertFalse(Files.exists(folder.resolve("s.json")));
    }

    @Test
    void theJournalGoesOnAndTheAttestationIsOutdated() {
        attested();
        revoke("okafor");
        String shown = good("attest", "show", "journal").out();
        assertTrue(shown.startsWith("state       OUTDATED"), shown);
        assertTrue(shown.contains("1 entry of the period came after the checkpoint, first 7, `key.revoked`"), shown);
        assertTrue(shown.lines().allMatch(line -> line.length() <= 100), shown);
    }

    @Test
    void anotherWorkbookIsNotTheOneThatWasAttested() {
        attested();
        good("report", "journal", "--out", "other.xlsx");
        String shown =
                good("attest", "show", "journal", "--workbook", "other.xlsx").out();
        assertTrue(shown.contains("the workbook is another file"), shown);
        assertTrue(good("attest", "show", "journal", "--workbook", "evidence.xlsx")
                .out()
                .startsWith("state       SIGNED"));
    }

    @Test
    void aForgedEnvelopeIsFoundByTheVerifier() throws Exception {
        prepared();
        append(new AttestationAct(
                AttestationRole.AUDITS,
                "p-okafor",
                "audit",
                "okafor",
                statement().digest(),
                statement().workbook(),
                "all is well"));
        assertBad("the signature by `okafor` does not hold");
    }

    @Test
    void whoActsTwiceIsFoundByTheVerifier() throws Exception {
        prepared();
        append(act(AttestationRole.AUDITS, "reid", statement().workbook()), key("reid"));
        assertBad("`p-reid` has two parts in one attestation, which are for different people");
    }

    @Test
    void whoSkipsTheAuditIsFoundByTheVerifier() throws Exception {
        prepared();
        append(act(AttestationRole.APPROVES, "hale", statement().workbook()), key("hale"));
        assertBad("a statement is drafted, audited and approved, once each");
    }

    @Test
    void whoNamesAnotherWorkbookIsFoundByTheVerifier() throws Exception {
        prepared();
        append(act(AttestationRole.AUDITS, "okafor", Digest.of(new byte[] {1})), key("okafor"));
        assertBad("the attestation is about another workbook than the draft");
    }

    @Test
    void anEntryThatSaysMoreThanWasSignedIsFoundByTheVerifier() throws Exception {
        prepared();
        AttestationAct signed =
                act(AttestationRole.AUDITS, "okafor", statement().workbook());
        JsonObject body = new AttestationEntry(signed, signed.sign(key("okafor")), Optional.empty())
                .at(NOW)
                .body();
        body = changed(body, "text", Json.text("nothing found"));
        append(new JournalRecord("attestation.reviewed", NOW, "", "", body));
        assertBad("the entry's `text` is not the one that was signed");
    }

    private static AttestationAct act(AttestationRole role, String name, Digest workbook, Digest statement) {
        return new AttestationAct(role, "p-" + name, "function", name, statement, workbook, "");
    }

    private AttestationAct act(AttestationRole role, String name, Digest workbook) throws IOException {
        return act(role, name, workbook, statement().digest());
    }

    private void append(AttestationAct forged) throws Exception {
        append(forged, key("hale"));
    }

    private void append(AttestationAct act, Signer signer) throws Exception {
        JsonObject envelope = act.sign(signer);
        JsonObject signature = envelope.array("signatures").objects().get(0);
        JsonObject named =
                changed(envelope, "signatures", JsonArray.of(changed(signature, "keyid", Json.text(act.keyId()))));
        append(new AttestationEntry(act, named, Optional.empty()).at(NOW));
    }

    /** As the holder of the journal's key could. */
    private void append(JournalRecord record) throws Exception {
        try (FileJournal journal = FileJournal.open(folder.resolve("journal"), key("desk"), NOW)) {
            journal.append(List.of(record));
        }
    }

    private Signer key(String name) throws IOException {
        return KeyFile.read(folder.resolve(name + ".key"), file -> new char[0]);
    }

    private void assertBad(String reason) throws IOException {
        Verdict verdict = verdict();
        assertEquals(Outcome.BAD_APPROVAL, verdict.outcome(), verdict::text);
        assertTrue(verdict.text().contains(reason), verdict::text);
    }

    private Verdict verdict() throws IOException {
        return Verifier.withoutTrustedKey().verify(folder.resolve("journal"));
    }

    private JsonObject shown() {
        try {
            return good("attest", "show", "journal", "--json")
                    .json()
                    .array("attestations")
                    .objects()
                    .get(0);
        } catch (Exception malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private AttestationStatement statement() throws IOException {
        return AttestationStatement.read(
                Files.readString(folder.resolve("statement.json")).strip());
    }

    private void attested() {
        prepared();
        assertEquals(0, review("okafor").status());
        assertEquals(0, sign("hale").status());
    }

    private Ran prepared() {
        return run(with(
                List.of("attest", "prepare", "journal", "--workbook", "evidence.xlsx", "--out", "statement.json"),
                with(List.of(signing("reid")), "--deficiencies", "the founding key is to be rotated")));
    }

    private Ran review(String name) {
        return act("review", name, "--workbook", "evidence.xlsx", "--findings", "12 decisions were traced");
    }

    private Ran sign(String name) {
        return act("sign", name, "--workbook", "evidence.xlsx");
    }

    private Ran act(String act, String name, String... more) {
        return run(with(
                List.of("attest", act, "journal", "--statement", "statement.json"),
                with(List.of(signing(name)), more)));
    }

    private static String[] signing(String name) {
        return new String[] {
            "--person",
            "p-" + name,
            "--function",
            "function of " + name,
            "--signing-key",
            name + ".key",
            "--journal-key",
            "desk.key"
        };
    }

    private void revoke(String name) {
        good(with(
                List.of("keys", "revoke", "journal", name, "--by", "p-reid", "--reason", "lost"),
                "--journal-key",
                "desk.key",
                "--organisation",
                "firm.yaml"));
    }

    private static void enrol(String name, String... more) {
        good(
                made,
                with(
                        List.of("keys", "enrol", "journal", "--person", "p-" + name, "--key", name + ".key"),
                        with(List.of("--journal-key", "desk.key", "--organisation", "firm.yaml"), more)));
    }

    private static JsonObject changed(JsonObject object, String key, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(object.members());
        members.put(key, value);
        return JsonObject.of(members);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted()
                    .filter(each -> !each.equals(from) || !Files.exists(to))
                    .toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static String[] with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static void assertRefused(String why, Ran ran) {
        assertEquals(1, ran.status(), ran.err());
        assertTrue(ran.err().contains(why), ran.err());
    }

    private Ran good(String... arguments) {
        return good(folder, arguments);
    }

    private static Ran good(Path folder, String... arguments) {
        Ran ran = new CommandLineFixture(folder).run(arguments);
        assertEquals(0, ran.status(), ran.err() + ran.out());
        return ran;
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }
}
