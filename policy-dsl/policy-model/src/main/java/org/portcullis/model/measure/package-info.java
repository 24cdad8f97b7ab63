/** The closed vocabulary of attributes that policies may name. */
@NullMarked
package org.portcullis.model.measure;

import org.jspecify.annotations.NullMarked;
