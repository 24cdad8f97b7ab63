package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.JournalLimits;
import org.portcullis.journal.JournalSeries;
import org.portcullis.journal.KeyFile;
import org.portcullis.journal.OpeningCheck;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Every command that reads or writes a journal does so with a series: of September and October, and November begins with what a command writes. */
class SeriesCommandTest {
    private static final String NAME = "example.org/desk";
    private static final byte[] SEED = new byte[Ed25519Signer.SEED_BYTES];
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
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void writeTwoMonthsAndKeys() throws Exception {
        Instant september = Instant.parse("2026-09-10T09:00:00Z");
        Instant october = Instant.parse("2026-10-12T09:00:00Z");
        JournalSeries.Place place = new JournalSeries.Place(folder.resolve("series"), NAME, SeriesCommandTest::signer);
        try (JournalSeries series = JournalSeries.open(place, september, JournalLimits.DEFAULT, OpeningCheck.NOBODY)) {
            series.append(List.of(noted(september, "S-1", "Equity"), noted(september, "S-2", "Rates")));
            series.append(List.of(noted(october, "S-1", "Equity"), noted(october, "S-3", "Equity")));
        }
        KeyFile.createUnencrypted(folder.resolve("desk.key"), NAME, SEED);
        Files.writeString(folder.resolve("firm.yaml"), FIRM);
        for (String name : List.of("reid", "okafor")) {
            assertEquals(
                    0,
                    run("keys", "new", name, "--out", name + ".key", "--unencrypted")
                            .status());
        }
    }

    @Test
    void keysAreEnrolledRotatedRevokedAndListedInTheNewestShard() throws Exception {
        assertEquals(
                "entry 2026-11/1: key reid of p-reid is enrolled, as a founding key\n",
                good(enrol("reid", "p-reid", "p-okafor")).out());
        assertEquals(
                "entry 2026-11/2: key okafor of p-okafor is enrolled\n",
                good(enrol("okafor", "p-okafor", "p-reid", "--second-key", "reid.key"))
                        .out());
        Ran refused = run(enrol("okafor", "p-okafor", "p-reid", "--second-key", "reid.key"));
        assertEquals(1, refused.status());
        assertTrue(refused.out().endsWith("(key-id-taken, entry 2026-11/3)\n"), refused.out());
        good("keys", "new", "next", "--out", "next.key", "--unencrypted");
        String[] rotation = {"keys", "rotate", "series", "--person", "p-okafor", "--key", "next.key"};
        Ran rotated = good(with(
                with(rotation, "--old-key", "okafor.key", "--second", "p-reid", "--second-key", "reid.key"),
                "--journal-key",
                "desk.key",
                "--organisation",
                "firm.yaml",
                "--json"));
        assertEquals("2026-11/4", rotated.json().text("entry"));
        String[] revocation = {"keys", "revoke", "series", "okafor", "--by", "p-reid", "--reason", "lost"};
        good(with(revocation, "--journal-key", "desk.key", "--organisation", "firm.yaml"));
        String listed = good("keys", "list", "series").out();
        assertTrue(listed.contains("enrolled 2026-11/2; replaced by next 2026-11/4; revoked 2026-11/5;"), listed);
        JsonObject before =
                good("keys", "list", "series", "--at", "2026-11/1", "--json").json();
        assertEquals(1, before.array("keys").objects().size());
        assertEquals("2026-11/1", before.array("keys").objects().get(0).text("begun"));
        assertEquals(
                0,
                good("keys", "list", "series", "--at", "2026-10/1", "--json")
                        .json()
                        .array("keys")
                        .objects()
                        .size());
        assertValid();
    }

    @Test
    void aNumberWithoutItsShardIsNotGuessed() {
        Ran ran = run("keys", "list", "series", "--at", "1");
        assertEquals(2, ran.status());
        assertEquals(
                "portcullis: --at: each shard of a series numbers its entries from 0; name the shard too, such as"
                        + " `2026-09/1`\n",
                ran.err());
        assertEquals(2, run("keys", "list", "series", "--at", "2026-12/1").status());
        assertEquals(2, run("proof", "series", "1", "--out", "handed").status());
        assertEquals(2, run("proof", "series", "one", "--out", "handed").status());
        assertFalse(Files.exists(folder.resolve("handed")));
    }

    @Test
    void aShardIsNotWrittenToOutsideOfItsSeries() throws Exception {
        good(enrol("reid", "p-reid", "p-okafor"));
        List<String> alone =
                new ArrayList<>(List.of(enrol("okafor", "p-okafor", "p-reid", "--second-key", "reid.key")));
        for (String shard : List.of("series/2026-09", "series/2026-10", "series/2026-11")) {
            alone.set(2, shard);
            String name = shard.replace("series", NAME);
            Path key = folder.resolve(shard.replace('/', '-') + ".key");
            KeyFile.createUnencrypted(key, name, SEED);
            alone.set(alone.indexOf("--journal-key") + 1, key.toString());
            Ran ran = run(alone.toArray(String[]::new));
            assertEquals(2, ran.status(), ran.out());
            assertTrue(ran.err().endsWith("name the folder of the series\n"), ran.err());
        }
        assertValid();
    }

    @Test
    void aKeyOfAnotherNameIsNotTheSeries() {
        String[] command = enrol("reid", "p-reid", "p-okafor");
        command[List.of(command).indexOf("desk.key")] = "okafor.key";
        Ran ran = run(command);
        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("is `example.org/desk`, and the key is named `okafor`"), ran.err());
        assertFalse(Files.exists(folder.resolve("series/2026-11")));
    }

    @Test
    void anotherKeyOfTheSameNameBeginsNoMonth() throws Exception {
        byte[] other = new byte[Ed25519Signer.SEED_BYTES];
        other[0] = 1;
        KeyFile.createUnencrypted(folder.resolve("other.key"), NAME + "/2026-10", other);
        String[] command = enrol("reid", "p-reid", "p-okafor");
        command[List.of(command).indexOf("desk.key")] = "other.key";
        Ran ran = run(command);
        assertEquals(2, ran.status());
        assertFalse(Files.exists(folder.resolve("series/2026-11")), ran.err());
        assertValid();
    }

    @Test
    void oneEntryIsHandedOverWithTheProofOfItsShard() throws Exception {
        Ran ran = good("proof", "series", "2026-10/1", "--out", "handed");
        assertTrue(ran.out().startsWith("entry   handed/entry-2026-10-1.json\n"), ran.out());
        assertTrue(ran.out().endsWith("--key FILE, with the key of shard 2026-10\n"), ran.out());
        good(
                "verify",
                "--proof",
                "handed/entry-2026-10-1.tlog-proof",
                "--entry",
                "handed/entry-2026-10-1.json",
                "--key",
                "series/2026-10/journal.vkey");
    }

    @Test
    void questionsAreAnsweredOfASeries() {
        String answer = good("verify", "series", "--key", "series/2026-09/journal.vkey", "--entry-index", "2026-10/1")
                .out();
        assertTrue(answer.contains("\nentry 2026-10/1, 2026-10-12T09:00:00Z: note.made\n"), answer);
    }

    @Test
    void alertsAreReconciledOverTheWholeSeries() {
        assertTrue(good("alerts", "series").out().endsWith("raised = delivered = seen\n"));
    }

    @Test
    void anErasureIsRecordedInTheNewestShard() throws Exception {
        String[] recorded = {"--journal", "series", "--journal-key", "desk.key"};
        String robin = good(with(recorded, "vault", "person", "add", "vault", "--id", "e1001"))
                .out()
                .strip();
        good("vault", "person", "add", "vault", "--id", "e1009");
        String[] erasure = {"vault", "person", "erase", "vault", "e1001", "--by", "e1009", "--reason", "left"};
        assertEquals(
                "erased " + robin + ", entry 2026-11/3\n",
                good(with(erasure, recorded)).out());
        assertValid();
    }

    @Test
    void anApprovalOfTheDemoIsFoundInItsMonth() throws Exception {
        demoInThreeMonths();
        String answer = good("verify", "months", "--approval", "S-000009-H").out();
        assertTrue(answer.contains("\nentry 2022-05/"), answer);
        assertTrue(answer.endsWith(": released\n"), answer);
        good("vault", "openings", "demo/vault", "--for", "case.json", "--journal", "months", "--case", "S-000009");
        assertTrue(good("verify", "months", "--approval", "S-000009-H", "--openings", "case.json")
                .out()
                .contains("Morgan Reid"));
    }

    @Test
    void anExportIsAFolderWithAnExportOfEachShard() throws Exception {
        Ran ran = good("export", "series", "--out", "case", "--case", "S-1");
        assertTrue(ran.out().startsWith("case/2026-09.jsonl: shown "), ran.out());
        assertTrue(ran.out().contains("case/2026-10.jsonl: shown "), ran.out());
        Ran verified = good("verify", "--export", "case", "--key", "series/2026-09/journal.vkey");
        assertTrue(verified.out().contains("note: scope, as the exporter states it: case `S-1`\n"), verified.out());
        assertTrue(verified.out().contains("note: digest of `2026-10.jsonl`: sha256:"), verified.out());
        assertEquals(
                2, run("export", "series", "--out", "case", "--case", "S-1").status(), "nothing is overwritten");
        assertEquals(
                2, run("export", "series", "--out", "none", "--case", "S-9").status());
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void theSeriesRemembersAnExportAndTheNextExtendsIt() throws Exception {
        String[] remembered = {"--journal-key", "desk.key", "--by", "p-reid", "--reason", "asked for"};
        JsonObject first = good(with(remembered, "export", "series", "--out", "first", "--json"))
                .json();
        JsonObject second = good(with(remembered, "export", "series", "--out", "second", "--json"))
                .json();
        for (String month : List.of("2026-09", "2026-10")) {
            assertEquals(
                    first.object("shards").object(month).text("digest"),
                    second.object("shards").object(month).text("previous"));
        }
        assertTrue(second.object("shards").has("2026-11"));
        good("verify", "--export", "second", "--key", "series/2026-11/journal.vkey", "--earlier", "first");
        good("export", "series", "--out", "third", "--previous", "first", "--desk", "Equity");
        assertEquals(
                2,
                run("export", "series", "--out", "none", "--previous", "desk.key")
                        .status());
        assertValid();
    }

    @Test
    void theEntriesAloneAreThoseOfAllShards() {
        assertEquals(7, good("export", "series", "--jsonl").out().lines().count());
    }

    @Test
    void anApprovalOfTheDemoIsCheckedFromAnExport() throws Exception {
        demoInThreeMonths();
        good("export", "months", "--out", "basket", "--case", "S-000009");
        Ran ran = good(
                "verify", "--export", "basket", "--key", "months/2022-05/journal.vkey", "--approval", "S-000009-H");
        assertTrue(ran.out().endsWith(": released\n"), ran.out());
    }

    /** Writes what the demo wrote on 2 May 2022 as the middle one of three months. */
    private void demoInThreeMonths() throws Exception {
        good("demo", "--out", "demo");
        Instant april = Instant.parse("2022-04-28T09:00:00Z");
        JournalSeries.Place place = new JournalSeries.Place(folder.resolve("months"), NAME, SeriesCommandTest::signer);
        try (JournalSeries series = JournalSeries.open(place, april, JournalLimits.DEFAULT, OpeningCheck.NOBODY)) {
            series.append(noted(april, "S-0", "Equity"));
            for (JournalEntry entry :
                    JournalDirectory.at(folder.resolve("demo/journal")).entries()) {
                if (entry.index() > 0) {
                    series.append(new JournalRecord(
                            entry.type(), entry.at(), entry.correlation(), entry.packFingerprint(), entry.body()));
                }
            }
            series.append(noted(Instant.parse("2022-06-01T09:00:00Z"), "S-0", "Equity"));
        }
    }

    private void assertValid() throws Exception {
        Verdict verdict = Verifier.withoutTrustedKey().verify(folder.resolve("series"));
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
    }

    private static Signer signer(String origin) {
        return Ed25519Signer.ofSeed(origin, SEED);
    }

    private static JournalRecord noted(Instant at, String submission, String desk) {
        return new JournalRecord(
                "note.made", at, submission, "", JsonObject.of("desk", desk, "submission", submission));
    }

    private static String[] enrol(String key, String person, String second, String... more) {
        String[] command = {"keys", "enrol", "series", "--person", person, "--key", key + ".key", "--second", second};
        return with(with(command, "--journal-key", "desk.key", "--organisation", "firm.yaml"), more);
    }

    private static String[] with(String[] first, String... more) {
        boolean named = first.length > 0 && !first[0].startsWith("--");
        return named
                ? Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new)
                : Stream.concat(Stream.of(more), Stream.of(first)).toArray(String[]::new);
    }

    private Ran good(String... arguments) {
        Ran ran = run(arguments);
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        return ran;
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }
}
