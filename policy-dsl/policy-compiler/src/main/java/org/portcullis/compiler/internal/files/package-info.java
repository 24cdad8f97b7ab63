/**
 * Reads the files that a policy names: parts that it imports, tables of limits, cases, baskets and events.
 *
 * <p>Start at {@link org.portcullis.compiler.internal.files.Assembly}: it puts one policy together so that the checks and the lowering see declarations alone, with
 * the places of their tables' cells. Only the compiler uses this package.
 */
@NullMarked
package org.portcullis.compiler.internal.files;

import org.jspecify.annotations.NullMarked;
