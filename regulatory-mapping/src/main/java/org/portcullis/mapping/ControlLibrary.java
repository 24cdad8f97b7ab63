package org.portcullis.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.model.citation.Citation;

/**
 * Holds the controls that policies may claim to implement, in the order of their file. Immutable.
 *
 * @param corpus what the library is; its name is what policies cite
 * @param controls the controls, their citations unique and of that corpus
 */
public record ControlLibrary(Corpus corpus, List<LibraryControl> controls) {

    /** Copies the controls and refuses one that is there twice or belongs elsewhere. */
    public ControlLibrary {
        controls = List.copyOf(controls);
        Map<Citation, LibraryControl> seen = new LinkedHashMap<>();
        for (LibraryControl control : controls) {
            if (!control.citation().corpus().equals(corpus.name()) || seen.put(control.citation(), control) != null) {
                throw new IllegalArgumentException(control.citation() + " is there twice or belongs elsewhere");
            }
        }
    }

    /** Finds the control that a policy cites. */
    public Optional<LibraryControl> find(Citation citation) {
        return controls.stream()
                .filter(control -> control.citation().equals(citation))
                .findFirst();
    }

    /** Lists the controls that serve exactly this provision. */
    public List<LibraryControl> serving(Citation provision) {
        return controls.stream()
                .filter(control -> control.serves().contains(provision))
                .toList();
    }
}
