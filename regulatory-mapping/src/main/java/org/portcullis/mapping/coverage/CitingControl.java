package org.portcullis.mapping.coverage;

import java.util.List;
import java.util.Set;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.Rationale;

/**
 * Is one control of a policy pack with the provisions it cites.
 *
 * @param id the control's id, unique in the pack
 * @param kind what sort of control it is, for example {@code hard limit}
 * @param citations the provisions it cites, without repeats, possibly none
 * @param stated why the control answers to provisions among them, as the policy says
 * @param rationale why the control answers to the others
 * @param author who says so
 */
public record CitingControl(
        String id, String kind, List<Citation> citations, List<Rationale> stated, String rationale, String author) {

    /** Copies the lists; refuses repeats and blank text. */
    public CitingControl {
        citations = List.copyOf(citations);
        stated = List.copyOf(stated);
        if (id.isBlank() || kind.isBlank() || rationale.isBlank() || author.isBlank()) {
            throw new IllegalArgumentException("control `" + id + "` has blank text");
        }
        if (Set.copyOf(citations).size() != citations.size()) {
            throw new IllegalArgumentException("control `" + id + "` cites a provision twice: " + citations);
        }
    }

    /** Is a control with one rationale for all that it cites. */
    public CitingControl(String id, String kind, List<Citation> citations, String rationale, String author) {
        this(id, kind, citations, List.of(), rationale, author);
    }

    /** Gives why the control answers to a provision that it cites: what the policy says, or what is said of all others. */
    public String rationale(Citation citation) {
        return stated.stream()
                .filter(why -> why.citation().equals(citation))
                .map(Rationale::because)
                .findFirst()
                .orElse(rationale);
    }

    /**
     * Describes a control as its policy does, with citations, an owner and the rationales that it states. Where it states none, the rationale says just
     * that, so that nobody takes the link for somebody's reasoning.
     */
    public static CitingControl asWritten(
            String id, String kind, List<Citation> citations, List<Rationale> stated, String owner) {
        return new CitingControl(
                id,
                kind,
                citations,
                stated,
                "the policy cites the provision and states no rationale",
                owner + " (owner of the control)");
    }
}
