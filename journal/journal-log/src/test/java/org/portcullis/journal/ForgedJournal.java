package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.portcullis.engine.journal.EntryChain;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;

/** Writes journals as the holder of the journal's key could forge them: every checksum, hash and signature fits. */
final class ForgedJournal {

    private ForgedJournal() {}

    /** Writes the given bytes as entries, whatever they say. */
    static Path write(Path directory, List<byte[]> entries) throws IOException {
        return write(directory, entries, Scene.JOURNAL_KEY);
    }

    /** Writes them with a key. */
    static Path write(Path directory, List<byte[]> entries, Ed25519Signer signer) throws IOException {
        Layout layout = new Layout(directory);
        MerkleFrontier tree = new MerkleFrontier();
        Tiles tiles = new Tiles(layout);
        try (SegmentWriter segments = SegmentWriter.first(layout, Device::file, JournalLimits.MIN_SEGMENT_BYTES)) {
            for (byte[] entry : entries) {
                byte[] leafHash = EntryFormat.leafHash(entry).hash();
                segments.write(Frame.ENTRY, entry, tree.size());
                tree.append(leafHash);
                tiles.append(leafHash, entry);
            }
            segments.write(Frame.ROOT, note(tree, signer), tree.size());
            segments.trim();
        }
        FileBatch published = new FileBatch(layout, Device::file);
        tiles.write(published);
        published.commit();
        tiles.deleteOutdated(Device::file);
        layout.publish(layout.checkpoint(), note(tree, signer));
        String key = VerifierKey.of(signer).line() + "\n";
        layout.publish(layout.verifierKey(), key.getBytes(StandardCharsets.UTF_8));
        return directory;
    }

    /** Gives the bytes of entries that follow one another. */
    static List<byte[]> chain(List<JournalRecord> records) throws JournalFailure {
        return chain(records, Scene.JOURNAL_KEY);
    }

    /** Gives the bytes of entries of the journal of a key. */
    static List<byte[]> chain(List<JournalRecord> records, Ed25519Signer signer) throws JournalFailure {
        List<byte[]> entries = new ArrayList<>();
        EntryChain place = EntryChain.start(signer.keyId());
        for (JournalRecord record : records) {
            EntryChain.Link link = place.append(record);
            entries.add(link.encoded().bytes());
            place = link.next();
        }
        return entries;
    }

    /** Gives the bytes of entries that follow one another. */
    static List<byte[]> chain(JournalRecord... records) throws JournalFailure {
        return chain(List.of(records));
    }

    /** Gives the bytes of an entry with a text in place of another one, which stands there once. */
    static byte[] replaced(byte[] entry, String from, String to) {
        String text = new String(entry, StandardCharsets.UTF_8);
        assertEquals(2, text.split(Pattern.quote(from), -1).length, text);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    /** Holds a verdict to what it says and the entry that it names. */
    static void assertRejected(Outcome outcome, long entry, Verdict verdict) {
        assertEquals(outcome, verdict.outcome(), verdict::text);
        assertEquals(OptionalLong.of(entry), verdict.entry(), verdict::text);
    }

    static JournalRecord opened() {
        JsonObject body = JsonObject.of(
                "format",
                FileJournal.FORMAT,
                "key",
                VerifierKey.of(Scene.JOURNAL_KEY).line());
        return new JournalRecord(FileJournal.OPENED, Scene.NOW, "", "", body);
    }

    private static byte[] note(MerkleFrontier tree, Ed25519Signer signer) {
        return new Checkpoint(signer.keyId(), tree.size(), tree.root())
                .signedBy(signer)
                .getBytes(StandardCharsets.UTF_8);
    }
}
