package org.portcullis.journal.anchor;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.engine.flow.NonceSource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalLimits;
import org.portcullis.journal.OpeningCheck;
import org.portcullis.journal.VerifierKey;
import org.portcullis.model.json.JsonObject;
import org.portcullis.witness.CosigningKey;
import org.portcullis.witness.LogKey;
import org.portcullis.witness.WitnessServer;

/** Holds a journal and the witnesses that listen for it; closes what it started. Mutable, for one test. */
final class Stage implements Closeable {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final NonceSource NONCES = () -> "00112233445566778899aabbccddeeff";

    private final Path folder;
    private final Ed25519Signer journalKey;
    private final List<WitnessServer> servers = new ArrayList<>();

    Stage(Path folder) {
        this.folder = folder;
        byte[] seed = new byte[Ed25519Signer.SEED_BYTES];
        seed[0] = 7;
        this.journalKey = Ed25519Signer.ofSeed("example.org/desk", seed);
    }

    VerifierKey key() {
        return VerifierKey.of(journalKey);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Opens a journal, appends a decision for each number, and closes it. */
    Path journal(String name, int... decisions) throws JournalFailure {
        return journal(name, OpeningCheck.NOBODY, decisions);
    }

    Path journal(String name, OpeningCheck others, int... decisions) throws JournalFailure {
        try (FileJournal journal =
                FileJournal.open(path(name), journalKey, NOON.minusSeconds(60), JournalLimits.DEFAULT, others)) {
            for (int decision : decisions) {
                journal.append(decision(decision));
            }
        }
        return path(name);
    }

    FileJournal open(String name) throws JournalFailure {
        return FileJournal.open(path(name), journalKey, NOON.minusSeconds(60));
    }

    static JournalRecord decision(int number) {
        return new JournalRecord(
                "decision.blocked",
                NOON.minusSeconds(60),
                "W-" + number,
                "",
                JsonObject.of("number", String.valueOf(number)));
    }

    /** Starts a witness with a key and a state of its own. */
    WitnessServer witness(CosigningKey key) throws IOException {
        return witness(key, NOON);
    }

    WitnessServer witness(CosigningKey key, Instant time) throws IOException {
        Path state = path("state-" + key.verifierKey().hashCode());
        org.portcullis.witness.Witness witness =
                org.portcullis.witness.Witness.open(key, state, List.of(LogKey.read(key().line())));
        WitnessServer server =
                WitnessServer.start(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> time);
        servers.add(server);
        return server;
    }

    static CosigningKey witnessKey(String name) {
        return CosigningKey.generate(name, new SecureRandom());
    }

    static WitnessPolicy policy(CosigningKey key, WitnessServer server) {
        return WitnessPolicy.of(
                WitnessKey.read(key.verifierKey()), server.address().toString());
    }

    static DemonstrationAuthority authority(Instant time) {
        return DemonstrationAuthority.of(
                pair(), pair(), () -> time, NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(1)));
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    @Override
    public void close() throws IOException {
        for (WitnessServer server : servers) {
            server.close();
        }
    }
}
