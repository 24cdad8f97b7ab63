/**
 * The witness: a small program that other people run, and that signs only those checkpoints of a journal which extend
 * what it signed before.
 *
 * <p>Start at {@link org.portcullis.witness.WitnessMain}; {@link org.portcullis.witness.WitnessServer} runs one inside
 * another program. Written from C2SP tlog-witness and tlog-cosignature and from RFC 9162 with the JDK alone and without a
 * line of the writer's code, so that a mistake of the writer is not repeated here. Any module may depend on it; it depends
 * on nothing.
 */
@NullMarked
package org.portcullis.witness;

import org.jspecify.annotations.NullMarked;
