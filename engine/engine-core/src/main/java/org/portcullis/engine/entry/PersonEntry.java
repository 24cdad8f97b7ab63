package org.portcullis.engine.entry;

import org.portcullis.engine.people.Pseudonym;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/** What the journal says of people: that a pseudonym stands for somebody, and that nobody can say for whom any more. */
public sealed interface PersonEntry extends EntryBody {

    /** The type of the entry of a commitment. */
    String COMMITTED = "person.committed";

    /** The type of the entry of an erasure. */
    String ERASED = "person.erased";

    /** Dispatches on the type. */
    <R> R matchPerson(PersonCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.person(this);
    }

    /** Handles each type. */
    interface PersonCases<R> {
        R committed(Committed entry);

        R erased(Erased entry);

        R refused(Refused entry);
    }

    /**
     * A pseudonym stands for a person from now on.
     *
     * @param commitment to the person's identity, which a vault keeps
     */
    record Committed(Pseudonym person, Digest commitment) implements PersonEntry {
        static final String TYPE = COMMITTED;

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("person", person.value(), "commitment", commitment.value());
        }

        static Committed fromJson(JsonObject json) {
            return new Committed(new Pseudonym(json.text("person")), new Digest(json.text("commitment")));
        }

        @Override
        public <R> R matchPerson(PersonCases<R> cases) {
            return cases.committed(this);
        }
    }

    /**
     * What the vault keeps of a person is to be destroyed, and from then on is.
     *
     * @param commitment the one of the person's {@link Committed}
     * @param by the person who erases
     * @param reason why, as a committed text
     */
    record Erased(Pseudonym person, Digest commitment, String by, String reason) implements PersonEntry {
        static final String TYPE = ERASED;

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("person", person.value())
                    .put("commitment", commitment.value())
                    .put("by", by)
                    .put("reason", reason)
                    .build();
        }

        static Erased fromJson(JsonObject json) {
            return new Erased(
                    new Pseudonym(json.text("person")),
                    new Digest(json.text("commitment")),
                    json.text("by"),
                    json.text("reason"));
        }

        @Override
        public <R> R matchPerson(PersonCases<R> cases) {
            return cases.erased(this);
        }
    }

    /**
     * A person was not committed to or not erased.
     *
     * @param why the code of the reason
     */
    record Refused(Pseudonym person, String why) implements PersonEntry {
        static final String TYPE = "person.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("person", person.value(), "why", why);
        }

        static Refused fromJson(JsonObject json) {
            return new Refused(new Pseudonym(json.text("person")), json.text("why"));
        }

        @Override
        public <R> R matchPerson(PersonCases<R> cases) {
            return cases.refused(this);
        }
    }
}
