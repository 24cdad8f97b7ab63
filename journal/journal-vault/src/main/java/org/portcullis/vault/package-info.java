/**
 * The vault beside a journal: the openings of the commitments that entries carry in place of people's identities and words, and their destruction.
 *
 * <p>{@link org.portcullis.vault.Concealing} stands before an engine and {@link org.portcullis.vault.Lens} before readers; both are over a {@link
 * org.portcullis.vault.Vault}. Programs use this package; the engine, the journal and the verifier know nothing of it.
 */
@NullMarked
package org.portcullis.vault;

import org.jspecify.annotations.NullMarked;
