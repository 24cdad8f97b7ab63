package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key files are read and written by OpenSSL, too. */
class OpenSslKeyFileTest {
    private static final String WORDS = "four words and more";

    @TempDir
    Path directory;

    private Path file;
    private Ed25519Signer signer;

    @BeforeEach
    void create() throws IOException {
        assumeTrue(Programs.has("openssl"), "openssl is not installed here");
        file = directory.resolve("a.key");
        signer = KeyFile.create(file, "a", new byte[KeyFile.RANDOM_BYTES], WORDS.toCharArray());
    }

    @Test
    void opensslReadsAnEncryptedKey() throws Exception {
        Programs.Ran ran = openssl("pkey", "-in", file.toString(), "-passin", "pass:" + WORDS, "-pubout");
        assertEquals(0, ran.status(), ran.output());
        byte[] spki = Base64.getDecoder().decode(ran.output().replaceAll("-----.*-----|\\s", ""));
        assertArrayEquals(signer.publicKey(), Arrays.copyOfRange(spki, 12, 44));
    }

    @Test
    void opensslDoesNotReadItWithAnotherPassphrase() throws Exception {
        Programs.Ran ran = openssl("pkey", "-in", file.toString(), "-passin", "pass:another one", "-pubout");
        assertNotEquals(0, ran.status());
    }

    @Test
    void opensslReadsAKeyThatIsNotEncrypted() throws Exception {
        Path plain = directory.resolve("b.key");
        KeyFile.createUnencrypted(plain, "b", new byte[32]);
        assertEquals(0, openssl("pkey", "-in", plain.toString(), "-pubout").status());
    }

    @Test
    void anotherPassphraseOfOpensslIsRead() throws Exception {
        assertReadAfter("-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA256", "-iter", "20000");
        assertReadAfter("-scrypt");
    }

    @Test
    void aWeakCipherOfOpensslIsRefused() throws Exception {
        reencrypt("-v2", "des3");
        IOException failure =
                assertThrows(IOException.class, () -> KeyFile.read(file, asked -> "new words".toCharArray()));
        assertEquals(
                "key file `" + file
                        + "` cannot be read: it is not encrypted with PBES2, AES-256-CBC and scrypt or PBKDF2",
                failure.getMessage());
    }

    private void assertReadAfter(String... options) throws Exception {
        reencrypt(options);
        assertArrayEquals(
                signer.publicKey(),
                KeyFile.read(file, asked -> "new words".toCharArray()).publicKey());
        Files.delete(file);
        KeyFile.create(file, "a", new byte[KeyFile.RANDOM_BYTES], WORDS.toCharArray());
    }

    /** Changes the passphrase as people can: openssl writes the key anew, and its first line stays. */
    private void reencrypt(String... options) throws Exception {
        Path made = directory.resolve("made.pem");
        List<String> command = new ArrayList<>(List.of(
                "pkcs8", "-topk8", "-in", file.toString(), "-passin", "pass:" + WORDS, "-passout", "pass:new words"));
        command.addAll(List.of("-out", made.toString()));
        command.addAll(List.of(options));
        Programs.Ran ran = openssl(command.toArray(String[]::new));
        assertEquals(0, ran.status(), ran.output());
        String whole = Files.readAllLines(file).get(0) + "\n" + Files.readString(made);
        Files.write(file, whole.getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static Programs.Ran openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        return Programs.run(Map.of(), command);
    }
}
