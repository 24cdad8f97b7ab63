package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path directory;

    @Test
    void aKeyIsReadBackWithItsName() throws IOException {
        Path file = directory.resolve("journal.key");
        Ed25519Signer created = KeyFile.create(file, "example.org/desk", new byte[32]);
        Ed25519Signer read = KeyFile.read(file);

        assertEquals("example.org/desk", read.keyId());
        assertArrayEquals(created.publicKey(), read.publicKey());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        Path file = directory.resolve("journal.key");
        KeyFile.create(file, "example.org/desk", new byte[32]);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThrows(IOException.class, () -> KeyFile.read(file));
    }

    @Test
    void aKeyIsNeverOverwritten() throws IOException {
        Path file = directory.resolve("journal.key");
        KeyFile.create(file, "a", new byte[32]);
        assertThrows(FileAlreadyExistsException.class, () -> KeyFile.create(file, "b", new byte[32]));
    }

    @Test
    void anotherFileIsNotAKey() throws IOException {
        Path file = directory.resolve("journal.key");
        Files.writeString(file, "Key: a\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThrows(IOException.class, () -> KeyFile.read(file));
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
}
