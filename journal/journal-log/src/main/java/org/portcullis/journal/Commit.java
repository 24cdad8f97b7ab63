package org.portcullis.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.portcullis.engine.journal.EntryDraft;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;

/**
 * Is one call that waits for the writer thread: records to write, or the wish to publish.
 *
 * @param drafts what is to be written; empty for a publication
 * @param outcome what the caller waits for
 */
record Commit(List<EntryDraft> drafts, CompletableFuture<List<JournalEntry>> outcome) {

    static Commit of(List<EntryDraft> drafts) {
        return new Commit(List.copyOf(drafts), new CompletableFuture<>());
    }

    int size() {
        return drafts.size();
    }

    boolean isPublication() {
        return drafts.isEmpty();
    }

    void succeed(List<JournalEntry> entries) {
        outcome.complete(entries);
    }

    void fail(JournalFailure failure) {
        outcome.completeExceptionally(failure);
    }

    /** Waits for the writer thread; an interruption does not end the waiting, since the record may be on its way. */
    List<JournalEntry> await() throws JournalFailure {
        try {
            return outcome.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof JournalFailure failure) {
                throw new JournalFailure(failure.kind(), String.valueOf(failure.getMessage()), failure);
            }
            throw failed;
        }
    }
}
