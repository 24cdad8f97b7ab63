/** Conditions over measures: a closed tree without spans, evaluated in three-valued logic. */
@NullMarked
package org.portcullis.model.condition;

import org.jspecify.annotations.NullMarked;
