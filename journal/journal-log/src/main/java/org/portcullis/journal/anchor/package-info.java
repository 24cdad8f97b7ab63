/**
 * What others say about a journal: cosignatures of witnesses and tokens of timestamp authorities, how they are obtained, where
 * they are kept, and what they make an entry worth.
 *
 * <p>Start at {@link org.portcullis.journal.anchor.Anchoring}, which obtains and keeps them, {@link
 * org.portcullis.journal.anchor.WitnessedOpening}, which asks witnesses before a journal goes on, and {@link
 * org.portcullis.journal.anchor.Assurance}, which says what is known about an entry. Programs that keep a journal depend on it.
 */
@NullMarked
package org.portcullis.journal.anchor;

import org.jspecify.annotations.NullMarked;
