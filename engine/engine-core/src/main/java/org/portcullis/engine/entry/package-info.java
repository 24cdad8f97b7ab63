/**
 * The bodies of the engine's journal entries: one record per entry type, written and read in one place.
 *
 * <p>Start at {@link org.portcullis.engine.entry.EntryBody#read}; {@link org.portcullis.engine.entry.RecordedDecision} puts the entries of one decision
 * together again. The engine folds these records into its state; reports read them.
 */
@NullMarked
package org.portcullis.engine.entry;

import org.jspecify.annotations.NullMarked;
