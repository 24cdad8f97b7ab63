/**
 * Lays out policies for people: the canonical spelling in lines, with the comments of the source in their places.
 *
 * <p>Start at {@link org.portcullis.compiler.format.layout.PolicyFormatter}. Tools may use it; nothing of the compiler may. A new kind of declaration needs no change here, or a line
 * in the table of {@code ClauseStart}.
 */
@NullMarked
package org.portcullis.compiler.format.layout;

import org.jspecify.annotations.NullMarked;
