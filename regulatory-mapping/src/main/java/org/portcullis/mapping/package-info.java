/** The catalogue of provisions and what covers them. */
@NullMarked
package org.portcullis.mapping;

import org.jspecify.annotations.NullMarked;
