/**
 * Keeps what happened, so that what policies count and add up over windows is a fact when the next order comes.
 *
 * <p>Start at {@link org.portcullis.engine.window.WindowBook}: {@link org.portcullis.engine.window.WindowEvent}s go in, facts come out. Pure state: no
 * clock but the times of events, no threads, bounded memory.
 */
@NullMarked
package org.portcullis.engine.window;

import org.jspecify.annotations.NullMarked;
