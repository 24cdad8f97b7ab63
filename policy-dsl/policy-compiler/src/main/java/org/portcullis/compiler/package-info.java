/** From policy text to the checked policy pack. */
@NullMarked
package org.portcullis.compiler;

import org.jspecify.annotations.NullMarked;
