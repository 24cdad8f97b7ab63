package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private static final String WORDS = "four words and more";
    private static final ScryptCost CHEAP = new ScryptCost(1_024, 1, 1);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("journal.key");
    }

    @Test
    void anEncryptedKeyIsReadBackWithItsName() throws IOException {
        Ed25519Signer created = KeyFile.create(file, "example.org/desk", random(), WORDS.toCharArray());
        Ed25519Signer read = KeyFile.read(file, typing(WORDS));

        assertEquals("example.org/desk", read.keyId());
        assertArrayEquals(created.publicKey(), read.publicKey());
        assertTrue(Files.readString(file).contains("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    }

    @Test
    void aPassphraseMayHaveAnyCharacters() throws IOException {
        String words = "grüße 🔑 日本語 x";
        create("a", words);
        assertEquals("a", KeyFile.read(file, typing(words)).keyId());
    }

    @Test
    void theFirstLineIsTheVerifierKey() throws IOException {
        Ed25519Signer created = create("example.org/desk", WORDS);
        assertEquals(
                "Key: " + VerifierKey.of(created).line(),
                Files.readAllLines(file).get(0));
    }

    @Test
    void theSecretsAreOverwrittenWhenAFileIsMadeAndRead() throws IOException {
        char[] typed = WORDS.toCharArray();
        byte[] random = random();
        KeyFile.create(file, "a", random, typed, CHEAP);
        char[] again = WORDS.toCharArray();
        KeyFile.read(file, asked -> again);

        assertArrayEquals(new char[typed.length], typed);
        assertArrayEquals(new char[again.length], again);
        assertArrayEquals(new byte[KeyFile.RANDOM_BYTES], random);
    }

    @Test
    void aWrongPassphraseIsOneLine() throws IOException {
        create("a", WORDS);
        for (int attempt = 0; attempt < 600; attempt++) {
            assertFails(
                    "wrong passphrase for key file `" + file + "`, or the file is damaged",
                    typing("another " + attempt));
        }
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> create("a", "1234567"));
        assertFalse(Files.exists(file));
    }

    @Test
    void anEncryptedKeyNeedsAPassphrase() throws IOException {
        create("a", WORDS);
        IOException failure = assertThrows(IOException.class, () -> KeyFile.read(file));
        assertEquals("key file `" + file + "` is encrypted, and no passphrase was given", failure.getMessage());
    }

    @Test
    void aKeyThatIsNotEncryptedIsReadWithoutAsking() throws IOException {
        Ed25519Signer created = KeyFile.createUnencrypted(file, "example.org/desk", new byte[32]);
        Ed25519Signer read = KeyFile.read(file);

        assertEquals("example.org/desk", read.keyId());
        assertArrayEquals(created.publicKey(), read.publicKey());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        create("a", WORDS);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertFails(
                "key file `" + file + "` has permissions rw-r----- and only its owner may have any: chmod 600",
                typing(WORDS));
    }

    @Test
    void aKeyIsNeverOverwritten() throws IOException {
        create("a", WORDS);
        assertThrows(FileAlreadyExistsException.class, () -> create("b", WORDS));
        assertEquals("a", KeyFile.read(file, typing(WORDS)).keyId());
    }

    @Test
    void aFileThatIsMissingIsOneLine() {
        assertFails("there is no key file `" + file + "`", typing(WORDS));
    }

    @Test
    void anotherFileIsNotAKey() throws IOException {
        for (String content : List.of(
                "",
                "hello",
                "Key: a\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "Key: a+1+b\n-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n",
                "x".repeat(5_000))) {
            write(content.getBytes(StandardCharsets.UTF_8));
            assertFails("`" + file + "` is not a key file", typing(WORDS));
        }
    }

    @Test
    void aFolderIsNotAKey() throws IOException {
        Files.createDirectory(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertFails("`" + file + "` is not a key file", typing(WORDS));
    }

    @Test
    void anotherKeyBelowTheSameLineIsNoticed() throws IOException {
        create("a", WORDS);
        String mine = Files.readString(file);
        Files.delete(file);
        KeyFile.create(file, "a", bytes(KeyFile.RANDOM_BYTES, 8), WORDS.toCharArray(), CHEAP);
        String other = Files.readString(file);
        write((mine.substring(0, mine.indexOf('\n')) + other.substring(other.indexOf('\n')))
                .getBytes(StandardCharsets.UTF_8));
        assertFails(
                "key file `" + file + "` is damaged: the key in it is not the one of its first line", typing(WORDS));
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
        for (boolean encrypted : List.of(true, false)) {
            byte[] whole = made(encrypted);
            for (int length = 0; length < whole.length; length++) {
                write(Arrays.copyOf(whole, length));
                assertThrows(IOException.class, () -> KeyFile.read(file, typing(WORDS)), "cut after " + length);
            }
        }
    }

    /** CBC does not notice what was changed; what was decrypted is held against the first line. */
    @Test
    void aBitThatFlippedNeverGivesAnotherKey() throws IOException {
        for (boolean encrypted : List.of(true, false)) {
            byte[] whole = made(encrypted);
            for (int bit = 0; bit < whole.length * 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                write(flipped);
                assertThrows(IOException.class, () -> KeyFile.read(file, typing(WORDS)), "bit " + bit);
            }
        }
    }

    @Test
    void bytesAtRandomAreNoKey() throws IOException {
        long seed = 20220502;
        System.out.println("hostile key files: seed " + seed);
        Random random = new Random(seed);
        byte[] whole = made(true);
        for (int round = 0; round < 2_000; round++) {
            byte[] changed = whole.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                changed[random.nextInt(changed.length)] = (byte) (32 + random.nextInt(95));
            }
            if (!Arrays.equals(changed, whole)) {
                write(changed);
                assertThrows(IOException.class, () -> KeyFile.read(file, typing(WORDS)));
            }
        }
    }

    @Test
    void endlessWorkIsRefused() {
        for (int[] terms :
                new int[][] {{1 << 20, 8, 1}, {1 << 14, 8, 17}, {1 << 14, 1 << 20, 1}, {1_000, 8, 1}, {2, 8, 1}}) {
            assertThrows(IllegalArgumentException.class, () -> new ScryptCost(terms[0], terms[1], terms[2]));
        }
    }

    /** RFC 8032, section 7.1, test 1. */
    @Test
    void thePublicKeyIsTheOneOfTheStandard() {
        byte[] seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        Ed25519Signer signer = Ed25519Signer.ofSeed("t", seed);

        assertEquals(
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                HexFormat.of().formatHex(signer.publicKey()));
        assertEquals(
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
                HexFormat.of().formatHex(signer.sign(new byte[0])));
    }

    private Ed25519Signer create(String keyId, String words) throws IOException {
        return KeyFile.create(file, keyId, random(), words.toCharArray(), CHEAP);
    }

    private byte[] made(boolean encrypted) throws IOException {
        Files.deleteIfExists(file);
        if (encrypted) {
            create("example.org/desk", WORDS);
        } else {
            KeyFile.createUnencrypted(file, "example.org/desk", bytes(32, 5));
        }
        return Files.readAllBytes(file);
    }

    private void write(byte[] content) throws IOException {
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void assertFails(String message, Passphrase passphrase) {
        IOException failure = assertThrows(IOException.class, () -> KeyFile.read(file, passphrase));
        assertEquals(message, failure.getMessage());
    }

    private static Passphrase typing(String words) {
        return asked -> words.toCharArray();
    }

    private static byte[] random() {
        return bytes(KeyFile.RANDOM_BYTES, 7);
    }

    private static byte[] bytes(int count, int from) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }
}
