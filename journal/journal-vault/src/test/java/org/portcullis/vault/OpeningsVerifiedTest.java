package org.portcullis.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalLimits;
import org.portcullis.journal.JournalSeries;
import org.portcullis.journal.OpeningCheck;
import org.portcullis.journal.export.Export;
import org.portcullis.journal.export.ExportScope;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.VerifierMain;

/** What the vault hands out opens the journal in the hands of the verifier, which shares no code with it. */
class OpeningsVerifiedTest {
    private static final String NAME = "example.org/desk";
    private static final Instant AT = Instant.parse("2022-05-31T23:59:00Z");
    private static final Instant JUNE = Instant.parse("2022-06-01T00:00:00Z");

    @TempDir
    Path folder;

    private final List<Opening> handed = new ArrayList<>();
    private final List<List<String>> places = new ArrayList<>();
    private Vault vault;
    private Pseudonym robin;
    private Pseudonym kim;
    private CommittedText asked;
    private CommittedText signed;

    @BeforeEach
    void theSameIsInAJournalInAnExportAndInASeries() throws Exception {
        vault = Vault.open(folder.resolve("vault"), new CountedBytes());
        robin = vault.commit(new Identity("e1001", "Robin Hale"));
        kim = vault.commit(new Identity("e1002", "Kim Lund"));
        Pseudonym other = vault.commit(new Identity("e1003", "Ada Flynn"));
        Pseudonym gone = vault.commit(new Identity("e1004", "Morgan Reid"));
        asked = vault.conceal(robin, "wrong basket\nsays \"somebody\" \u001b[2J");
        signed = vault.conceal(kim, "seen and matched");
        List<JournalRecord> records =
                List.of(committed(robin), committed(kim), committed(other), committed(gone), cancelled(), voted());
        List<JournalRecord> erasures = List.of(erased(kim), erased(gone));
        handed.addAll(List.of(
                vault.opening(robin).orElseThrow(),
                vault.opening(kim).orElseThrow(),
                vault.find(asked.commitment()).orElseThrow(),
                vault.find(signed.commitment()).orElseThrow()));

        Path journal = folder.resolve("journal");
        try (FileJournal open = FileJournal.open(journal, signer(NAME), AT)) {
            open.append(records);
            open.append(erasures);
        }
        String key = journal.resolve("journal.vkey").toString();
        places.add(List.of(journal.toString(), "--key", key));
        Path export = folder.resolve("export.jsonl");
        try (OutputStream out = Files.newOutputStream(export)) {
            Export.of(journal, new ExportScope.All()).write(out, done -> {});
        }
        places.add(List.of("--export", export.toString(), "--key", key));
        JournalSeries.Place place =
                new JournalSeries.Place(folder.resolve("series"), NAME, OpeningsVerifiedTest::signer);
        try (JournalSeries open = JournalSeries.open(place, AT, JournalLimits.DEFAULT, OpeningCheck.NOBODY)) {
            open.append(records);
            open.append(erasures);
        }
        places.add(List.of(folder.resolve("series").toString()));
    }

    @AfterEach
    void close() throws Exception {
        vault.close();
    }

    @Test
    void whatIsHandedOverOpensAndTheRestIsWithheld() throws Exception {
        for (List<String> place : places) {
            String text = ask(0, place);
            assertTrue(text.startsWith("VALID: "), text);
            assertTrue(text.contains("""
                            openings: 4 given, they open 2 people and 2 texts; 0 open nothing here
                            people: 4 committed, 2 opened, 1 withheld, 1 erased
                            """), text);
            assertFalse(text.contains("Robin"), "names are shown where somebody asks");
        }
    }

    @Test
    void whoWasErasedAndIsOpenedIsNamed() throws Exception {
        String line = "opening " + handed.get(1).commitment().value() + ": " + kim.value() + " erased in ";
        String fits = "; the opening given still fits\n";
        assertTrue(ask(0, places.get(0)).contains(line + "entry 7" + fits), ask(0, places.get(0)));
        assertTrue(ask(0, places.get(1)).contains(line + "entry 7" + fits));
        assertTrue(ask(0, places.get(2)).contains(line + "entry 2022-06/1" + fits), ask(0, places.get(2)));
    }

    @Test
    void theJsonSaysTheSame() throws Exception {
        for (List<String> place : places) {
            String json = ask(0, place, "--json");
            assertTrue(
                    json.contains(",\"given\":4,\"opened\":{\"people\":2,\"texts\":2},\"people\":{\"committed\":4,"
                            + "\"erased\":1,\"opened\":2,\"withheld\":1},\"unused\":[]}}\n"),
                    json);
            assertTrue(json.contains("\"person\":\"" + kim.value() + "\",\"where\":\""), json);
        }
    }

    @Test
    void namesAndWordsStandBesideWhatTheyOpen() throws Exception {
        for (List<String> place : places.subList(0, 2)) {
            String text = ask(0, place, "--entry-index", "5");
            assertTrue(text.contains("    = " + robin.value() + ": \"Robin Hale (e1001)\"\n"), text);
            assertTrue(
                    text.contains(
                            "    = " + asked.text() + ": \"wrong basket\\u{a}says \\\"somebody\\\" \\u{1b}[2J\"\n"),
                    text);
            assertFalse(text.contains("Kim"), text);
        }
    }

    @Test
    void wordsInWhatSomebodySignedAreOpenedToo() throws Exception {
        for (List<String> place : places.subList(0, 2)) {
            String text = ask(0, place, "--entry-index", "6");
            assertTrue(text.contains("    = " + signed.text() + ": \"seen and matched\"\n"), text);
            assertTrue(
                    text.contains("    = " + kim.value()
                            + ": \"Kim Lund (e1002)\", erased in entry 7; the opening given still fits\n"),
                    text);
        }
    }

    @Test
    void whatOpensNothingHereIsNamed() throws Exception {
        CommittedText never = vault.conceal(robin, "never written");
        Pseudonym stranger = vault.commit(new Identity("e1005", ""));
        handed.add(vault.find(never.commitment()).orElseThrow());
        handed.add(vault.opening(stranger).orElseThrow());
        for (List<String> place : places) {
            String text = ask(0, place);
            assertTrue(text.contains("openings: 6 given, they open 2 people and 2 texts; 2 open nothing here\n"), text);
            assertTrue(
                    text.contains("opening " + never.commitment().value() + ": nothing here carries this commitment\n"),
                    text);
        }
    }

    @Test
    void aNameThatWasChangedIsTampered() throws Exception {
        for (List<String> place : places) {
            Path file = file();
            Files.writeString(file, Files.readString(file).replace("Robin Hale", "Robin Hall"));
            String text = run(1, place, "--openings", file.toString());
            assertTrue(
                    text.startsWith("TAMPERED: file `openings.json`: the opening of `"
                            + handed.get(0).commitment().value() + "` does not open: "),
                    text);
        }
    }

    private JournalRecord committed(Pseudonym person) {
        return record(
                AT, "person.committed", JsonObject.of("commitment", commitment(person), "person", person.value()));
    }

    private JournalRecord erased(Pseudonym person) {
        return record(
                JUNE,
                "person.erased",
                JsonObject.builder()
                        .put("by", robin.value())
                        .put("commitment", commitment(person))
                        .put("person", person.value())
                        .put("reason", "")
                        .build());
    }

    private JournalRecord cancelled() {
        return record(AT, "work.cancel.asked", JsonObject.of("by", robin.value(), "reason", asked.text()));
    }

    private JournalRecord voted() {
        JsonObject payload = JsonObject.of("approver", kim.value(), "reason", signed.text());
        JsonObject envelope = Dsse.sign("application/vnd.portcullis.approval+json", payload, signer("k-kim"));
        return record(
                AT,
                "approval.vote.refused",
                JsonObject.builder().put("envelope", envelope).build());
    }

    private String commitment(Pseudonym person) {
        return vault.opening(person).orElseThrow().commitment().value();
    }

    private static JournalRecord record(Instant at, String type, JsonObject body) {
        return new JournalRecord(type, at, "", "", body);
    }

    private static Ed25519Signer signer(String name) {
        byte[] seed = new byte[Ed25519Signer.SEED_BYTES];
        seed[0] = (byte) name.length();
        seed[1] = (byte) name.charAt(name.length() - 1);
        return Ed25519Signer.ofSeed(name, seed);
    }

    private Path file() throws Exception {
        return Files.write(
                folder.resolve("openings.json"),
                CanonicalJson.bytes(OpeningsFile.of(handed).toJson()));
    }

    private String ask(int status, List<String> place, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--openings", file().toString()));
        arguments.addAll(List.of(more));
        return run(status, place, arguments.toArray(String[]::new));
    }

    private static String run(int status, List<String> place, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(place);
        arguments.addAll(List.of(more));
        assertEquals(status, VerifierMain.run(arguments, print, print), out::toString);
        return out.toString(StandardCharsets.UTF_8);
    }
}
