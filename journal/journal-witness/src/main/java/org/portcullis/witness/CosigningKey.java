package org.portcullis.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is a witness's own Ed25519 key; makes the lines of C2SP tlog-cosignature, {@code cosignature/v1}.
 *
 * <p>In a file it is PKCS#8 in PEM below a line with the verifier key; its owner alone may read the file. Safe for calls
 * from several threads.
 */
public final class CosigningKey {

    private static final byte COSIGNATURE = 4;
    private static final int TIME_BYTES = 8;

    private static final Pattern NAME = Pattern.compile("[^\\s+\\p{Cntrl}]+");
    private static final Pattern FILE = Pattern.compile("""
            Key: ([^\\s+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})
            -----BEGIN PRIVATE KEY-----
            ((?:[A-Za-z0-9+/=]+\\n)+)-----END PRIVATE KEY-----
            """);

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final String name;
    private final byte[] publicKey;
    private final PrivateKey privateKey;

    private CosigningKey(String name, byte[] publicKey, PrivateKey privateKey) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("witness name `" + name + "` is empty or has white space or `+`");
        }
        this.name = name;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** Makes a new key. */
    public static CosigningKey generate(String name, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] spki = pair.getPublic().getEncoded();
            byte[] publicKey = Arrays.copyOfRange(spki, Ed25519.SPKI_PREFIX.length, spki.length);
            return new CosigningKey(name, publicKey, pair.getPrivate());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", missing);
        }
    }

    /** Reads a key file; refuses one that others than its owner may read, and one whose two halves are no pair. */
    public static CosigningKey read(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new IOException("key file `" + file + "` has permissions "
                    + PosixFilePermissions.toString(permissions)
                    + " and only its owner may have any; run chmod 600 on it");
        }
        Matcher form = FILE.matcher(Files.readString(file, StandardCharsets.UTF_8));
        if (!form.matches()) {
            throw new IOException("`" + file + "` is not the key file of a witness; make one with --new-key NAME");
        }
        try {
            byte[] marked = Base64.getDecoder().decode(form.group(3));
            byte[] pkcs8 = Base64.getDecoder().decode(form.group(4).replace("\n", ""));
            PrivateKey privateKey = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            CosigningKey key =
                    new CosigningKey(form.group(1), Arrays.copyOfRange(marked, 1, marked.length), privateKey);
            byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
            boolean pair = key.verifierKey().equals(form.group(1) + "+" + form.group(2) + "+" + form.group(3))
                    && Ed25519.accepts(key.publicKey, probe, key.sign(probe));
            if (pair) {
                return key;
            }
        } catch (IllegalArgumentException | GeneralSecurityException malformed) {
            throw new IOException("`" + file + "` does not hold an Ed25519 key", malformed);
        }
        throw new IOException("the verifier key in `" + file + "` is not that of its private key");
    }

    /** Writes a new file with permissions 0600; a file that exists is never overwritten. */
    public void write(Path file) throws IOException {
        String pem = "Key: " + verifierKey() + "\n-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Set<StandardOpenOption> newFile = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, newFile, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            Channels.newOutputStream(channel).write(pem.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Gives the one line by which verifiers know this witness: {@code name+hash+base64(0x04 || key)}. */
    public String verifierKey() {
        return name + "+" + HexFormat.of().formatHex(keyId()) + "+"
                + Base64.getEncoder().encodeToString(markedKey());
    }

    /**
     * Gives the signature line over a checkpoint's text, with its line feed.
     *
     * @param text the lines of the checkpoint that are signed
     * @param epochSeconds the time at which the witness says it
     */
    String cosign(String text, long epochSeconds) {
        byte[] signature = sign(message(text, epochSeconds));
        byte[] marked = ByteBuffer.allocate(keyId().length + TIME_BYTES + signature.length)
                .put(keyId())
                .putLong(epochSeconds)
                .put(signature)
                .array();
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(marked) + "\n";
    }

    /** Tells whether this key cosigned a checkpoint. */
    boolean cosigned(SignedCheckpoint checkpoint) {
        return checkpoint.signatures().stream()
                .filter(signature -> signature.isOf(name, keyId()))
                .map(SignedCheckpoint.Signature::bytes)
                .filter(bytes -> bytes.length == TIME_BYTES + Ed25519.SIGNATURE_BYTES)
                .anyMatch(bytes -> Ed25519.accepts(
                        publicKey,
                        message(checkpoint.text(), ByteBuffer.wrap(bytes).getLong()),
                        Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length)));
    }

    private static byte[] message(String text, long epochSeconds) {
        return ("cosignature/v1\ntime " + epochSeconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an Ed25519 key signs every message", impossible);
        }
    }

    private byte[] markedKey() {
        return ByteBuffer.allocate(1 + publicKey.length)
                .put(COSIGNATURE)
                .put(publicKey)
                .array();
    }

    private byte[] keyId() {
        return Hashes.keyId(name, markedKey());
    }
}
