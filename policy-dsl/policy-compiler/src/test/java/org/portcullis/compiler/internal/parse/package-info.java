/** Tests of reading: every good text goes to the tree, to the canonical spelling and back. */
@NullMarked
package org.portcullis.compiler.internal.parse;

import org.jspecify.annotations.NullMarked;
