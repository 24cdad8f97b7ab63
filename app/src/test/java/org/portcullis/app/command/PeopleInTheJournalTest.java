package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.scenario.Scenario;
import org.portcullis.app.scenario.ScenarioFile;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.vault.Vault;
import org.portcullis.vault.VaultFolder;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Nobody of 2 May 2022 is in its journals, and everybody is in its vault until they are erased. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleInTheJournalTest {
    /** As many characters as are in no key or signature by chance. */
    private static final int LONG = 8;

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final Pattern PAYLOAD = Pattern.compile("\"payload\":\"([A-Za-z0-9+/=]+)\"");
    private static final List<String> FLIGHT_WORDS = List.of("scheduled leave", "wrong basket");

    private Path out = Path.of("");
    private Scenario scenario = ScenarioFile.read(CommandLineFixture.INCIDENT);

    @BeforeAll
    void replay(@TempDir Path temporary) {
        CommandLineFixture.Ran ran =
                new CommandLineFixture(temporary).run("replay", CommandLineFixture.INCIDENT.toString(), "--out", "day");
        assertEquals(0, ran.status(), ran::err);
        assertTrue(ran.out().contains("Morgan Reid signs an approval"), "the terminal shows names");
        out = temporary.resolve("day");
    }

    @Test
    void noByteOfTheJournalsTellsOfAPerson() throws IOException {
        List<String> found = new ArrayList<>();
        List<String> secrets = secrets();
        assertTrue(secrets.size() > 25, () -> "people, keys and words: " + secrets);
        int files = 0;
        for (Path file : evidence()) {
            files++;
            String bytes = withPayloads(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            secrets.stream()
                    .filter(secret -> secret.length() >= LONG || !isHashes(file))
                    .filter(secret -> tells(bytes, secret))
                    .forEach(secret -> found.add(secret + " in " + out.relativize(file)));
        }
        assertEquals(List.of(), found);
        assertTrue(files > 20, "the three journals have more files than " + files);
    }

    @Test
    void aShortNameInTheMiddleOfASignatureTellsOfNobody() {
        assertFalse(tells("\"sig\":\"ab9Kim+7xQ==\"", "Kim"));
        assertTrue(tells("\"person\":\"Kim\"", "Kim"));
        assertTrue(tells("asked by Kim.", "Kim"));
        String statement = Base64.getEncoder().encodeToString("{\"by\":\"Kim\"}".getBytes(StandardCharsets.UTF_8));
        assertTrue(tells(withPayloads("\"payload\":\"" + statement + "\""), "Kim"));
    }

    @Test
    void theVaultOpensWhatTheJournalCommitsTo() throws Exception {
        VaultFolder vault = VaultFolder.at(out.resolve("vault"));
        List<String> opened = new ArrayList<>();
        JournalDirectory.at(out.resolve("journal")).forEach(entry -> {
            if (entry.type().equals("approval.vote.accepted")) {
                opened.add(entry.body().text("reason"));
            }
        });
        List<String> words = new ArrayList<>();
        for (String committed : opened) {
            words.add(vault.find(CommittedText.of(committed).commitment())
                    .orElseThrow()
                    .text()
                    .orElseThrow());
        }
        assertEquals(
                List.of("rebalancing instruction seen and matched", "within the desk's mandate and liquidity"), words);
        assertEquals(
                scenario.people().stream().map(person -> person.name()).sorted().toList(),
                vault.people().values().stream()
                        .map(opening -> opening.person().orElseThrow().name())
                        .sorted()
                        .toList());
    }

    @Test
    void theWorkbookShowsNamesAndWords() throws IOException {
        String workbook = workbook(out.resolve("evidence.xlsx"));
        assertTrue(workbook.contains("Robin Hale"));
        assertTrue(workbook.contains("rebalancing instruction seen and matched"));
        assertFalse(workbook.contains("committed:sha256"));
        assertFalse(Pseudonym.SPELLING.matcher(workbook).find());
    }

    @Test
    void aReportWithoutTheVaultWithholds(@TempDir Path temporary) throws IOException {
        CommandLineFixture.Ran ran = new CommandLineFixture(temporary)
                .run("report", out.resolve("journal").toString(), "--out", "plain.xlsx");
        assertEquals(0, ran.status(), ran::err);
        String workbook = workbook(temporary.resolve("plain.xlsx"));
        assertTrue(workbook.contains("[withheld]"));
        assertTrue(Pseudonym.SPELLING.matcher(workbook).find());
        secrets().forEach(secret -> assertFalse(tells(workbook, secret), secret));
    }

    @Test
    void anErasureOfTheOpeningsLeavesEveryProofValid(@TempDir Path temporary) throws Exception {
        Path copy = temporary.resolve("vault");
        copy(out.resolve("vault"), copy);
        try (Vault vault = Vault.open(copy, bytes -> Arrays.fill(bytes, (byte) 7))) {
            for (Pseudonym person : vault.people().keySet()) {
                vault.erase(person);
            }
        }
        assertEquals(0, VaultFolder.at(copy).people().size());
        Verifier verifier =
                Verifier.trusting(Files.readString(out.resolve("journal.vkey")).strip());
        assertTrue(verifier.verify(out.resolve("journal")).isValid());
        JournalDirectory journal = JournalDirectory.at(out.resolve("journal"));
        for (long index : List.of(0L, 5L, 20L)) {
            Verdict verdict = verifier.verify(journal.entryBytes(index), journal.proof(index));
            assertTrue(verdict.isValid(), verdict::text);
        }
        CommandLineFixture.Ran ran = new CommandLineFixture(temporary)
                .run("report", out.resolve("journal").toString(), "--vault", "vault", "--out", "erased.xlsx");
        assertEquals(0, ran.status(), ran::err);
        assertTrue(workbook(temporary.resolve("erased.xlsx")).contains("[withheld]"), "a missing opening is shown");
    }

    @Test
    void aReportWithSomethingThatIsNoVaultIsRefused(@TempDir Path temporary) {
        CommandLineFixture.Ran ran = new CommandLineFixture(temporary)
                .run("report", out.resolve("journal").toString(), "--vault", "nowhere", "--out", "none.xlsx");
        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("no vault is here"), ran::err);
    }

    /** Everything that tells of a person: names and their parts, ids, names of keys, and what people wrote. */
    private List<String> secrets() {
        TreeSet<String> secrets = new TreeSet<>(FLIGHT_WORDS);
        scenario.people().forEach(person -> {
            secrets.add(person.id());
            secrets.add(person.name());
            secrets.addAll(List.of(person.name().split(" ")));
            secrets.add(person.id().substring(2));
        });
        secrets.addAll(scenario.keyIds().values());
        scenario.runs().forEach(run -> run.steps().forEach(step -> step.reason().ifPresent(secrets::add)));
        return List.copyOf(secrets);
    }

    /** Whether a secret is in there: a short one as a word of its own, since keys and signatures have any three letters. */
    private static boolean tells(String text, String secret) {
        if (secret.length() < LONG) {
            int at = text.indexOf(secret);
            while (at >= 0 && (isBase64(text, at - 1) || isBase64(text, at + secret.length()))) {
                at = text.indexOf(secret, at + 1);
            }
            return at >= 0;
        }
        return spellings(secret).stream().anyMatch(text::contains);
    }

    /** A tile has nothing but hashes, in which any three letters stand somewhere. */
    private static boolean isHashes(Path file) {
        return file.toString().matches(".*/tile/[0-9]+/.*");
    }

    private static boolean isBase64(String text, int at) {
        return at >= 0 && at < text.length() && BASE64.indexOf(text.charAt(at)) >= 0;
    }

    /** Adds what people signed, which stands there in base64. */
    private static String withPayloads(String text) {
        StringBuilder all = new StringBuilder(text);
        PAYLOAD.matcher(text)
                .results()
                .map(found -> Base64.getDecoder().decode(found.group(1)))
                .forEach(statement -> all.append('\n').append(new String(statement, StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    /** As it is, and as base64 has it at each of the three places where it may begin. */
    private static List<String> spellings(String secret) {
        List<String> spellings = new ArrayList<>(List.of(secret));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = (" ".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int first = (before * 8 + 5) / 6;
            int last = shifted.length * 8 / 6;
            if (last - first >= LONG) {
                spellings.add(encoded.substring(first, last));
            }
        }
        return spellings;
    }

    private List<Path> evidence() throws IOException {
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> out.relativize(file).toString().startsWith("journal"))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(
                        each,
                        to.resolve(from.relativize(each).toString()),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static String workbook(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
