package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others say about the journal of the demo is there, and an examiner can use it. */
class DemonstrationTest {

    @TempDir
    private static Path folder;

    private static String printed = "";

    @BeforeAll
    static void runTheDemo() {
        printed = new CommandLineFixture(folder).run("demo").out();
    }

    @Test
    void theCommandThatIsPrintedVerifiesTheJournal() {
        String command = printed.substring(printed.indexOf("portcullis verify ") + "portcullis ".length());
        List<String> words = List.of(command.replace("\\\n", " ").strip().split(" +"));
        assertEquals(0, run(words).status(), () -> run(words).out());
    }

    @Test
    void theWholeJournalIsWitnessed() {
        String verdict = run(List.of("verify", "out/demo/journal", "--policy", "out/demo/trust/policy"))
                .out();
        assertTrue(verdict.matches("(?s).*published ([0-9]+), witnessed \\1 since .*"), verdict);
    }

    @Test
    void theWholeJournalIsTimestamped() {
        String verdict = run(List.of("verify", "out/demo/journal", "--tsa", "out/demo/trust/authority.pem"))
                .out();
        assertTrue(verdict.contains(", timestamped "), verdict);
    }

    @Test
    void withAnotherWitnessItIsNotWitnessed() throws Exception {
        String policy = Files.readString(folder.resolve("out/demo/trust/policy"));
        String witness = policy.lines().skip(1).findFirst().orElseThrow();
        String other = org.portcullis.witness.CosigningKey.generate(
                        "portcullis.demo/witness", new java.security.SecureRandom())
                .verifierKey();
        Files.writeString(folder.resolve("other"), policy.replace(witness, "witness demonstration " + other));
        CommandLineFixture.Ran ran = run(List.of("verify", "out/demo/journal", "--policy", "other"));
        assertAll(
                () -> assertEquals(1, ran.status()), () -> assertTrue(ran.out().startsWith("UNWITNESSED: "), ran::out));
    }

    @Test
    void oneEntryIsHandedOverWithItsProof() {
        CommandLineFixture.Ran written = run(List.of("proof", "out/demo/journal", "7", "--out", "one"));
        CommandLineFixture.Ran verified = run(List.of(
                "verify",
                "--proof",
                "one/entry-7.tlog-proof",
                "--entry",
                "one/entry-7.json",
                "--key",
                "out/demo/journal.vkey",
                "--policy",
                "out/demo/trust/policy"));
        assertAll(
                () -> assertEquals(0, written.status()),
                () -> assertEquals(0, verified.status(), verified::out),
                () -> assertTrue(verified.out().contains(", witnessed "), verified::out));
    }

    @Test
    void anEntryThatIsNotThereIsNotHandedOver() {
        CommandLineFixture.Ran ran = run(List.of("proof", "out/demo/journal", "100000", "--out", "none"));
        assertAll(
                () -> assertEquals(2, ran.status()),
                () -> assertTrue(ran.err().contains("entry 100000 is not among the "), ran::err));
    }

    private static CommandLineFixture.Ran run(List<String> words) {
        return new CommandLineFixture(folder).run(words.toArray(new String[0]));
    }
}
