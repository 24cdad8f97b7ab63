/**
 * The write-ahead journal: durable, Merkle-hashed, signed, readable by tools of the transparency-log community.
 *
 * <p>Start at {@link org.portcullis.journal.FileJournal} to write and at {@link org.portcullis.journal.JournalDirectory}
 * to read; keys come from {@link org.portcullis.journal.KeyFile} or
 * from an SSH agent. The files are described in {@code
 * docs/journal-format.md}. Only {@code app} depends on this package; whoever wants to check a journal uses the
 * stand-alone verifier instead, which shares no code with it.
 */
@NullMarked
package org.portcullis.journal;

import org.jspecify.annotations.NullMarked;
