/** Tests of the canonical spelling. */
@NullMarked
package org.portcullis.compiler.format;

import org.jspecify.annotations.NullMarked;
