/** Tests of the compiler as a whole: from text to policy pack. */
@NullMarked
package org.portcullis.compiler;

import org.jspecify.annotations.NullMarked;
