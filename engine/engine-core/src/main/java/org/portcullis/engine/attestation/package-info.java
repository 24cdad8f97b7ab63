/**
 * What people sign about evidence: a statement that one person drafts, another audits and a third approves, each with the own key, and what a journal holds of it.
 *
 * <p>Start at {@link org.portcullis.engine.attestation.AttestationHistory}. The journal's holder writes these entries, not the engine, which reads over them when it
 * restores its state.
 */
@NullMarked
package org.portcullis.engine.attestation;

import org.jspecify.annotations.NullMarked;
