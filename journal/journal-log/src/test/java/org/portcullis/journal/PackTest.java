package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.model.json.Digest;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verifier;

/** Packs the small files of 65,536 entries, and stops in the middle of it. */
@Tag("long")
class PackTest {

    private static final int BEFORE = Tiles.ENTRIES_PER_PACK - 300;
    private static final int AFTER = Tiles.ENTRIES_PER_PACK + 300;

    private final MessageDigest sha256 = MerkleFrontier.sha256();

    @TempDir
    Path directory;

    @Test
    void aPackHasTheFilesOfItsEntriesAndTheyAreGone() throws IOException {
        write(grown(directory, AFTER), directory, Device::file);
        List<String> names = new ArrayList<>();
        try (ZipFile pack = new ZipFile(directory.resolve("tile/packs/000.zip").toFile())) {
            for (Enumeration<? extends ZipEntry> files = pack.entries(); files.hasMoreElements(); ) {
                ZipEntry file = files.nextElement();
                names.add(file.getName());
                assertEquals(ZipEntry.STORED, file.getMethod());
                assertEquals(LocalDateTime.of(1980, 1, 1, 0, 0), file.getTimeLocal());
                assertFalse(Files.exists(directory.resolve(file.getName())), file.getName());
            }
        }
        assertEquals(513, names.size());
        assertEquals(names.stream().sorted().toList(), names);
        assertEquals("tile/0/000", names.get(0));
        assertEquals("tile/1/000", names.get(256));
        assertEquals("tile/entries/255", names.get(512));
    }

    @Test
    void thePackOfTheseEntriesHasTheseBytes() throws IOException {
        write(grown(directory, AFTER), directory, Device::file);
        byte[] pack = Files.readAllBytes(directory.resolve("tile/packs/000.zip"));
        assertEquals(2_605_328, pack.length);
        assertEquals(
                "sha256:58e10fe50421dd55c93e7c846e9ea00887e6e99048f3c23ac470cbd9bd77eed6",
                Digest.of(pack).value());
    }

    @Test
    void theTreeIsReadFromThePack() throws IOException {
        write(grown(directory, AFTER), directory, Device::file);
        assertReadable(directory);
    }

    @Test
    void aPackIsTheSameWhenItsFilesWereLooseBefore() throws IOException {
        Path atOnce = directory.resolve("at-once");
        Path later = directory.resolve("later");
        write(grown(atOnce, AFTER), atOnce, Device::file);
        write(grown(later, BEFORE), later, Device::file);
        write(grown(later, AFTER), later, Device::file);
        assertArrayEquals(
                Files.readAllBytes(atOnce.resolve("tile/packs/000.zip")),
                Files.readAllBytes(later.resolve("tile/packs/000.zip")));
        assertEquals(names(atOnce), names(later));
    }

    @Test
    void aMachineThatStopsAtAnyStepOfPackingGoesOnWithTheSameFiles() throws IOException {
        Path base = directory.resolve("base");
        write(grown(base, BEFORE), base, Device::file);
        Path whole = Scene.copy(base, directory.resolve("whole"));
        write(grown(whole, AFTER), whole, Device::file);

        boolean stopped = true;
        for (int steps = 0; stopped; steps += steps < 6 ? 1 : 173) {
            Path journal = Scene.copy(base, directory.resolve("stop" + steps));
            FailingDisk disk = new FailingDisk(steps);
            stopped = !wrote(journal, disk);
            assertEquals(stopped, disk.hasStopped());

            new Layout(journal).deleteUnfinished();
            write(grown(journal, AFTER), journal, Device::file);
            assertEquals(names(whole), names(journal), "after " + steps + " steps");
            assertReadable(journal);
        }
    }

    @Test
    void theVerifierFindsThePackAsItShouldBe() throws Exception {
        try (FileJournal journal = FileJournal.open(directory, Scene.JOURNAL_KEY, Scene.NOW)) {
            for (int i = 0; i < 33; i++) {
                journal.append(Collections.nCopies(2_000, Scene.decision(1)));
            }
        }
        assertTrue(Files.exists(directory.resolve("tile/packs/000.zip")));
        Verifier verifier = Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line());
        assertEquals(Outcome.VALID, verifier.verify(directory).outcome());
    }

    @Test
    void filesThatAreTooLargeTogetherStayLoose() {
        assertTrue(256L * 256 * 60_002 > Pack.MAX_BYTES);
        assertEquals(30 + 46 + 2 * 10 + 8_192, Pack.bytesFor("tile/0/000", 8_192));
    }

    private boolean wrote(Path journal, FailingDisk disk) {
        try {
            write(grown(journal, AFTER), journal, disk);
            return true;
        } catch (IOException stopped) {
            return false;
        }
    }

    /** Gives the tiles of a journal that has so many entries, as they are when it was just read back. */
    private Tiles grown(Path journal, int size) {
        Tiles tiles = new Tiles(new Layout(journal));
        for (int i = 0; i < size; i++) {
            tiles.append(leaf(i), entry(i));
        }
        return tiles;
    }

    private static void write(Tiles tiles, Path journal, Device.Opening disk) throws IOException {
        Files.createDirectories(journal);
        FileBatch batch = new FileBatch(new Layout(journal), disk);
        boolean done = false;
        try {
            tiles.write(batch);
            batch.commit();
            done = true;
        } finally {
            if (!done) {
                batch.abandon();
            }
        }
        tiles.deleteOutdated(disk);
    }

    private void assertReadable(Path journal) throws IOException {
        TileTree tree = TileTree.of(journal, AFTER);
        MerkleFrontier expected = new MerkleFrontier();
        for (int i = 0; i < AFTER; i++) {
            expected.append(leaf(i));
        }
        assertEquals(expected.root(), tree.root());
        for (int i = 0; i < AFTER; i += 97) {
            assertArrayEquals(leaf(i), tree.leaf(i));
        }
        byte[] bundle = new PublishedFiles(new Layout(journal)).bundle(255, 256);
        assertArrayEquals(new byte[] {0, 5}, new byte[] {bundle[0], bundle[1]});
        assertTrue(new String(bundle, StandardCharsets.UTF_8).contains("65535"));
    }

    private byte[] leaf(int number) {
        sha256.update((byte) 0);
        return sha256.digest(entry(number));
    }

    private static byte[] entry(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Path journal) throws IOException {
        return Scene.files(journal).stream()
                .map(file -> journal.relativize(file).toString())
                .toList();
    }
}
