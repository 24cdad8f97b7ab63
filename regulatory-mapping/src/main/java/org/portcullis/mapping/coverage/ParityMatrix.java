package org.portcullis.mapping.coverage;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Sets controls against places: which desk of which entity has which control.
 *
 * @param <C> a control, as a policy states it or as a journal recorded it
 * @param places the columns
 * @param rows one to a control, in the order of the policies
 */
public record ParityMatrix<C>(List<Place> places, List<Row<C>> rows) {

    /** Copies the lists. */
    public ParityMatrix {
        places = List.copyOf(places);
        rows = List.copyOf(rows);
    }

    /** Looks at every control of a policy at every place. */
    public static ParityMatrix<PolicyControl> of(List<PolicyControl> controls, List<Place> places) {
        return of(controls, places, PolicyControl::reach);
    }

    /** Looks at every control at every place with {@code reach}, which says whether it applies there. */
    public static <C> ParityMatrix<C> of(List<C> controls, List<Place> places, BiFunction<C, Place, Reach> reach) {
        return new ParityMatrix<>(
                places,
                controls.stream()
                        .map(control -> new Row<>(
                                control,
                                places.stream()
                                        .map(place -> reach.apply(control, place))
                                        .toList()))
                        .toList());
    }

    /** Lists the rows whose places differ. */
    public List<Row<C>> uneven() {
        return rows.stream().filter(Row::differs).toList();
    }

    /**
     * Is one control at all places.
     *
     * @param <C> a control
     * @param reaches whether it applies, in the order of the places
     */
    public record Row<C>(C control, List<Reach> reaches) {

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
