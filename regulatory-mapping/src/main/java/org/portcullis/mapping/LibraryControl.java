package org.portcullis.mapping;

import java.util.List;
import org.portcullis.model.citation.Citation;

/**
 * Describes a control of order flow that a policy may claim to implement by citing it.
 *
 * @param citation its name, for example {@code CONTROL-LIBRARY "29"}
 * @param name what people call it
 * @param prevents what it keeps from happening
 * @param stages where it stands, at least one
 * @param tiers how it acts; none for what is kept and does not act
 * @param measure a typical measure, an example and never a minimum of a regulator
 * @param fix codes of FIX tag 1530 that name such a limit, possibly none
 * @param serves the provisions that it serves by our reading, at least one
 * @param sources keys of the sources that it rests on, at least one
 * @param sureness how it is known
 */
public record LibraryControl(
        Citation citation,
        String name,
        String prevents,
        List<ControlStage> stages,
        List<ControlTier> tiers,
        String measure,
        List<String> fix,
        List<Citation> serves,
        List<String> sources,
        Sureness sureness) {

    /** Copies the lists and refuses blank text and a control without stage, provision or source. */
    public LibraryControl {
        stages = List.copyOf(stages);
        tiers = List.copyOf(tiers);
        fix = List.copyOf(fix);
        serves = List.copyOf(serves);
        sources = List.copyOf(sources);
        if (name.isBlank() || prevents.isBlank() || measure.isBlank()) {
            throw new IllegalArgumentException(citation + " has blank text");
        }
        if (stages.isEmpty() || serves.isEmpty() || sources.isEmpty()) {
            throw new IllegalArgumentException(citation + " needs a stage, a provision and a source");
        }
    }

    /** Gives the number of the control in the library. */
    public String id() {
        return citation.provision();
    }
}
