package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.journal.export.ExportScope;
import org.portcullis.verifier.VerifierMain;

/** What an examiner asks beside the verdict, of a journal and of an export alike. */
class VerifierQuestionsTest {

    @TempDir
    Path directory;

    private final List<List<String>> places = new ArrayList<>();

    @BeforeEach
    void writeJournal() throws Exception {
        Path journal = DeskDay.journal(directory.resolve("journal"), DeskDay.records(4, 7));
        Path export = Files.write(
                directory.resolve("export.jsonl"),
                ExportFile.of(journal, new ExportScope.Case("S-2")).bytes());
        String key = journal.resolve("journal.vkey").toString();
        places.add(List.of(journal.toString(), "--key", key));
        places.add(List.of("--export", export.toString(), "--key", key));
    }

    @Test
    void anApprovalNamesWhoSignedWithWhichKeyAndWhatWasShown() {
        for (List<String> place : places) {
            String answer = ask(0, place, "--approval", "S-2-H");
            assertTrue(answer.contains("p-alice signs `approve` as head\n  with key k-alice (Ed25519 "), answer);
            assertTrue(answer.contains("p-bob signs `approve` as head\n  with key k-bob (Ed25519 "), answer);
            assertTrue(answer.contains("  | text of S-2\n"), answer);
            assertTrue(answer.contains(": released\n"), answer);
        }
    }

    @Test
    void anotherApprovalIsNotInTheAnswer() {
        for (List<String> place : places) {
            assertFalse(ask(0, place, "--approval", "S-2-H").contains("S-1"));
        }
    }

    @Test
    void whatIsNotThereIsNotValid() {
        for (List<String> place : places) {
            assertTrue(ask(1, place, "--approval", "S-9-H").startsWith("TRUNCATED: the approval `S-9-H` is not there"));
            assertTrue(ask(1, place, "--pack", "sha256:00").startsWith("TRUNCATED: "));
            assertTrue(ask(1, place, "--entry-index", "4000").startsWith("TRUNCATED: the entry 4000 is not there"));
        }
    }

    @Test
    void anEntryIsShownWithItsAssurance() {
        for (List<String> place : places) {
            String answer = ask(0, place, "--entry-index", "1");
            assertTrue(answer.contains("key.enrolled\n{\"body\":{"), answer);
            assertTrue(answer.endsWith("assured: durable, published\n"), answer);
        }
    }

    @Test
    void theAnswerIsInTheJsonAsWell() {
        for (List<String> place : places) {
            List<String> inJson = new ArrayList<>(place);
            inJson.add("--json");
            assertTrue(ask(0, inJson, "--approval", "S-2-H").contains("\"answer\":[\"entry "));
        }
    }

    @Test
    void twoQuestionsAtATimeAreWrongUsage() {
        for (List<String> place : places) {
            List<String> twice = new ArrayList<>(place);
            twice.addAll(List.of("--pack", "sha256:00"));
            ask(2, twice, "--entry-index", "1");
        }
    }

    private static String ask(int status, List<String> place, String question, String about) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(place);
        arguments.addAll(List.of(question, about));
        assertEquals(status, VerifierMain.run(arguments, print, print), out::toString);
        return out.toString(StandardCharsets.UTF_8);
    }
}
