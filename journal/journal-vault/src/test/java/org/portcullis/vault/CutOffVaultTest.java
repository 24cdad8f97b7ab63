package org.portcullis.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.engine.people.Pseudonym;

/** A machine that is cut off anywhere leaves a vault that opens, holds what it promised, and finishes what it began to destroy. */
class CutOffVaultTest {
    private static final Identity ROBIN = new Identity("e1001", "Robin Hale");
    private static final Identity MORGAN = new Identity("e1002", "Morgan Reid");
    private static final int FAR_MORE_CHANGES = 200;

    @TempDir
    Path folder;

    /** What the vault had promised when the machine was cut off. */
    private static final class Promised {
        final List<Pseudonym> people = new ArrayList<>();
        final List<CommittedText> words = new ArrayList<>();
        boolean erasing;
    }

    @Test
    void everyCutLeavesWhatWasPromised() throws Exception {
        int changes = 0;
        boolean whole = false;
        while (!whole && changes < FAR_MORE_CHANGES) {
            Path vault = folder.resolve("vault-" + changes);
            Promised promised = new Promised();
            whole = play(vault, new CutOffDisk(changes), promised);
            examine(vault, promised, "cut in change " + changes);
            changes++;
        }
        assertTrue(whole, "the play comes to its end");
        assertTrue(changes > 30, "the play has many places to cut it, not " + changes);
    }

    /** Two people, one text of each, and the erasure of the first; whether it came to its end. */
    private static boolean play(Path folder, CutOffDisk disk, Promised promised) throws IOException {
        try (Vault vault = Vault.open(folder, new CountedBytes(), disk)) {
            Pseudonym robin = vault.commit(ROBIN);
            promised.people.add(robin);
            Pseudonym morgan = vault.commit(MORGAN);
            promised.people.add(morgan);
            promised.words.add(vault.conceal(robin, "words of Robin"));
            promised.words.add(vault.conceal(morgan, "words of Morgan"));
            promised.erasing = true;
            vault.erase(robin);
            return true;
        } catch (VaultFailure cutOff) {
            assertTrue(disk.isCutOff());
            return false;
        }
    }

    private static void examine(Path folder, Promised promised, String where) throws Exception {
        try (Vault vault = Vault.open(folder, new CountedBytes())) {
            if (promised.erasing) {
                // The journal has the erasure by then, and the next start repeats it.
                vault.erase(promised.people.get(0));
            }
            for (int i = 0; i < promised.people.size(); i++) {
                boolean gone = promised.erasing && i == 0;
                assertEquals(!gone, vault.identity(promised.people.get(i)).isPresent(), where);
            }
            for (int i = 0; i < promised.words.size(); i++) {
                boolean gone = promised.erasing && i == 0;
                assertEquals(
                        !gone, vault.find(promised.words.get(i).commitment()).isPresent(), where);
            }
            assertEquals(List.of(), leftOvers(folder), where);
        }
    }

    /** Files that nobody would ever destroy. */
    private static List<Path> leftOvers(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".unfinished")).toList();
        }
    }
}
