package org.portcullis.killtest;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.portcullis.engine.journal.JournalEntry;

/** Tells the parent what it may rely on, one line at a time, each written with one call: what stands in a whole line was durable before. */
final class Acknowledged {
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    /** These entries are durable. */
    void entries(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            line("E " + entry.index() + " " + entry.leafHash().value() + " " + entry.type());
        }
    }

    /** Every deadline up to this instant has fired or is void. */
    void polled(Instant upTo) {
        line("P " + upTo);
    }

    /** The state was what the journal says. */
    void stateChecked() {
        line("S");
    }

    /** The process has come so far. */
    void reached(String what) {
        line("R " + what);
    }

    /** The process has seen something that must not be. */
    void fault(String what) {
        line("F " + what.replace('\n', ' '));
    }

    private synchronized void line(String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
