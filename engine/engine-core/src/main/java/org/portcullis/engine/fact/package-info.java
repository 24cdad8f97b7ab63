/** Facts: values with source and age, or the reason why there is none. */
@NullMarked
package org.portcullis.engine.fact;

import org.jspecify.annotations.NullMarked;
