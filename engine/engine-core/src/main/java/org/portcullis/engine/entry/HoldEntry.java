package org.portcullis.engine.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.engine.approval.FrozenQuorum;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.Seating;
import org.portcullis.engine.approval.Statement;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;

/** What happened to holds and to the votes on them. */
public sealed interface HoldEntry extends EntryBody
        permits HoldEntry.Begun,
                HoldEntry.Frozen,
                HoldEntry.VoteAccepted,
                HoldEntry.VoteRefused,
                HoldEntry.Escalated,
                HoldEntry.Released,
                HoldEntry.Rejected,
                HoldEntry.Expired,
                PetitionEntry,
                EstimateEntry {

    /** The engine's id of the submission; empty where a refused vote does not say, and for a hold that is about no submission. */
    String submission();

    /** Dispatches on the type. */
    <R> R matchHold(HoldCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.hold(this);
    }

    /** Handles each type. */
    interface HoldCases<R> {
        R begun(Begun entry);

        R frozen(Frozen entry);

        R voteAccepted(VoteAccepted entry);

        R voteRefused(VoteRefused entry);

        R escalated(Escalated entry);

        R released(Released entry);

        R rejected(Rejected entry);

        R expired(Expired entry);

        R asked(PetitionEntry.Asked entry);

        R askingRefused(PetitionEntry.Refused entry);

        R withdrawn(PetitionEntry.Withdrawn entry);

        R estimated(EstimateEntry.Estimated entry);

        R estimateRefused(EstimateEntry.Refused entry);
    }

    /** A hold begins; its quorums follow in entries of their own, so that the hold here has none. */
    record Begun(Hold hold, int quorums, int peopleNeeded, boolean reachable) implements HoldEntry {
        static final String TYPE = "hold.begun";

        /** The entry for a whole hold. */
        public static Begun of(Hold hold) {
            return new Begun(
                    hold.withQuorums(List.of()), hold.quorums().size(), hold.peopleNeeded(), hold.isReachable());
        }

        @Override
        public String submission() {
            return hold.submission();
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return HoldJson.of(hold)
                    .put("quorums", quorums)
                    .put("peopleNeeded", peopleNeeded)
                    .put("reachable", reachable)
                    .build();
        }

        static Begun fromJson(JsonObject json) {
            return new Begun(
                    HoldJson.hold(json),
                    Math.toIntExact(json.whole("quorums")),
                    Math.toIntExact(json.whole("peopleNeeded")),
                    json.bool("reachable"));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.begun(this);
        }
    }

    /** One quorum of a hold, with the people as they were when it began; the index counts from zero. */
    record Frozen(String hold, String submission, int index, FrozenQuorum quorum) implements HoldEntry {
        static final String TYPE = "hold.quorum";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return HoldJson.of(quorum)
                    .put("hold", hold)
                    .put("submission", submission)
                    .put("index", index)
                    .build();
        }

        static Frozen fromJson(JsonObject json) {
            return new Frozen(
                    json.text("hold"),
                    json.text("submission"),
                    Math.toIntExact(json.whole("index")),
                    HoldJson.quorum(json));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.frozen(this);
        }
    }

    /**
     * A vote counts. Verifiers outside hold {@code envelope} against the key that a `key.enrolled` or `key.rotated` entry names, and {@code approver} against its person.
     *
     * @param envelope the DSSE envelope as it came in, with the approver's own signature
     * @param reason as in the signed statement
     * @param missing how many people are still needed after it
     * @param estimate the person's own estimate as a multiple of the amount, where it was asked for and the amount is known
     */
    record VoteAccepted(
            String hold,
            String submission,
            String approver,
            Statement.Action action,
            SortedSet<Role> roles,
            String keyId,
            JsonObject envelope,
            String reason,
            long secondsSinceBegun,
            int missing,
            Optional<Value.Ratio> estimate)
            implements HoldEntry {
        static final String TYPE = "approval.vote.accepted";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder();
            ValueJson.put(json, "estimate", estimate);
            return json.put("hold", hold)
                    .put("submission", submission)
                    .put("approver", approver)
                    .put("action", action.word())
                    .put("roles", JsonArray.texts(roles.stream().map(Role::name).toList()))
                    .put("keyId", keyId)
                    .put("envelope", envelope)
                    .put("reason", reason)
                    .put("secondsSinceBegun", secondsSinceBegun)
                    .put("missing", missing)
                    .build();
        }

        static VoteAccepted fromJson(JsonObject json) {
            SortedSet<Role> roles = new TreeSet<>();
            json.array("roles").texts().forEach(name -> roles.add(new Role(name)));
            return new VoteAccepted(
                    json.text("hold"),
                    json.text("submission"),
                    json.text("approver"),
                    Words.constant(Statement.Action.values(), Statement.Action::word, json.text("action")),
                    roles,
                    json.text("keyId"),
                    json.object("envelope"),
                    json.text("reason"),
                    json.whole("secondsSinceBegun"),
                    Math.toIntExact(json.whole("missing")),
                    ValueJson.find(json, "estimate").map(ratio -> new Value.Ratio(ratio.micros())));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.voteAccepted(this);
        }
    }

    /**
     * A vote does not count.
     *
     * @param submission and person are empty where the vote does not reveal them
     * @param why the code of the reason
     * @param envelopeDigest of what came in
     */
    record VoteRefused(String submission, String person, String why, Digest envelopeDigest) implements HoldEntry {
        static final String TYPE = "approval.vote.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("submission", submission)
                    .put("person", person)
                    .put("why", why)
                    .put("envelopeDigest", envelopeDigest.value())
                    .build();
        }

        static VoteRefused fromJson(JsonObject json) {
            return new VoteRefused(
                    json.text("submission"),
                    json.text("person"),
                    json.text("why"),
                    new Digest(json.text("envelopeDigest")));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.voteRefused(this);
        }
    }

    /**
     * A hold has waited so long that a role is told.
     *
     * @param step which step of the hold, from zero
     * @param due when the step was due; the entry's time is when it was taken
     * @param people who held the role then
     */
    record Escalated(String hold, String submission, int step, Instant due, Role to, List<String> people)
            implements HoldEntry {
        static final String TYPE = "hold.escalated";

        public Escalated {
            people = List.copyOf(people);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("hold", hold)
                    .put("submission", submission)
                    .put("step", step)
                    .put("due", due.toString())
                    .put("to", to.name())
                    .put("people", JsonArray.texts(people))
                    .build();
        }

        static Escalated fromJson(JsonObject json) {
            return new Escalated(
                    json.text("hold"),
                    json.text("submission"),
                    Math.toIntExact(json.whole("step")),
                    Instant.parse(json.text("due")),
                    new Role(json.text("to")),
                    json.array("people").texts());
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.escalated(this);
        }
    }

    /** Every quorum is met; who sits where. */
    record Released(String hold, String submission, List<Seating.Taken> seats) implements HoldEntry {
        static final String TYPE = "hold.released";

        public Released {
            seats = List.copyOf(seats);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("hold", hold)
                    .put("submission", submission)
                    .put("seats", seats.stream().map(Released::json).toList())
                    .build();
        }

        static Released fromJson(JsonObject json) {
            return new Released(
                    json.text("hold"),
                    json.text("submission"),
                    json.array("seats").objects().stream().map(Released::seat).toList());
        }

        private static JsonObject json(Seating.Taken seat) {
            return JsonObject.builder()
                    .put("quorum", seat.quorum())
                    .put("control", seat.control().text())
                    .put("person", seat.person())
                    .build();
        }

        private static Seating.Taken seat(JsonObject json) {
            return new Seating.Taken(
                    Math.toIntExact(json.whole("quorum")), new ControlId(json.text("control")), json.text("person"));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.released(this);
        }
    }

    /** One approver rejected, which ends the hold. */
    record Rejected(String hold, String submission, String by, String reason) implements HoldEntry {
        static final String TYPE = "hold.rejected";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("hold", hold)
                    .put("submission", submission)
                    .put("by", by)
                    .put("reason", reason)
                    .build();
        }

        static Rejected fromJson(JsonObject json) {
            return new Rejected(json.text("hold"), json.text("submission"), json.text("by"), json.text("reason"));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.rejected(this);
        }
    }

    /** The hold's time limit passed, which rejects it. */
    record Expired(String hold, String submission, Instant due) implements HoldEntry {
        static final String TYPE = "hold.expired";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("hold", hold, "submission", submission, "due", due.toString());
        }

        static Expired fromJson(JsonObject json) {
            return new Expired(json.text("hold"), json.text("submission"), Instant.parse(json.text("due")));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.expired(this);
        }
    }
}
