package org.portcullis.app.command;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.app.wiring.Keys;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.VerifierKey;
import org.portcullis.journal.anchor.Anchored;
import org.portcullis.journal.anchor.Anchoring;
import org.portcullis.journal.anchor.DemonstrationAuthority;
import org.portcullis.journal.anchor.HttpTimestampAuthority;
import org.portcullis.journal.anchor.HttpWitness;
import org.portcullis.journal.anchor.TimestampCheck;
import org.portcullis.journal.anchor.WitnessKey;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.witness.CosigningKey;
import org.portcullis.witness.LogKey;
import org.portcullis.witness.Witness;
import org.portcullis.witness.WitnessServer;

/**
 * Runs a witness and a timestamp authority beside the demo, so that its journal can be examined as a real one: what an
 * examiner would have from others lies in the folder {@code trust}. Their word is worth nothing, because the demo runs them.
 */
final class Demonstration implements Closeable {
    private static final String NAME = "demonstration";
    private static final Duration VALIDITY = Duration.ofDays(3650);

    private final Surroundings surroundings;
    private final Path journal;
    private final Path trust;
    private final WitnessServer witness;
    private final DemonstrationAuthority.Serving authority;
    private final Anchoring anchoring;

    private Demonstration(
            Surroundings surroundings,
            Path out,
            WitnessServer witness,
            DemonstrationAuthority.Serving authority,
            Anchoring anchoring) {
        this.surroundings = surroundings;
        this.journal = out.resolve("journal");
        this.trust = trust(out);
        this.witness = witness;
        this.authority = authority;
        this.anchoring = anchoring;
    }

    /** The folder with what an examiner trusts. */
    static Path trust(Path out) {
        return out.resolve("trust");
    }

    /** Reads whom the examiner trusts as a witness. */
    static WitnessPolicy policy(Path out) throws IOException {
        return WitnessPolicy.read(Files.readString(trust(out).resolve("policy"), StandardCharsets.UTF_8));
    }

    /** Reads whom the examiner trusts for the time. */
    static TimestampCheck authority(Path out) throws IOException {
        return TimestampCheck.trusting(Files.readString(trust(out).resolve("authority.pem"), StandardCharsets.UTF_8));
    }

    /** Starts both on this machine, and writes the policy and the certificate of who is trusted. */
    static Demonstration start(Surroundings surroundings, Path out, VerifierKey journalKey) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        CosigningKey key = CosigningKey.generate("portcullis.demo/witness", surroundings.randomness());
        Witness witness = Witness.open(key, out.resolve("witness"), List.of(LogKey.read(journalKey.line())));
        WitnessServer server = WitnessServer.start(witness, anyPort, surroundings.clock());
        Instant now = surroundings.clock().instant();
        DemonstrationAuthority authority = DemonstrationAuthority.of(
                pair(surroundings), pair(surroundings), surroundings.clock(), now.minus(VALIDITY), now.plus(VALIDITY));
        DemonstrationAuthority.Serving serving = authority.serve(anyPort);
        WitnessPolicy policy = new WitnessPolicy(
                List.of(journalKey),
                new TreeMap<>(Map.of(NAME, new WitnessPolicy.Known(WitnessKey.read(key.verifierKey()), ""))),
                new TreeMap<>(),
                NAME);
        Path trust = Files.createDirectories(trust(out));
        Files.writeString(trust.resolve("policy"), policy.text(), StandardCharsets.UTF_8);
        Files.writeString(trust.resolve("authority.pem"), authority.pem(), StandardCharsets.UTF_8);
        Anchoring anchoring = Anchoring.of(out.resolve("journal"), journalKey, policy)
                .asking(NAME, new HttpWitness(server.address()))
                .stampedBy(
                        new HttpTimestampAuthority(serving.address()),
                        TimestampCheck.trusting(authority.pem()),
                        Keys.nonces(surroundings.randomness()));
        return new Demonstration(surroundings, out, server, serving, anchoring);
    }

    /** Anchors what is published, and keeps a copy of the checkpoint as an examiner would who was there. */
    Anchored anchorAndKeep() throws IOException, JournalFailure {
        Files.copy(journal.resolve("checkpoint"), trust.resolve("earlier"));
        return anchor();
    }

    /** Anchors what is published. */
    Anchored anchor() throws IOException, JournalFailure {
        return anchoring.anchor(surroundings.clock().instant());
    }

    /** Says in a line what is now kept, and what it is worth. */
    static String line(Anchored anchored) {
        Optional<String> failure = anchored.failures().stream().findFirst();
        return failure.isPresent()
                ? "not all: " + failure.get()
                : anchored.size() + " entries, by a witness and a timestamp that the demo gave itself (no proof)";
    }

    @Override
    public void close() throws IOException {
        authority.close();
        witness.close();
    }

    private static KeyPair pair(Surroundings surroundings) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), surroundings.randomness());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has the curve P-256", missing);
        }
    }
}
