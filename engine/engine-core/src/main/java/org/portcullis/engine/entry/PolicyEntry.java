package org.portcullis.engine.entry;

import java.time.Instant;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/** What happened to what the engine decides by: the policy, the people, the time. */
public sealed interface PolicyEntry extends EntryBody
        permits PackActivated, PackControl, PackChanges, PolicyEntry.PeopleReplaced, PolicyEntry.TimeRefused {

    /** Dispatches on the type. */
    <R> R matchPolicy(PolicyCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.policy(this);
    }

    /** Handles each type. */
    interface PolicyCases<R> {
        R packActivated(PackActivated entry);

        R packControl(PackControl entry);

        R packChanges(PackChanges entry);

        R peopleReplaced(PeopleReplaced entry);

        R timeRefused(TimeRefused entry);
    }

    /** The directory of people was replaced as a whole; the digest is of every person with roles and delegates. */
    record PeopleReplaced(Digest digest, int people) implements PolicyEntry {
        static final String TYPE = "people.replaced";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("digest", digest.value())
                    .put("people", people)
                    .build();
        }

        static PeopleReplaced fromJson(JsonObject json) {
            return new PeopleReplaced(new Digest(json.text("digest")), Math.toIntExact(json.whole("people")));
        }

        @Override
        public <R> R matchPolicy(PolicyCases<R> cases) {
            return cases.peopleReplaced(this);
        }
    }

    /**
     * A command came with a time before the latest one and was refused; the entry itself is dated with the latest time.
     *
     * @param command what was asked for, in a word
     */
    record TimeRefused(String command, Instant given) implements PolicyEntry {
        static final String TYPE = "time.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("command", command, "given", given.toString());
        }

        static TimeRefused fromJson(JsonObject json) {
            return new TimeRefused(json.text("command"), Instant.parse(json.text("given")));
        }

        @Override
        public <R> R matchPolicy(PolicyCases<R> cases) {
            return cases.timeRefused(this);
        }
    }
}
