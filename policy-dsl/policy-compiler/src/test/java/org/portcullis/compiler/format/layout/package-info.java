/** Tests of the layout of policies. */
@NullMarked
package org.portcullis.compiler.format.layout;

import org.jspecify.annotations.NullMarked;
