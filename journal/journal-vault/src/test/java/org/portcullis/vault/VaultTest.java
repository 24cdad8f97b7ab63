package org.portcullis.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/** What opens commitments is kept until it is erased, and then it is gone. */
class VaultTest {
    private static final Identity ROBIN = new Identity("e1001", "Robin Hale");
    private static final Identity MORGAN = new Identity("e1002", "Morgan Reid");
    private static final String WORDS = "seen and matched against the instruction";

    @TempDir
    Path folder;

    private final CountedBytes counted = new CountedBytes();

    @Test
    void aPersonHasOnePseudonym() throws Exception {
        try (Vault vault = open()) {
            Pseudonym robin = vault.commit(ROBIN);
            assertEquals(robin, vault.commit(ROBIN));
            assertNotEquals(robin, vault.commit(MORGAN));
            assertEquals(Optional.of(robin), vault.find("e1001"));
            assertEquals(Optional.of(ROBIN), vault.identity(robin));
        }
    }

    @Test
    void theCommitmentIsThatOfTheFormat() throws Exception {
        try (Vault vault = open()) {
            Opening opening = vault.opening(vault.commit(ROBIN)).orElseThrow();
            assertEquals(
                    Digest.of(("{\"salt\":\"" + opening.salt()
                                    + "\",\"type\":\"person\",\"value\":{\"id\":\"e1001\",\"name\":\"Robin Hale\"}}")
                            .getBytes(StandardCharsets.UTF_8)),
                    opening.commitment());
        }
    }

    @Test
    void theSameWordsHaveTwoCommitments() throws Exception {
        try (Vault vault = open()) {
            Pseudonym robin = vault.commit(ROBIN);
            assertNotEquals(vault.conceal(robin, WORDS), vault.conceal(robin, WORDS));
        }
    }

    @Test
    void everythingIsThereAfterARestart() throws Exception {
        Pseudonym robin;
        CommittedText words;
        try (Vault vault = open()) {
            robin = vault.commit(ROBIN);
            words = vault.conceal(robin, WORDS);
        }
        try (Vault again = open()) {
            assertEquals(Optional.of(ROBIN), again.identity(robin));
            assertEquals(
                    Optional.of(WORDS),
                    again.find(words.commitment()).orElseThrow().text());
        }
        assertEquals(2, VaultFolder.at(vaultFolder()).of(robin).size());
    }

    @Test
    void nothingIsLeftOfWhoIsErased() throws Exception {
        try (Vault vault = open()) {
            Pseudonym robin = vault.commit(ROBIN);
            Pseudonym morgan = vault.commit(MORGAN);
            CommittedText words = vault.conceal(robin, WORDS);
            CommittedText kept = vault.conceal(morgan, WORDS);
            assertTrue(vault.erase(robin));
            assertEquals(Optional.empty(), vault.identity(robin));
            assertEquals(Optional.empty(), vault.find("e1001"));
            assertEquals(Optional.empty(), vault.find(words.commitment()));
            assertTrue(vault.find(kept.commitment()).isPresent());
            assertEquals(List.of(), filesWith("Robin Hale"));
            assertEquals(List.of(), filesWith(robin.value()));
        }
    }

    @Test
    void whoIsErasedTwiceWasErasedOnce() throws Exception {
        try (Vault vault = open()) {
            Pseudonym robin = vault.commit(ROBIN);
            assertTrue(vault.erase(robin));
            assertFalse(vault.erase(robin));
        }
    }

    @Test
    void whoComesBackIsSomebodyNew() throws Exception {
        try (Vault vault = open()) {
            Pseudonym robin = vault.commit(ROBIN);
            vault.erase(robin);
            assertNotEquals(robin, vault.commit(ROBIN));
        }
    }

    @Test
    void wordsOfNobodyAreNotKept() throws Exception {
        try (Vault vault = open()) {
            assertThrows(VaultFailure.class, () -> vault.conceal(new Pseudonym("p-0000000000000009"), WORDS));
        }
    }

    @Test
    void anotherSaltOpensNothing() throws Exception {
        try (Vault vault = open()) {
            Opening opening = vault.opening(vault.commit(ROBIN)).orElseThrow();
            Opening other = vault.opening(vault.commit(MORGAN)).orElseThrow();
            JsonObject forged = JsonObject.builder()
                    .put("commitment", opening.commitment().value())
                    .put("salt", other.salt())
                    .put("type", "person")
                    .put("value", opening.value())
                    .build();
            String message = assertThrows(IllegalArgumentException.class, () -> Opening.fromJson(forged))
                    .getMessage();
            assertEquals("salt and value do not open the commitment `" + opening.commitment() + "`", message);
            JsonObject file =
                    JsonObject.builder().put("openings", List.of(forged)).build();
            assertThrows(VaultFailure.class, () -> OpeningsFile.read(CanonicalJson.bytes(file)));
        }
    }

    @Test
    void anOpeningsFileComesBackAsItWas() throws Exception {
        try (Vault vault = open()) {
            Pseudonym robin = vault.commit(ROBIN);
            vault.conceal(robin, WORDS);
            OpeningsFile file = OpeningsFile.of(VaultFolder.at(vaultFolder()).of(robin));
            assertEquals(file, OpeningsFile.read(CanonicalJson.bytes(file.toJson())));
            assertEquals(2, file.openings().size());
        }
    }

    @Test
    void aFileThatWasChangedIsNotBelieved() throws Exception {
        try (Vault vault = open()) {
            Pseudonym robin = vault.commit(ROBIN);
            CommittedText words = vault.conceal(robin, WORDS);
            Path file = vaultFolder()
                    .resolve("people")
                    .resolve(robin.value())
                    .resolve(words.commitment().hex() + ".json");
            Files.writeString(file, Files.readString(file).replace("matched", "ignored"));
            assertThrows(VaultFailure.class, () -> vault.find(words.commitment()));
        }
    }

    @Test
    void onlyItsOwnerMayReadAVault() throws Exception {
        try (Vault vault = open()) {
            vault.commit(ROBIN);
        }
        try (Stream<Path> all = Files.walk(vaultFolder().resolve("people"))) {
            for (Path each : all.toList()) {
                assertTrue(PosixFilePermissions.toString(Files.getPosixFilePermissions(each))
                        .endsWith("------"));
            }
        }
        Files.setPosixFilePermissions(vaultFolder(), PosixFilePermissions.fromString("rwxr-x---"));
        String message = refusal();
        assertTrue(
                message.endsWith("has the permissions rwxr-x---; only its owner may have any, so take the others away"
                        + " with `chmod 700`"));
    }

    @Test
    void oneProgramAtATimeHasAVaultOpen() throws Exception {
        try (Vault vault = open()) {
            vault.commit(ROBIN);
            assertTrue(refusal().endsWith("stop it first"));
        }
        open().close();
    }

    @Test
    void aFolderOfSomethingElseIsNoVault() throws Exception {
        Files.createDirectory(vaultFolder(), PosixFilePermissions.asFileAttribute(Disk.FOLDER));
        Files.writeString(vaultFolder().resolve("letter.txt"), "dear");
        assertTrue(refusal().endsWith("name a folder that is new"));
        assertThrows(VaultFailure.class, () -> VaultFolder.at(vaultFolder()));
    }

    @Test
    void aVaultOfAnotherVersionIsLeftAlone() throws Exception {
        open().close();
        Files.writeString(vaultFolder().resolve("vault.json"), "{\"format\":\"portcullis-vault/2\"}");
        assertTrue(refusal().endsWith("of another version than `portcullis-vault/1`"));
    }

    private Vault open() throws VaultFailure {
        return Vault.open(vaultFolder(), counted);
    }

    private String refusal() {
        return String.valueOf(assertThrows(VaultFailure.class, this::open).getMessage());
    }

    private Path vaultFolder() {
        return folder.resolve("vault");
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> all = Files.walk(vaultFolder())) {
            return all.filter(path -> path.toString().contains(text) || holds(path, text))
                    .toList();
        }
    }

    private static boolean holds(Path path, String text) {
        try {
            return Files.isRegularFile(path)
                    && new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
