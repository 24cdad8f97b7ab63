package org.portcullis.mapping.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.citation.Citation;

/**
 * Knows which controls of a pack cite which provisions, from the policy text alone.
 *
 * <p>A control covers a provision when it cites it or one of its parts, at any depth. Citing a provision does not cover its
 * parts: a control that cites {@code 15(1)} does not say which of (a) to (d) it means.
 */
public final class ControlCoverage {

    private final ProvisionCatalogue catalogue;
    private final List<CitingControl> controls;
    private final Map<Citation, List<CitingControl>> citing;
    private final List<Citation> unresolved;

    private ControlCoverage(
            ProvisionCatalogue catalogue,
            List<CitingControl> controls,
            Map<Citation, List<CitingControl>> citing,
            List<Citation> unresolved) {
        this.catalogue = catalogue;
        this.controls = controls;
        this.citing = citing;
        this.unresolved = unresolved;
    }

    /** Sets controls against a catalogue. */
    public static ControlCoverage of(ProvisionCatalogue catalogue, List<CitingControl> controls) {
        Map<Citation, List<CitingControl>> citing = new LinkedHashMap<>();
        Set<Citation> unresolved = new LinkedHashSet<>();
        for (CitingControl control : controls) {
            for (Citation citation : control.citations()) {
                citing.computeIfAbsent(citation, unused -> new ArrayList<>()).add(control);
                if (!catalogue.knows(citation)) {
                    unresolved.add(citation);
                }
            }
        }
        return new ControlCoverage(catalogue, List.copyOf(controls), citing, List.copyOf(unresolved));
    }

    /** Lists the controls that cite exactly this provision, in the order of the pack. */
    public List<CitingControl> citing(Citation citation) {
        return List.copyOf(citing.getOrDefault(citation, List.of()));
    }

    /** Lists the controls that cite the provision or a part of it, in the order of the pack, each once. */
    public List<CitingControl> covering(Citation citation) {
        return covering(citation, part -> true);
    }

    /** Lists the controls that cite the provision or a part of it that counts; parts of a part that does not are out. */
    List<CitingControl> covering(Citation citation, Predicate<Citation> counts) {
        Set<CitingControl> covering = new LinkedHashSet<>(citing(citation));
        for (Citation part : catalogue.children(citation)) {
            if (counts.test(part)) {
                covering.addAll(covering(part, counts));
            }
        }
        return controls.stream().filter(covering::contains).toList();
    }

    /** Lists the provisions that no control covers, in the order of the catalogue. */
    public List<Citation> gaps() {
        return catalogue.provisions().stream()
                .map(Provision::citation)
                .filter(citation -> covering(citation).isEmpty())
                .toList();
    }

    /** Lists the ids of the controls that cite nothing, in the order of the pack. */
    public List<String> controlsWithoutCitation() {
        return controls.stream()
                .filter(control -> control.citations().isEmpty())
                .map(CitingControl::id)
                .toList();
    }

    /** Lists cited provisions that the catalogue does not know, in the order of their first citation. */
    public List<Citation> unresolved() {
        return unresolved;
    }
}
