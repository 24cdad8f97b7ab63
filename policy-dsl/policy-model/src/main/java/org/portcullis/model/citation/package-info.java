/**
 * Citations of regulatory provisions as policies write them, and the port through which a catalogue answers for them.
 *
 * <p>Start at {@link org.portcullis.model.citation.Citation}. Every module may use this package; the catalogue behind
 * {@link org.portcullis.model.citation.CitationIndex} lives in the module regulatory-mapping.
 */
@NullMarked
package org.portcullis.model.citation;

import org.jspecify.annotations.NullMarked;
