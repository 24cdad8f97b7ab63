package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.model.json.Digest;

/** Holds what is read from tiles to a recomputation from all leaves, as RFC 6962, section 2.1, writes it down. */
class TileTreeTest {

    private static final long SEED = 20_220_502;
    private static final int ALL_SIZES = 600;

    private final MessageDigest sha256 = MerkleFrontier.sha256();
    private final List<byte[]> leaves = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void everySizeHasTheRootOfItsLeaves() throws IOException {
        publish(ALL_SIZES);
        for (int size = 1; size <= ALL_SIZES; size++) {
            assertArrayEquals(root(0, size), TileTree.of(directory, size).root().hash(), "size " + size);
        }
        assertEquals(Digest.of(new byte[0]), TileTree.of(directory, 0).root());
    }

    @Test
    void everyInclusionPathIsThatOfTheRfc() throws IOException {
        publish(ALL_SIZES);
        for (int size = 1; size <= ALL_SIZES; size++) {
            TileTree tree = TileTree.of(directory, size);
            for (int index = size % 7; index < size; index += 7) {
                assertSame(path(index, 0, size), tree.inclusion(index), "entry " + index + " of " + size);
            }
        }
    }

    @Test
    void everyConsistencyProofIsThatOfTheRfc() throws IOException {
        publish(ALL_SIZES);
        for (int size = 1; size <= ALL_SIZES; size++) {
            TileTree tree = TileTree.of(directory, size);
            for (int from = 1 + size % 5; from <= size; from += 5) {
                assertSame(subproof(from, 0, size, true), tree.consistency(from), "from " + from + " to " + size);
            }
            assertEquals(List.of(), tree.consistency(size));
        }
    }

    @Test
    void leftAndRightGiveTheRootTogetherWithTheLeavesBetween() throws IOException {
        publish(ALL_SIZES);
        Random random = new Random(SEED);
        for (int round = 0; round < 3_000; round++) {
            int size = 1 + random.nextInt(ALL_SIZES);
            int to = random.nextInt(size + 1);
            int from = random.nextInt(to + 1);
            TileTree tree = TileTree.of(directory, size);
            assertArrayEquals(
                    root(0, size),
                    joined(tree.left(from), from, to, tree.right(to), size),
                    "seed " + SEED + ": [" + from + ", " + to + ") of " + size);
        }
    }

    @Test
    void aTreeOfThreeLevelsOfTilesIsReadToo() throws IOException {
        int size = 70_003;
        publish(size);
        Random random = new Random(SEED);
        for (int round = 0; round < 12; round++) {
            int part = 65_000 + random.nextInt(size - 65_000);
            int index = random.nextInt(part);
            TileTree tree = TileTree.of(directory, part);
            String which = "seed " + SEED + ": " + index + " of " + part;
            assertSame(path(index, 0, part), tree.inclusion(index), which);
            assertSame(subproof(index + 1, 0, part, true), tree.consistency(index + 1), which);
            assertArrayEquals(leaves.get(index), tree.leaf(index), which);
        }
    }

    @Test
    void aPartialTileThatGaveWayToAWiderOneIsReadFromThere() throws IOException {
        publish(10);
        publish(300);
        assertTrue(Files.notExists(directory.resolve("tile/0/000.p")));
        assertSame(path(3, 0, 10), TileTree.of(directory, 10).inclusion(3), "10 of 300");
    }

    @Test
    void aMissingTileIsNamed() throws IOException {
        publish(3);
        Files.delete(directory.resolve("tile/0/000.p/3"));
        IOException failure =
                assertThrows(IOException.class, () -> TileTree.of(directory, 3).root());
        assertEquals(
                "tile/0/000: the published tree needs it; verify the journal before it is used", failure.getMessage());
    }

    @Test
    void halfATileIsNamed() throws IOException {
        publish(3);
        Files.write(directory.resolve("tile/0/000.p/3"), new byte[40]);
        IOException failure =
                assertThrows(IOException.class, () -> TileTree.of(directory, 3).root());
        assertEquals("tile `tile/0/000` has 40 bytes and needs 32 for each of its 3 hashes", failure.getMessage());
    }

    @Test
    void whatTheTreeDoesNotHoldIsRefused() throws IOException {
        publish(5);
        TileTree tree = TileTree.of(directory, 5);
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(5));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(0));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(6));
        assertThrows(IllegalArgumentException.class, () -> tree.left(6));
        assertThrows(IllegalArgumentException.class, () -> tree.subtree(2, 1));
        assertThrows(IllegalArgumentException.class, () -> TileTree.of(directory, -1));
    }

    /** The eight leaves, the roots and the proofs that the tests of Certificate Transparency publish. */
    @Test
    void theTreeOfCertificateTransparencyIsReproduced() throws IOException {
        List<String> inputs = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        Tiles tiles = new Tiles(new Layout(directory));
        for (String input : inputs) {
            sha256.update((byte) 0);
            tiles.append(
                    sha256.digest(HexFormat.of().parseHex(input)),
                    HexFormat.of().parseHex(input));
        }
        write(tiles);
        TileTree tree = TileTree.of(directory, 8);
        assertEquals(
                "sha256:5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
                tree.root().value());
        assertEquals(
                List.of(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
                tree.inclusion(0).stream().map(HexFormat.of()::formatHex).toList());
        assertEquals(
                List.of(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
                tree.consistency(6).stream().map(HexFormat.of()::formatHex).toList());
    }

    @Test
    void aJournalProvesThatItGoesOnFromAnEarlierSize() throws Exception {
        Scene.closedJournal(directory);
        JournalDirectory journal = JournalDirectory.at(directory);
        assertEquals(3, journal.tree().size());
        assertSame(journal.tree().consistency(2), journal.consistencyProof(2, 3), "from 2 to 3");
        assertThrows(IllegalArgumentException.class, () -> journal.consistencyProof(2, 4));
    }

    @Test
    void aPublishedEntryIsReadByItsPlace() throws Exception {
        try (FileJournal journal = FileJournal.open(directory, Scene.JOURNAL_KEY, Scene.NOW)) {
            for (int i = 0; i < 300; i++) {
                journal.append(Scene.decision(i));
            }
        }
        JournalDirectory journal = JournalDirectory.at(directory);
        for (int index : new int[] {300, 255, 256, 0, 17}) {
            String entry = new String(journal.entryBytes(index), StandardCharsets.UTF_8);
            assertTrue(entry.contains("\"seq\":" + index + ","), entry);
        }
        assertThrows(IllegalArgumentException.class, () -> journal.entryBytes(301));
    }

    /** Publishes a tree of numbered entries, as a journal that has grown to this size. */
    private void publish(int size) throws IOException {
        Tiles tiles = new Tiles(new Layout(directory));
        leaves.clear();
        for (int i = 0; i < size; i++) {
            byte[] entry = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            sha256.update((byte) 0);
            leaves.add(sha256.digest(entry));
            tiles.append(leaves.get(i), entry);
        }
        write(tiles);
    }

    private void write(Tiles tiles) throws IOException {
        FileBatch batch = new FileBatch(new Layout(directory), Device::file);
        tiles.write(batch);
        batch.commit();
        tiles.deleteOutdated(Device::file);
    }

    private byte[] root(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int split = from + Integer.highestOneBit(to - from - 1);
        return MerkleFrontier.node(sha256, root(from, split), root(split, to));
    }

    private List<byte[]> path(int index, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int split = from + Integer.highestOneBit(to - from - 1);
        List<byte[]> path = index < split ? path(index, from, split) : path(index, split, to);
        path.add(index < split ? root(split, to) : root(from, split));
        return path;
    }

    private List<byte[]> subproof(int earlier, int from, int to, boolean known) {
        if (earlier == to) {
            return known ? new ArrayList<>() : new ArrayList<>(List.of(root(from, to)));
        }
        int split = from + Integer.highestOneBit(to - from - 1);
        boolean left = earlier <= split;
        List<byte[]> proof = left ? subproof(earlier, from, split, known) : subproof(earlier, split, to, false);
        proof.add(left ? root(split, to) : root(from, split));
        return proof;
    }

    /** Puts the tree together from its edges, as a reader of an export does. */
    private byte[] joined(List<byte[]> left, int from, int to, List<byte[]> right, int size) {
        List<byte[]> hashes = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int at = 0;
        for (byte[] hash : left) {
            places.add(at);
            hashes.add(hash);
            at += Integer.highestOneBit(from - at);
        }
        assertEquals(from, at);
        for (; at < to; at++) {
            places.add(at);
            hashes.add(leaves.get(at));
        }
        for (byte[] hash : right) {
            places.add(at);
            hashes.add(hash);
            int aligned = at == 0 ? Integer.MAX_VALUE : Integer.lowestOneBit(at);
            at += Math.min(aligned, Integer.highestOneBit(size - at));
        }
        assertEquals(size, at);
        return join(hashes, places, 0, size);
    }

    private byte[] join(List<byte[]> hashes, List<Integer> places, int from, int to) {
        int first = places.indexOf(from);
        boolean whole = first >= 0 && (first + 1 == places.size() ? to == leaves.size() : places.get(first + 1) >= to);
        boolean last = first >= 0 && first + 1 == places.size();
        if (whole || last || to - from == 1) {
            return hashes.get(first);
        }
        int split = from + Integer.highestOneBit(to - from - 1);
        return MerkleFrontier.node(sha256, join(hashes, places, from, split), join(hashes, places, split, to));
    }

    private static void assertSame(List<byte[]> expected, List<byte[]> actual, String which) {
        Base64.Encoder base64 = Base64.getEncoder();
        assertEquals(
                expected.stream().map(base64::encodeToString).toList(),
                actual.stream().map(base64::encodeToString).toList(),
                which);
    }
}
