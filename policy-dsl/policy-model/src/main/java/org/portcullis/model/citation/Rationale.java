package org.portcullis.model.citation;

/**
 * Is why a control answers to a provision that it cites, in the words of its policy. The author is the control's owner.
 *
 * @param because the reason
 */
public record Rationale(Citation citation, String because) {

    /** Refuses a blank reason with an {@link IllegalArgumentException}: who states none leaves it out. */
    public Rationale {
        if (because.isBlank()) {
            throw new IllegalArgumentException("the reason for " + citation + " is blank");
        }
    }
}
