package org.portcullis.mapping.coverage;

import org.portcullis.model.citation.Citation;

/**
 * Says why a control answers to a provision, and who says so.
 *
 * @param control the control
 * @param provision the provision that it answers to
 * @param through how the two are linked
 * @param cited what the control's sentence cites: the provision, or a control of the library
 * @param rationale the reason, in one sentence without a full stop
 * @param author who says so
 */
public record CoverageLink(
        PolicyControl control, Citation provision, Through through, Citation cited, String rationale, String author) {

    /** Refuses a link without a reason or an author. */
    public CoverageLink {
        if (rationale.isBlank() || author.isBlank()) {
            throw new IllegalArgumentException(
                    "the link of " + control.id() + " to " + provision + " needs a reason and an author");
        }
    }

    /** Tells the ways in which a control and a provision are linked. */
    public enum Through {
        /** The control cites the provision. */
        CITATION,
        /** The control claims to implement a control of the library that serves the provision by the library's reading. */
        LIBRARY
    }
}
