/**
 * The journal port: what the engine wants recorded, what was recorded, and who signs.
 *
 * <p>Everything that happens is an entry before it takes effect, and state is a fold over entries. Start at {@link
 * org.portcullis.engine.journal.Journal}; {@link org.portcullis.engine.journal.MemoryJournal} serves tests. Any module
 * may depend on it; the durable implementation lives in {@code journal-log}.
 */
@NullMarked
package org.portcullis.engine.journal;

import org.jspecify.annotations.NullMarked;
