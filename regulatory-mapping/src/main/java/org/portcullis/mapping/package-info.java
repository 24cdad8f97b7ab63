/**
 * The catalogue of provisions that policies may cite: what each asks for in our own words, how sure we are, and since
 * when.
 *
 * <p>Start at {@link org.portcullis.mapping.ProvisionCatalogue}; the package {@code load} reads one from YAML, the package
 * {@code coverage} sets it against the controls of a policy pack and the evidence of a journal. Nothing here is legal
 * advice and no text here is a quotation.
 */
@NullMarked
package org.portcullis.mapping;

import org.jspecify.annotations.NullMarked;
