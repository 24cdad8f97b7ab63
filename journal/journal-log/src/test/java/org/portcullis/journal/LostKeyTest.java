package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.journal.SigningFailure;
import org.portcullis.verifier.Verifier;

/** A journal whose key no longer signs stops: nothing is acknowledged that no signed root covers. */
class LostKeyTest {
    @TempDir
    Path directory;

    /** The journal's key on a device that is unplugged after so many signatures. */
    private record Unplugged(AtomicInteger left) implements Signer {
        @Override
        public String keyId() {
            return Scene.JOURNAL_KEY.keyId();
        }

        @Override
        public byte[] publicKey() {
            return Scene.JOURNAL_KEY.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) {
            if (left.getAndDecrement() <= 0) {
                throw new SigningFailure("the device is unplugged");
            }
            return Scene.JOURNAL_KEY.sign(message);
        }
    }

    private static Signer unpluggedAfter(int signatures) {
        return new Unplugged(new AtomicInteger(signatures));
    }

    @Test
    void whatIsNotSignedIsNotAcknowledged() throws Exception {
        FileJournal journal = FileJournal.open(directory, unpluggedAfter(2), Scene.NOW, Scene.SMALL);
        JournalFailure failure = assertThrows(JournalFailure.class, () -> {
            for (int number = 1; number < 10; number++) {
                journal.append(Scene.decision(number));
            }
        });
        assertEquals(JournalFailure.Kind.STOPPED, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains("the device is unplugged"), failure.getMessage());
        JournalFailure later = assertThrows(JournalFailure.class, () -> journal.append(Scene.decision(11)));
        assertEquals(JournalFailure.Kind.STOPPED, later.kind());
        assertThrows(JournalFailure.class, journal::close);
    }

    @Test
    void whateverTheLastSignatureTheJournalGoesOnWithItsKey() throws Exception {
        for (int signatures = 0; signatures < 8; signatures++) {
            Path folder = directory.resolve("after-" + signatures);
            Signer signer = unpluggedAfter(signatures);
            assertThrows(JournalFailure.class, () -> {
                try (FileJournal journal = FileJournal.open(folder, signer, Scene.NOW, Scene.SMALL)) {
                    for (int number = 1; number < 10; number++) {
                        journal.append(List.of(Scene.decision(number)));
                    }
                }
            });
            try (FileJournal journal = FileJournal.open(folder, Scene.JOURNAL_KEY, Scene.NOW.plusSeconds(20))) {
                journal.append(Scene.decision(21));
            }
            assertTrue(Verifier.withoutTrustedKey().verify(folder).isValid(), "after " + signatures);
        }
    }

    @Test
    void aJournalWhoseKeyDoesNotSignDoesNotOpen() {
        JournalFailure failure = assertThrows(
                JournalFailure.class, () -> FileJournal.open(directory, unpluggedAfter(0), Scene.NOW, Scene.SMALL));
        assertEquals("journal `" + directory + "` cannot be opened: the device is unplugged", failure.getMessage());
    }
}
