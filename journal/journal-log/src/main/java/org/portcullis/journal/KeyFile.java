package org.portcullis.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps an Ed25519 private key in a file that its owner alone may read: PKCS#8 in PEM (RFC 5958, RFC 7468), encrypted with a passphrase, below a line with the
 * key's {@linkplain VerifierKey verifier key}; {@code openssl pkey} reads it too.
 *
 * <p>The line above is there for more than people: what was decrypted is held against it, so that a file that was damaged or mixed up never gives another key,
 * or the same key under another name.
 *
 * <p>A key file MUST NOT lie in the journal directory: who copies the evidence must not copy the key.
 */
public final class KeyFile {

    /** The random bytes that a new encrypted key file takes: the seed of the key, then what the encryption needs. */
    public static final int RANDOM_BYTES = Ed25519Signer.SEED_BYTES + EncryptedKey.SALT_BYTES + EncryptedKey.IV_BYTES;

    /** The fewest characters of a passphrase. */
    public static final int MIN_PASSPHRASE = 8;

    private static final int MAX_FILE_BYTES = 4_096;
    private static final int MAX_UTF8 = 4;
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final Pattern FORM =
            Pattern.compile("Key: (([^\\s+]+)\\+\\S+)\\n-----BEGIN ((?:ENCRYPTED )?)PRIVATE KEY-----\\n"
                    + "([A-Za-z0-9+/=\\n]+)-----END \\3PRIVATE KEY-----\\n");

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /**
     * Writes a new encrypted key file with permissions 0600 and gives its signer.
     *
     * @param keyId the name of the key, without white space and {@code +}
     * @param random {@link #RANDOM_BYTES} from a cryptographic source of randomness, overwritten with zeros
     * @param passphrase at least {@link #MIN_PASSPHRASE} characters, overwritten with zeros
     * @throws java.nio.file.FileAlreadyExistsException when the file exists; keys are never overwritten
     */
    public static Ed25519Signer create(Path file, String keyId, byte[] random, char[] passphrase) throws IOException {
        return create(file, keyId, random, passphrase, ScryptCost.USUAL);
    }

    static Ed25519Signer create(Path file, String keyId, byte[] random, char[] passphrase, ScryptCost cost)
            throws IOException {
        byte[] words = utf8(passphrase);
        byte[] seed = Arrays.copyOf(random, Ed25519Signer.SEED_BYTES);
        byte[] plain = pkcs8(seed);
        try {
            if (random.length != RANDOM_BYTES) {
                throw new IllegalArgumentException(random.length + " random bytes, and it takes " + RANDOM_BYTES);
            }
            if (words.length < MIN_PASSPHRASE) {
                throw new IllegalArgumentException("a passphrase has at least " + MIN_PASSPHRASE + " characters");
            }
            int ivAt = Ed25519Signer.SEED_BYTES + EncryptedKey.SALT_BYTES;
            byte[] encrypted = EncryptedKey.encrypt(
                    plain,
                    words,
                    Arrays.copyOfRange(random, Ed25519Signer.SEED_BYTES, ivAt),
                    Arrays.copyOfRange(random, ivAt, RANDOM_BYTES),
                    cost);
            return write(file, Ed25519Signer.ofSeed(keyId, seed), "ENCRYPTED ", encrypted);
        } finally {
            wipe(words, seed, plain, random);
        }
    }

    /**
     * Writes a new key file that is not encrypted: whoever gets hold of the file has the key. For programs that start without anybody there to type a passphrase,
     * on machines where that is wanted.
     *
     * @param seed 32 bytes from a cryptographic source of randomness
     * @throws java.nio.file.FileAlreadyExistsException when the file exists; keys are never overwritten
     */
    public static Ed25519Signer createUnencrypted(Path file, String keyId, byte[] seed) throws IOException {
        byte[] plain = pkcs8(seed);
        try {
            return write(file, Ed25519Signer.ofSeed(keyId, seed), "", plain);
        } finally {
            wipe(plain);
        }
    }

    /**
     * Reads a key file that is not encrypted.
     *
     * @throws IOException when it cannot be read, is no key file or an encrypted one, or others than its owner may read it
     */
    public static Ed25519Signer read(Path file) throws IOException {
        return read(file, encrypted -> {
            throw new IOException("key file `" + encrypted + "` is encrypted, and no passphrase was given");
        });
    }

    /**
     * Reads a key file.
     *
     * @param passphrase asked where the file is encrypted
     * @throws IOException when it cannot be read, is no key file, the passphrase is another, or others than its owner may read it
     */
    public static Ed25519Signer read(Path file, Passphrase passphrase) throws IOException {
        Matcher form = FORM.matcher(content(file));
        if (!form.matches()) {
            throw new IOException("`" + file + "` is not a key file");
        }
        boolean encrypted = !form.group(3).isEmpty();
        byte[] bytes = decode(form.group(4), file);
        byte[] plain = encrypted ? decrypt(bytes, file, passphrase) : bytes;
        try {
            return signer(file, form.group(1), form.group(2), plain, encrypted);
        } finally {
            wipe(plain);
        }
    }

    private static Ed25519Signer signer(Path file, String line, String keyId, byte[] plain, boolean encrypted)
            throws IOException {
        boolean ed25519 = plain.length == PKCS8_PREFIX.length + Ed25519Signer.SEED_BYTES
                && Arrays.equals(plain, 0, PKCS8_PREFIX.length, PKCS8_PREFIX, 0, PKCS8_PREFIX.length);
        if (!ed25519) {
            throw encrypted ? wrongPassphrase(file) : new IOException("`" + file + "` does not hold an Ed25519 key");
        }
        byte[] seed = Arrays.copyOfRange(plain, PKCS8_PREFIX.length, plain.length);
        try {
            Ed25519Signer signer = Ed25519Signer.ofSeed(keyId, seed);
            if (!VerifierKey.of(signer).line().equals(line)) {
                throw new IOException(
                        "key file `" + file + "` is damaged: the key in it is not the one of its first line");
            }
            return signer;
        } catch (IllegalArgumentException badName) {
            throw new IOException("`" + file + "` is not a key file", badName);
        } finally {
            wipe(seed);
        }
    }

    private static byte[] decrypt(byte[] bytes, Path file, Passphrase passphrase) throws IOException {
        byte[] words = utf8(passphrase.ask(file));
        try {
            Optional<byte[]> plain = EncryptedKey.decrypt(bytes, words);
            return plain.orElseThrow(() -> wrongPassphrase(file));
        } catch (IllegalArgumentException otherForm) {
            throw new IOException("key file `" + file + "` cannot be read: " + otherForm.getMessage(), otherForm);
        } finally {
            wipe(words);
        }
    }

    private static IOException wrongPassphrase(Path file) {
        return new IOException("wrong passphrase for key file `" + file + "`, or the file is damaged");
    }

    private static String content(Path file) throws IOException {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!OWNER_ONLY.containsAll(permissions)) {
                throw new IOException("key file `" + file + "` has permissions "
                        + PosixFilePermissions.toString(permissions) + " and only its owner may have any: chmod 600");
            }
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE_BYTES) {
                throw new IOException("`" + file + "` is not a key file");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no key file `" + file + "`", missing);
        } catch (UnsupportedOperationException noPermissions) {
            throw new IOException("key file `" + file + "` lies where files have no permissions", noPermissions);
        }
    }

    private static Ed25519Signer write(Path file, Ed25519Signer signer, String kind, byte[] der) throws IOException {
        String pem = "Key: " + VerifierKey.of(signer).line() + "\n-----BEGIN " + kind + "PRIVATE KEY-----\n"
                + base64(der) + "\n-----END " + kind + "PRIVATE KEY-----\n";
        byte[] bytes = pem.getBytes(StandardCharsets.UTF_8);
        Set<StandardOpenOption> newFile = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, newFile, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        return signer;
    }

    private static byte[] pkcs8(byte[] seed) {
        byte[] pkcs8 = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + seed.length);
        System.arraycopy(seed, 0, pkcs8, PKCS8_PREFIX.length, seed.length);
        return pkcs8;
    }

    private static String base64(byte[] der) {
        return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    }

    private static byte[] decode(String body, Path file) throws IOException {
        try {
            byte[] bytes = Base64.getDecoder().decode(body.replace("\n", ""));
            if ((base64(bytes) + "\n").equals(body)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IOException("`" + file + "` is not a key file", malformed);
        }
        throw new IOException("`" + file + "` is not a key file");
    }

    /** Gives the UTF-8 bytes of a passphrase, and overwrites it. */
    private static byte[] utf8(char[] passphrase) {
        byte[] room = new byte[MAX_UTF8 * passphrase.length];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        CoderResult all = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(passphrase), encoded, true);
        byte[] bytes = Arrays.copyOf(room, all.isUnderflow() ? encoded.position() : 0);
        wipe(room);
        Arrays.fill(passphrase, '\0');
        return bytes;
    }

    private static void wipe(byte[]... secrets) {
        for (byte[] secret : secrets) {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
