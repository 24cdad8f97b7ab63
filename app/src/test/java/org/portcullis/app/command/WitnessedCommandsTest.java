package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.KeyFile;
import org.portcullis.journal.VerifierKey;
import org.portcullis.journal.anchor.Anchoring;
import org.portcullis.journal.anchor.HttpWitness;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.witness.CosigningKey;
import org.portcullis.witness.LogKey;
import org.portcullis.witness.Witness;
import org.portcullis.witness.WitnessServer;

/** Commands that write to a journal ask a witness that runs, and refuse a journal that was put back to an earlier state. */
class WitnessedCommandsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private final List<WitnessServer> servers = new ArrayList<>();

    /** Two entries were witnessed; a copy of the journal with the first of them alone lies beside. */
    @BeforeEach
    void writeAndWitness() throws Exception {
        assertEquals(
                0,
                run("keys", "new", "desk", "--out", "desk.key", "--unencrypted").status());
        Path journal = folder.resolve("journal");
        Signer key = KeyFile.read(folder.resolve("desk.key"));
        FileJournal.open(journal, key, NOW.minusSeconds(60)).close();
        copy(journal, folder.resolve("before"));
        assertEquals(
                0,
                run(
                                "vault",
                                "person",
                                "add",
                                "vault",
                                "--id",
                                "e1001",
                                "--journal",
                                "journal",
                                "--journal-key",
                                "desk.key")
                        .status());
        CosigningKey cosigning = CosigningKey.generate("audit.example/witness", new SecureRandom());
        VerifierKey log = VerifierKey.of(key);
        Witness witness = Witness.open(cosigning, folder.resolve("state"), List.of(LogKey.read(log.line())));
        WitnessServer server = WitnessServer.start(
                witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), InstantSource.fixed(NOW));
        servers.add(server);
        String line = "witness audit " + cosigning.verifierKey();
        Files.writeString(folder.resolve("policy"), line + " " + server.address() + "\nquorum audit\n");
        Files.writeString(folder.resolve("unaddressed"), line + "\nquorum audit\n");
        Files.writeString(folder.resolve("nobody"), line + "\nquorum none\n");
        Anchoring.of(journal, log, WitnessPolicy.read(Files.readString(folder.resolve("policy"))))
                .asking("audit", new HttpWitness(server.address()))
                .anchor(NOW);
    }

    @AfterEach
    void stop() throws IOException {
        for (WitnessServer server : servers) {
            server.close();
        }
    }

    @Test
    void aJournalThatHasWhatTheWitnessSawIsWrittenTo() {
        Ran added = run(adding("journal", "--policy", "policy"));
        assertEquals(0, added.status(), added::err);
        Ran exported = run(exporting("journal", "--policy", "policy"));
        assertEquals(0, exported.status(), exported::err);
    }

    @Test
    void aJournalThatWasPutBackIsNotWrittenToByAnyCommand() throws Exception {
        Files.writeString(folder.resolve("firm.yaml"), KeysCommandTest.FIRM);
        run("keys", "new", "reid", "--out", "reid.key", "--unencrypted");
        List<byte[]> left = bytes("before");
        for (String[] command : List.of(
                adding("before", "--policy", "policy"),
                with(
                        new String[] {"--policy", "policy"},
                        "export",
                        "before",
                        "--published",
                        "--out",
                        "out.jsonl",
                        "--journal-key",
                        "desk.key",
                        "--by",
                        "e1001",
                        "--reason",
                        "asked"),
                enrolling("before", "--policy", "policy"),
                revoking("before", "--policy", "policy"))) {
            Ran ran = run(command);
            assertTrue(ran.status() != 0, () -> String.join(" ", command) + ran.out());
            assertEquals(
                    "portcullis: journal `" + folder.resolve("before")
                            + "` cannot be gone on with: it holds 1 entries and a"
                            + " checkpoint that others have seen is over 2\n",
                    ran.err());
            assertFalse(Files.exists(folder.resolve("out.jsonl")));
        }
        List<byte[]> after = bytes("before");
        assertEquals(left.size(), after.size());
        for (int file = 0; file < left.size(); file++) {
            assertTrue(Arrays.equals(left.get(file), after.get(file)));
        }
    }

    @Test
    void withoutAPolicyNobodyIsAsked() {
        assertEquals(0, run(adding("before")).status());
    }

    @Test
    void whereTheWitnessDoesNotAnswerNothingIsWritten() throws Exception {
        stop();
        Ran ran = run(adding("journal", "--policy", "policy"));
        assertEquals(2, ran.status());
        assertTrue(
                ran.err()
                        .startsWith(
                                "portcullis: the journal `desk` is not opened: too few witnesses answered, without `audit` ("),
                ran::err);
    }

    @Test
    void anAddressMayBeGivenBesideThePolicy() {
        String address = servers.get(0).address().toString();
        Ran ran = run(adding("journal", "--policy", "unaddressed", "--witness", "audit=" + address));
        assertEquals(0, ran.status(), ran::err);
        assertTrue(run(exporting("journal", "--policy", "unaddressed")).err().contains("it has no address"));
    }

    @Test
    void whatAsksNobodyIsAMistake() {
        assertMistake("nowhere: no such file", run(adding("journal", "--policy", "nowhere")));
        assertMistake(
                "nobody: needs no witness, so asking would refuse nothing; name a quorum in it",
                run(adding("journal", "--policy", "nobody")));
        assertMistake(
                "missing: --policy FILE: the keys of the witnesses, and how many of them are needed",
                run(adding("journal", "--witness", "audit=http://127.0.0.1:1")));
        assertMistake(
                "--witness: the policy knows no witness `other`",
                run(adding("journal", "--policy", "policy", "--witness", "other=http://127.0.0.1:1")));
        assertMistake(
                "`ftp://audit` is no address of the witness `audit`; write one such as http://127.0.0.1:8081",
                run(adding("journal", "--policy", "policy", "--witness", "audit=ftp://audit")));
        assertMistake(
                "--policy and --witness ask before the journal is written to; they go with --journal-key",
                run("export", "journal", "--out", "out.jsonl", "--policy", "policy"));
    }

    private static String[] adding(String journal, String... more) {
        return with(
                more,
                "vault",
                "person",
                "add",
                "vault",
                "--id",
                "e1002",
                "--journal",
                journal,
                "--journal-key",
                "desk.key");
    }

    private static String[] exporting(String journal, String... more) {
        return with(
                more,
                "export",
                journal,
                "--published",
                "--out",
                "out.jsonl",
                "--journal-key",
                "desk.key",
                "--by",
                "e1001",
                "--reason",
                "asked",
                "--vault",
                "vault");
    }

    private static String[] enrolling(String journal, String... more) {
        return with(
                more,
                "keys",
                "enrol",
                journal,
                "--person",
                "p-reid",
                "--key",
                "reid.key",
                "--second",
                "p-okafor",
                "--journal-key",
                "desk.key",
                "--organisation",
                "firm.yaml");
    }

    private static String[] revoking(String journal, String... more) {
        return with(
                more,
                "keys",
                "revoke",
                journal,
                "reid",
                "--by",
                "p-reid",
                "--reason",
                "lost",
                "--journal-key",
                "desk.key",
                "--organisation",
                "firm.yaml");
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private List<byte[]> bytes(String journal) throws IOException {
        List<byte[]> bytes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve(journal))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                bytes.add(Files.readAllBytes(file));
            }
        }
        return bytes;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }

    private static void assertMistake(String line, Ran ran) {
        assertEquals("portcullis: " + line + "\n", ran.err());
        assertEquals(2, ran.status());
    }
}
