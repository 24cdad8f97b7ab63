package org.portcullis.verifier;

import java.util.Optional;
import java.util.OptionalLong;

/** Carries the first thing that does not hold out of an examination. */
final class Rejection extends Exception {

    private static final long serialVersionUID = 1L;

    /** Names a place; transient because nobody serialises a rejection. */
    private final transient Place place;

    private final Outcome outcome;

    /**
     * Names what a rejection is about.
     *
     * @param entry the index of the entry, where one can be named
     * @param file the file, where one can be named
     * @param offset the offset in the file, where one can be named
     */
    record Place(OptionalLong entry, Optional<String> file, OptionalLong offset) {

        static Place of(String file) {
            return new Place(OptionalLong.empty(), Optional.of(file), OptionalLong.empty());
        }

        Place at(long byteOffset) {
            return new Place(entry, file, OptionalLong.of(byteOffset));
        }

        /** Gives the same place, of a journal that lies in a folder. */
        Place within(String folder) {
            return new Place(
                    entry, Optional.of(folder + file.map(name -> "/" + name).orElse("")), offset);
        }

        Place entry(long index) {
            return new Place(OptionalLong.of(index), file, offset);
        }
    }

    Rejection(Outcome outcome, Place place, String reason) {
        super(reason);
        this.outcome = outcome;
        this.place = place;
    }

    Outcome outcome() {
        return outcome;
    }

    Place place() {
        return place;
    }

    /** Gives the same rejection at a place that is known better. */
    Rejection at(Place better) {
        return new Rejection(outcome, better, String.valueOf(getMessage()));
    }
}
