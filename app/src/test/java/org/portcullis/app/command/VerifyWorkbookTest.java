package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;

/** The workbook of the demo is verified against its journal as an auditor does it. */
@Tag("long")
class VerifyWorkbookTest {
    @TempDir
    private static Path folder = Path.of("");

    private static CommandLineFixture portcullis = new CommandLineFixture(folder);
    private static int copies;

    @BeforeAll
    static void playTheDemoOnce() {
        portcullis = new CommandLineFixture(folder);
        Ran ran = portcullis.run("demo", "--out", "demo");
        assertEquals(0, ran.status(), ran::err);
    }

    @Test
    void theWorkbookOfTheDemoIsVerified() {
        Ran ran = verify("demo/evidence.xlsx", "--vault", "demo/vault");
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().startsWith("VERIFIED: every cell is what the journal gives\n"), ran::out);
        assertTrue(ran.out().contains("note: the assurance on the cover was not checked"), ran::out);
    }

    @Test
    void theAssuranceIsCheckedWithWhatIsTrusted() {
        Ran ran = verify(
                "demo/evidence.xlsx",
                "--vault",
                "demo/vault",
                "--policy",
                "demo/trust/policy",
                "--tsa",
                "demo/trust/authority.pem");
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        assertTrue(!ran.out().contains("assurance"), ran::out);
    }

    @Test
    void aWorkbookWithoutNamesIsVerifiedWithoutAVault() {
        assertEquals(
                0,
                portcullis.run("report", "demo/journal", "--out", "plain.xlsx").status());
        assertEquals(0, verify("plain.xlsx").status());
    }

    @Test
    void aNameWithoutTheVaultDiffersAndTheCureIsSaid() {
        Ran ran = verify("demo/evidence.xlsx");
        assertEquals(1, ran.status());
        assertTrue(ran.out().startsWith("DIFFERS: sheet `"), ran::out);
        assertTrue(ran.out().contains("note: no vault was given"), ran::out);
    }

    @Test
    void aChangedCellIsNamedWithItsSheet() throws IOException {
        List<String> sheets = new ArrayList<>();
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("demo/evidence.xlsx"))) {
            try (var all = Files.list(zip.getPath("/xl/worksheets"))) {
                all.filter(path -> path.toString().endsWith(".xml")).forEach(path -> sheets.add(path.toString()));
            }
        }
        assertTrue(sheets.size() >= 10, sheets::toString);
        List<String> named = new ArrayList<>();
        // Every sheet has its turn in WorkbookComparisonTest; here three do, through the command.
        List<String> some = List.of(sheets.get(0), sheets.get(sheets.size() / 2), sheets.get(sheets.size() - 1));
        for (String sheet : some) {
            // The last value in the tab, the number of a text that cells share, or a text.
            Path changed = changed(sheet, xml -> {
                int at = xml.lastIndexOf("<v>") + 3;
                if (at < 3) {
                    return xml.substring(0, xml.lastIndexOf("</t>")) + "!" + xml.substring(xml.lastIndexOf("</t>"));
                }
                int end = xml.indexOf("</v>", at);
                String value = xml.substring(at, end);
                String other = value.matches("[0-9]+") ? value.equals("1") ? "2" : "1" : "7.25";
                return xml.substring(0, at) + other + xml.substring(end);
            });
            Ran ran = verify(changed.getFileName().toString(), "--vault", "demo/vault");
            assertEquals(1, ran.status(), () -> sheet + ": " + ran.out() + ran.err());
            named.add(ran.out().lines().findFirst().orElse("").replaceAll(".*sheet `([^`]*)`.*", "$1"));
        }
        assertEquals(some.size(), named.stream().distinct().count(), named::toString);
    }

    @Test
    void theJournalMayHaveGrownSince() throws IOException {
        Files.writeString(folder.resolve("firm.yaml"), """
                format: "1"
                organisation: Example
                entities: [{id: e, name: Example Limited}]
                locations: [{id: ldn, name: London, country: GB, calendar: XLON-EQ}]
                desks: [{id: d, name: Desk, entity: e, location: ldn}]
                roles: [Desk Head, Trading Risk]
                people:
                  - {id: p-reid, name: Morgan Reid, desk: d, roles: [Desk Head], from: 2015-03-16}
                  - {id: p-okafor, name: Sam Okafor, desk: d, roles: [Trading Risk], from: 2017-01-09}
                """);
        for (String key : List.of("desk", "reid")) {
            assertEquals(0, run("keys new " + key + " --out " + key + ".key --unencrypted"));
        }
        String enrol = "keys enrol keys --person p-reid --key reid.key --second p-okafor --journal-key desk.key"
                + " --organisation firm.yaml";
        assertEquals(0, run(enrol + " --begin"));
        assertEquals(0, run("report keys --out before.xlsx"));
        assertEquals(1, run(enrol), "refused, which is an entry");
        assertEquals(0, run("verify workbook before.xlsx --journal keys --key keys/journal.vkey"));
    }

    private static int run(String command) {
        return portcullis.run(command.split(" ")).status();
    }

    @Test
    void theWorkbookOfAnotherJournalIsRefused() {
        assertEquals(0, portcullis.run("demo", "--out", "other").status());
        Ran ran = verify("other/evidence.xlsx", "--vault", "other/vault");
        assertEquals(1, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().startsWith("DIFFERS: the checkpoint that the workbook rests on"), ran::out);
    }

    @Test
    void aJournalThatDoesNotVerifyIsRefused() throws IOException {
        Ran ran = portcullis.run(
                "verify",
                "workbook",
                "demo/evidence.xlsx",
                "--journal",
                "demo/journal",
                "--key",
                otherKey().toString());
        assertEquals(1, ran.status());
        assertTrue(ran.out().startsWith("UNTRUSTED_KEY"), ran::out);
        assertTrue(ran.err().contains("no workbook is compared with a journal that does not verify"), ran::err);
    }

    @Test
    void everyProofOfTheSampleHolds() throws IOException {
        assertEquals(0, run("report demo/journal --out sampled.xlsx --sample 2"));
        List<Path> proofs = new ArrayList<>();
        try (var all = Files.list(folder.resolve("sampled-proofs"))) {
            all.filter(path -> path.toString().endsWith(".tlog-proof")).forEach(proofs::add);
        }
        assertEquals(2, proofs.size());
        for (Path proof : proofs) {
            String entry = proof.toString().replace(".tlog-proof", ".json");
            assertEquals(0, run("verify --proof " + proof + " --entry " + entry + " --key demo/journal.vkey"));
        }
        assertEquals(0, verify("sampled.xlsx").status());
    }

    @Test
    void aSampleOfNothingIsNotDrawn() {
        assertEquals(2, run("report demo/journal --out none.xlsx --sample 0"));
    }

    /** LibreOffice shares texts, drops names of styles and writes fifteen digits. */
    @Test
    void aWorkbookThatLibreOfficeSavedAgainIsVerified() throws Exception {
        Office.assumeThere();
        String said = Office.saveAgain(
                folder.resolve("demo/evidence.xlsx"), folder.resolve("profile"), folder.resolve("again"));
        Ran ran = verify("again/evidence.xlsx", "--vault", "demo/vault");
        assertEquals(0, ran.status(), () -> ran.out() + ran.err() + said);
    }

    @Test
    void theAnswerIsJsonForPrograms() throws Exception {
        Ran ran = verify("demo/evidence.xlsx", "--vault", "demo/vault", "--json");
        assertEquals("VERIFIED", ran.json().text("verdict"));
        assertEquals("VALID", ran.json().text("journalVerdict"));
    }

    @Test
    void aDifferenceIsJsonForPrograms() throws Exception {
        Ran ran = verify("demo/evidence.xlsx", "--json");
        assertEquals(1, ran.status());
        assertEquals("DIFFERS", ran.json().text("verdict"));
        assertTrue(!ran.json().object("difference").text("place").isEmpty());
    }

    @Test
    void aFileThatIsNoWorkbookIsNotCompared() throws IOException {
        Files.writeString(folder.resolve("text.xlsx"), "text");
        Ran ran = verify("text.xlsx");
        assertEquals(2, ran.status());
        assertTrue(ran.err().startsWith("portcullis: text.xlsx: it is no workbook"), ran::err);
    }

    @Test
    void withoutAKeyNothingIsCompared() {
        Ran ran = portcullis.run("verify", "workbook", "demo/evidence.xlsx", "--journal", "demo/journal");
        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("--key"), ran::err);
    }

    @Test
    void aJournalIsStillVerifiedByItself() {
        Ran ran = portcullis.run("verify", "demo/journal", "--key", "demo/journal.vkey");
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().startsWith("VALID"), ran::out);
    }

    private static Ran verify(String workbook, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("verify", "workbook", workbook, "--journal", "demo/journal", "--key", "demo/journal.vkey"));
        arguments.addAll(List.of(more));
        return portcullis.run(arguments.toArray(new String[0]));
    }

    private static Path otherKey() throws IOException {
        Ran ran = portcullis.run("demo", "--out", "third");
        assertEquals(0, ran.status(), ran::err);
        return folder.resolve("third/journal.vkey");
    }

    private static Path changed(String part, UnaryOperator<String> change) throws IOException {
        Path copy = folder.resolve("changed-" + copies++ + ".xlsx");
        Files.copy(folder.resolve("demo/evidence.xlsx"), copy);
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            Path path = zip.getPath(part);
            Files.write(path, change.apply(Files.readString(path)).getBytes(StandardCharsets.UTF_8));
        }
        return copy;
    }
}
