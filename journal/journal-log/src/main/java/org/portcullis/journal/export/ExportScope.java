package org.portcullis.journal.export;

import java.time.Instant;
import java.util.Optional;
import org.portcullis.model.json.JsonObject;

/** Says by what the entries of an export are chosen. */
public sealed interface ExportScope {

    /** Gives the scope as the first line of an export and the journal state it. */
    JsonObject toJson();

    /** Dispatches on the kind. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of scope. */
    interface Cases<R> {
        R all(All scope);

        R period(Period scope);

        R desk(Desk scope);

        R submission(Case scope);
    }

    /** Is every entry. */
    record All() implements ExportScope {

        @Override
        public JsonObject toJson() {
            return JsonObject.of("kind", "all");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.all(this);
        }
    }

    /**
     * Is every entry of a time.
     *
     * @param from the first instant; empty means from the first entry on
     * @param to the first instant after it; empty means up to the last entry
     */
    record Period(Optional<Instant> from, Optional<Instant> to) implements ExportScope {

        /** Refuses periods that end before they begin with an {@link IllegalArgumentException}. */
        public Period {
            if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
                throw new IllegalArgumentException(
                        "the period from " + from.get() + " to " + to.get() + " has no time");
            }
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("kind", "period")
                    .putIfPresent("from", from.map(Instant::toString))
                    .putIfPresent("to", to.map(Instant::toString))
                    .build();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.period(this);
        }
    }

    /**
     * Is what belongs to the submissions of a desk.
     *
     * @param desk the desk as submissions name it
     */
    record Desk(String desk) implements ExportScope {

        @Override
        public JsonObject toJson() {
            return JsonObject.of("desk", desk, "kind", "desk");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.desk(this);
        }
    }

    /**
     * Is what belongs to one submission or petition.
     *
     * @param id its id
     */
    record Case(String id) implements ExportScope {

        @Override
        public JsonObject toJson() {
            return JsonObject.of("case", id, "kind", "case");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.submission(this);
        }
    }
}
