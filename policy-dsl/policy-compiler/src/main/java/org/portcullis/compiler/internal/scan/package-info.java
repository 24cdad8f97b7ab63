/**
 * Looks at the raw bytes and characters of a policy before anybody parses them, so that nothing hidden or ambiguous reaches the parser.
 *
 * <p>Start at {@link org.portcullis.compiler.internal.scan.RawScan}. Only the compiler uses this package.
 */
@NullMarked
package org.portcullis.compiler.internal.scan;

import org.jspecify.annotations.NullMarked;
