package org.portcullis.journal;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps an Ed25519 private key in a file that its owner alone may read: PKCS#8 (RFC 8410) in PEM (RFC 7468), with the
 * name of the key in a line above, so that {@code openssl pkey} reads it too. The key is not encrypted.
 *
 * <p>A key file MUST NOT lie in the journal directory: who copies the evidence must not copy the key.
 */
public final class KeyFile {

    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final Pattern FORM =
            Pattern.compile("Key: (\\S+)\n-----BEGIN PRIVATE KEY-----\n([A-Za-z0-9+/=\n]+)-----END PRIVATE KEY-----\n");

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /**
     * Writes a new key file with permissions 0600 and gives its signer.
     *
     * @param keyId the name of the key, without white space
     * @param seed 32 bytes from a cryptographic source of randomness
     * @throws java.nio.file.FileAlreadyExistsException when the file exists; keys are never overwritten
     */
    public static Ed25519Signer create(Path file, String keyId, byte[] seed) throws IOException {
        if (keyId.isEmpty() || keyId.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("key name `" + keyId + "` is empty or has white space");
        }
        Ed25519Signer signer = Ed25519Signer.ofSeed(keyId, seed);
        byte[] pkcs8 = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + seed.length);
        System.arraycopy(seed, 0, pkcs8, PKCS8_PREFIX.length, seed.length);
        String pem = "Key: " + keyId + "\n-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8)
                + "\n-----END PRIVATE KEY-----\n";
        Set<StandardOpenOption> newFile = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, newFile, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            Channels.newOutputStream(channel).write(pem.getBytes(StandardCharsets.US_ASCII));
        }
        return signer;
    }

    /**
     * Reads a key file.
     *
     * @throws IOException when it cannot be read, is not a key file, or others than its owner may read it
     */
    public static Ed25519Signer read(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new IOException("key file `" + file + "` has permissions "
                    + PosixFilePermissions.toString(permissions) + " and only its owner may have any");
        }
        Matcher form = FORM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!form.matches()) {
            throw new IOException("`" + file + "` is not a key file");
        }
        byte[] pkcs8 = decode(form.group(2), file);
        boolean ed25519 = pkcs8.length == PKCS8_PREFIX.length + Ed25519Signer.SEED_BYTES
                && Arrays.equals(pkcs8, 0, PKCS8_PREFIX.length, PKCS8_PREFIX, 0, PKCS8_PREFIX.length);
        if (!ed25519) {
            throw new IOException("`" + file + "` does not hold an Ed25519 key");
        }
        return Ed25519Signer.ofSeed(form.group(1), Arrays.copyOfRange(pkcs8, PKCS8_PREFIX.length, pkcs8.length));
    }

    private static byte[] decode(String base64, Path file) throws IOException {
        try {
            return Base64.getDecoder().decode(base64.replace("\n", ""));
        } catch (IllegalArgumentException malformed) {
            throw new IOException("`" + file + "` is not a key file", malformed);
        }
    }
}
