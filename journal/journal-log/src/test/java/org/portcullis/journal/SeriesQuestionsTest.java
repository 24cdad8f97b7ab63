package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.VerifierMain;

/** What an examiner asks beside the verdict of a series of three months: a hold of May is signed in June and July. */
class SeriesQuestionsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream refused = new ByteArrayOutputStream();

    @BeforeEach
    void writeThreeMonths() throws Exception {
        SeriesVerifierTest.write(folder.resolve("series"));
    }

    @Test
    void anApprovalIsFollowedThroughTheMonths() {
        String answer = ask(0, "--approval", "H-1");
        assertTrue(
                answer.contains(
                        "\nentry 2022-05/4, 2022-05-02T07:56:00Z: hold H-1 of S-1 begins, requested by p-maker\n"),
                answer);
        assertTrue(answer.contains("\nentry 2022-06/1, 2022-06-01T00:00:00Z: p-alice signs `approve`"), answer);
        assertTrue(answer.contains("\nentry 2022-07/1, 2022-07-15T12:00:00Z: p-bob signs `approve`"), answer);
        assertTrue(answer.contains("\n  with key k-bob (Ed25519 "), answer);
        assertFalse(answer.contains("(Ed25519 unknown)"), answer);
        assertTrue(answer.endsWith("\nentry 2022-07/2, 2022-07-15T12:00:00Z: released\n"), answer);
    }

    @Test
    void anEntryIsNamedWithItsShard() {
        String answer = ask(0, "--entry-index", "2022-06/1");
        assertTrue(
                answer.contains("\nentry 2022-06/1, 2022-06-01T00:00:00Z: approval.vote.accepted\n{\"body\":"), answer);
        assertTrue(answer.endsWith("\"writer\":\"example.org/desk/2022-06\"}\nassured: durable, published\n"), answer);
    }

    @Test
    void anEntryWithoutItsShardIsNotGuessed() {
        assertEquals("", ask(2, "--entry-index", "1"));
        assertEquals(
                "verify: each shard of a series numbers its entries from 0; name the shard too, such as"
                        + " `--entry-index 2022-05/1`\n",
                refused.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aJournalAloneHasNoShards() {
        assertEquals(
                2,
                run(folder.resolve("series/2022-05"), "--entry-index", "2022-05/1")
                        .status());
        assertEquals(
                "verify: `--entry-index 2022-05/1` is of a series, and this is none; give the number alone\n",
                refused.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotThereIsNotValid() {
        for (String number : List.of("2022-05/7", "2022-08/0")) {
            String answer = ask(1, "--entry-index", number);
            assertTrue(
                    answer.startsWith("TRUNCATED: the entry " + number + " is not there; what is there holds"), answer);
        }
        assertTrue(ask(1, "--approval", "H-2").startsWith("TRUNCATED: the approval `H-2` is not there"));
    }

    @Test
    void aPolicyIsFoundInWhicheverMonthItWasPutInForce() throws Exception {
        String fingerprint = "sha256:" + "0".repeat(64);
        try (JournalSeries series = SeriesVerifierTest.open(folder.resolve("series"), SeriesVerifierTest.JULY)) {
            series.append(Approval.at(
                    SeriesVerifierTest.AUGUST,
                    Approval.record(
                            "pack.activated",
                            JsonObject.of("activatedBy", "p-alice", "fingerprint", fingerprint, "name", "P"))));
        }
        String answer = ask(0, "--pack", fingerprint);
        assertTrue(answer.contains("\nentry 2022-08/1, 2022-08-01T00:00:00Z: policy " + fingerprint), answer);
        assertTrue(answer.contains("\n  P, version , put in force by p-alice\n"), answer);
    }

    @Test
    void theAnswerIsInTheJsonAsWell() {
        assertTrue(ask(0, "--approval", "H-1", "--json").contains("\"answer\":[\"entry 2022-05/4, "));
    }

    private String ask(int status, String... question) {
        Ran ran = run(folder.resolve("series"), question);
        assertEquals(status, ran.status(), ran.out() + refused.toString(StandardCharsets.UTF_8));
        return ran.out();
    }

    private Ran run(Path journal, String... question) {
        refused.reset();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = Stream.concat(Stream.of(journal.toString()), Stream.of(question))
                .toList();
        int status = VerifierMain.run(arguments, stream(out), stream(refused));
        return new Ran(status, out.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private record Ran(int status, String out) {}
}
