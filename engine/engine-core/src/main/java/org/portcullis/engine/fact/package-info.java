/**
 * Facts: values with source and age, or the reason why there is none.
 *
 * <p>Start at {@link org.portcullis.engine.fact.FactExtractor}, which reads them from a submission and a snapshot; evaluators read {@link
 * org.portcullis.engine.fact.Facts}. Everything that evaluates or explains may depend on it.
 */
@NullMarked
package org.portcullis.engine.fact;

import org.jspecify.annotations.NullMarked;
