/** Typed values with units: every number a policy or a fact carries is a whole count of millionths. */
@NullMarked
package org.portcullis.model.value;

import org.jspecify.annotations.NullMarked;
