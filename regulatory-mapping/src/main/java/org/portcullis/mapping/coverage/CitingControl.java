package org.portcullis.mapping.coverage;

import java.util.List;
import java.util.Set;
import org.portcullis.model.citation.Citation;

/**
 * Is one control of a policy pack with the provisions it cites.
 *
 * @param id the control's id, unique in the pack
 * @param kind what sort of control it is, for example {@code hard limit}
 * @param citations the provisions it cites, without repeats, possibly none
 * @param rationale why the control answers to these provisions
 * @param author who says so
 */
public record CitingControl(String id, String kind, List<Citation> citations, String rationale, String author) {

    /** Copies the citations; refuses repeats and blank text. */
    public CitingControl {
        citations = List.copyOf(citations);
        if (id.isBlank() || kind.isBlank() || rationale.isBlank() || author.isBlank()) {
            throw new IllegalArgumentException("control `" + id + "` has blank text");
        }
        if (Set.copyOf(citations).size() != citations.size()) {
            throw new IllegalArgumentException("control `" + id + "` cites a provision twice: " + citations);
        }
    }

    /**
     * Describes a control whose policy gives citations and an owner and no rationale; the rationale then says just that,
     * so that nobody takes the link for somebody's reasoning.
     */
    public static CitingControl asWritten(String id, String kind, List<Citation> citations, String owner) {
        return new CitingControl(
                id,
                kind,
                citations,
                "the policy cites the provision and states no rationale",
                owner + " (owner of the control)");
    }
}
