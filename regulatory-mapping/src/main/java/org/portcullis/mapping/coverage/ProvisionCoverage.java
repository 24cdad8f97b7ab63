package org.portcullis.mapping.coverage;

import java.util.Comparator;
import java.util.List;
import org.portcullis.mapping.Provision;

/**
 * Is one provision of a profile with its verdict at every place.
 *
 * @param provision the provision
 * @param required whether a gap fails
 * @param cells one to a place, in the order of the places, at least one
 */
public record ProvisionCoverage(Provision provision, boolean required, List<Cell> cells) {

    /** Copies the cells and refuses none. */
    public ProvisionCoverage {
        cells = List.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException(provision.citation() + " is judged nowhere");
        }
    }

    /** Gives the worst verdict of all places: a gap anywhere is a gap. */
    public Coverage verdict() {
        return cells.stream()
                .map(Cell::verdict)
                .min(Comparator.comparing(ProvisionCoverage::rank))
                .orElse(Coverage.GAP);
    }

    /** Tells whether it fails the profile. */
    public boolean fails() {
        return required && verdict() == Coverage.GAP;
    }

    private static int rank(Coverage coverage) {
        return switch (coverage) {
            case GAP -> 0;
            case PARTIAL -> 1;
            case COVERED -> 2;
            case NOT_APPLICABLE -> 3;
        };
    }

    /**
     * Is the verdict at one place.
     *
     * @param because the reason, lower case and without a full stop
     * @param links what answers to the provision there
     */
    public record Cell(Place place, Coverage verdict, String because, List<CoverageLink> links) {

        /** Copies the links. */
        public Cell {
            links = List.copyOf(links);
        }
    }
}
