/**
 * The engine: commands come in with their time, entries are made durable, state changes, a reply goes out.
 *
 * <p>Start at {@link org.portcullis.engine.flow.OrderEngine}, or at {@link org.portcullis.engine.flow.EngineFront} where several threads call. State is a fold
 * over journal entries, so that {@link org.portcullis.engine.flow.OrderEngine#open} restores it from the journal alone.
 */
@NullMarked
package org.portcullis.engine.flow;

import org.jspecify.annotations.NullMarked;
