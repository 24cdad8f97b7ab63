package org.portcullis.mapping.coverage;

import java.util.List;

/**
 * Sets controls against places: which desk of which entity has which control.
 *
 * @param places the columns
 * @param rows one to a control, in the order of the policies
 */
public record ParityMatrix(List<Place> places, List<Row> rows) {

    /** Copies the lists. */
    public ParityMatrix {
        places = List.copyOf(places);
        rows = List.copyOf(rows);
    }

    /** Looks at every control at every place. */
    public static ParityMatrix of(List<PolicyControl> controls, List<Place> places) {
        return new ParityMatrix(
                places,
                controls.stream()
                        .map(control -> new Row(
                                control, places.stream().map(control::reach).toList()))
                        .toList());
    }

    /** Lists the rows whose places differ. */
    public List<Row> uneven() {
        return rows.stream().filter(Row::differs).toList();
    }

    /**
     * Is one control at all places.
     *
     * @param reaches whether it applies, in the order of the places
     */
    public record Row(PolicyControl control, List<Reach> reaches) {

        /** Copies the list. */
        public Row {
            reaches = List.copyOf(reaches);
        }

        /** Tells whether one place has what another has not. */
        public boolean differs() {
            return reaches.stream().distinct().count() > 1;
        }
    }
}
