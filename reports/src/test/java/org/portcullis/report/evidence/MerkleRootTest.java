package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.model.json.Digest;

class MerkleRootTest {
    @Test
    void rootOfNothingIsTheHashOfNothing() {
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                new MerkleRoot().value().hex());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33})
    void rootIsThatOfTheDefinition(int size) throws Exception {
        List<Digest> leaves = IntStream.range(0, size)
                .mapToObj(i -> EntryFormat.leafHash(("entry " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
        MerkleRoot root = new MerkleRoot();
        leaves.forEach(root::add);
        assertEquals(defined(leaves), root.value());
    }

    /** RFC 6962, section 2.1, word for word. */
    private static Digest defined(List<Digest> leaves) throws Exception {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 1);
        sha256.update(defined(leaves.subList(0, split)).hash());
        sha256.update(defined(leaves.subList(split, leaves.size())).hash());
        return Digest.ofHash(sha256.digest());
    }
}
