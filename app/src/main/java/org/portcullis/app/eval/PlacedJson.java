package org.portcullis.app.eval;

import java.util.List;

/** One value of a JSON file with its place. */
sealed interface PlacedJson {

    /** Where the value begins. */
    Place at();

    <R> R match(Cases<R> cases);

    /** Handles each kind of value. */
    interface Cases<R> {
        R fields(Fields value);

        R items(Items value);

        R text(Text value);

        /** A number, `true`, `false` or `null`, as it is written. */
        R bare(Bare value);
    }

    /** An object; a name given twice was refused. */
    record Fields(Place at, List<Field> fields) implements PlacedJson {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fields(this);
        }
    }

    /** A name with its value. */
    record Field(String name, Place at, PlacedJson value) {}

    /** An array. */
    record Items(Place at, List<PlacedJson> items) implements PlacedJson {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.items(this);
        }
    }

    /** A text; its letters begin one column after its place. */
    record Text(Place at, String text) implements PlacedJson {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** What stands without quotation marks. */
    record Bare(Place at, String text) implements PlacedJson {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bare(this);
        }
    }
}
