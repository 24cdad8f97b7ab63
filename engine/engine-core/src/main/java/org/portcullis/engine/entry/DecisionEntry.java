package org.portcullis.engine.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;

/**
 * What was decided. A small decision is one entry, {@link Made} with its {@link DecisionContents}; of a large one the lines, the groups and the tallies come
 * first, in parts that each fit into one entry, and {@link Made} closes over their digests.
 *
 * <p>The digest of the body of {@link Made} is the decision digest that approvals and tokens are bound to.
 */
public sealed interface DecisionEntry extends EntryBody {

    /** The engine's id of the submission. */
    String submission();

    /** Dispatches on the type. */
    <R> R matchDecision(DecisionCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.decision(this);
    }

    /** Handles each type. */
    interface DecisionCases<R> {
        R lines(Lines entry);

        R groups(Groups entry);

        R tallies(Tallies entry);

        R made(Made entry);
    }

    /** What happens to some of the lines, with every finding against them; line 0 is the basket as a whole. */
    record Lines(String submission, int part, List<RecordedLine> lines) implements DecisionEntry {
        static final String TYPE = "decision.lines";

        public Lines {
            lines = List.copyOf(lines);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return partOf(
                    submission,
                    part,
                    "lines",
                    lines.stream().map(RecordedLine::toJson).toList());
        }

        static Lines fromJson(JsonObject json) {
            return new Lines(
                    json.text("submission"),
                    Math.toIntExact(json.whole("part")),
                    json.array("lines").objects().stream()
                            .map(RecordedLine::fromJson)
                            .toList());
        }

        @Override
        public <R> R matchDecision(DecisionCases<R> cases) {
            return cases.lines(this);
        }
    }

    /** Findings that count, grouped by control. */
    record Groups(String submission, int part, List<RecordedGroup> groups) implements DecisionEntry {
        static final String TYPE = "decision.groups";

        public Groups {
            groups = List.copyOf(groups);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return partOf(
                    submission,
                    part,
                    "groups",
                    groups.stream().map(RecordedGroup::toJson).toList());
        }

        static Groups fromJson(JsonObject json) {
            return new Groups(
                    json.text("submission"),
                    Math.toIntExact(json.whole("part")),
                    json.array("groups").objects().stream()
                            .map(RecordedGroup::fromJson)
                            .toList());
        }

        @Override
        public <R> R matchDecision(DecisionCases<R> cases) {
            return cases.groups(this);
        }
    }

    /** How often each control that applied, or may have, was evaluated, passes included; a control of the stage that is not listed applied to nothing. */
    record Tallies(String submission, int part, List<ControlTally> tallies) implements DecisionEntry {
        static final String TYPE = "decision.tallies";

        public Tallies {
            tallies = List.copyOf(tallies);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return partOf(
                    submission,
                    part,
                    "tallies",
                    tallies.stream().map(Tallies::json).toList());
        }

        static JsonObject json(ControlTally tally) {
            JsonObject.Builder json =
                    JsonObject.builder().put("control", tally.control().text());
            Words.putCount(json, "notApplicable", tally.notApplicable());
            Words.putCount(json, "satisfied", tally.satisfied());
            Words.putCount(json, "breached", tally.breached());
            Words.putCount(json, "unknown", tally.unknown());
            return json.build();
        }

        static Tallies fromJson(JsonObject json) {
            return new Tallies(
                    json.text("submission"),
                    Math.toIntExact(json.whole("part")),
                    json.array("tallies").objects().stream().map(Tallies::tally).toList());
        }

        static ControlTally tally(JsonObject json) {
            return new ControlTally(
                    new ControlId(json.text("control")),
                    Words.count(json, "notApplicable"),
                    Words.count(json, "satisfied"),
                    Words.count(json, "breached"),
                    Words.count(json, "unknown"));
        }

        @Override
        public <R> R matchDecision(DecisionCases<R> cases) {
            return cases.tallies(this);
        }
    }

    /**
     * The decision.
     *
     * @param outcome what it means for the submission
     * @param inFlight what is done to what is working
     * @param releasable the lines that go on once everything that is awaited is there
     * @param releasableNotional of those lines; empty where one of them is not known, or there is none
     * @param stoppedNotional of all other lines; empty where one of them is not known, or there is none
     * @param counts the findings that count
     * @param awaits what must come before a release
     * @param holds the controls that hold it
     * @param parts the entries that belong to it; {@link Parts#NONE} where it has contents
     * @param contents what would stand in entries of its own, were there more of it
     */
    record Made(
            String submission,
            Outcome outcome,
            Effect effect,
            Effect basketEffect,
            InFlightEffect inFlight,
            Digest submissionDigest,
            Digest snapshotDigest,
            LineSet releasable,
            Optional<Value.Money> releasableNotional,
            Optional<Value.Money> stoppedNotional,
            Counts counts,
            Awaits awaits,
            List<ControlId> holds,
            Parts parts,
            Optional<DecisionContents> contents)
            implements DecisionEntry {
        static final String TYPE = "decision.made";

        public Made {
            holds = List.copyOf(holds);
            if (contents.isPresent() && !parts.equals(Parts.NONE)) {
                throw new IllegalArgumentException("a decision with contents has no parts in other entries");
            }
        }

        /** The decision without what belongs to it; its digest is another one. */
        public Made bare() {
            return new Made(
                    submission,
                    outcome,
                    effect,
                    basketEffect,
                    inFlight,
                    submissionDigest,
                    snapshotDigest,
                    releasable,
                    releasableNotional,
                    stoppedNotional,
                    counts,
                    awaits,
                    holds,
                    Parts.NONE,
                    Optional.empty());
        }

        @Override
        public List<EntryBody> unfolded() {
            if (contents.isEmpty()) {
                return List.of(this);
            }
            List<EntryBody> bodies = new ArrayList<>(contents.get().bodies(submission));
            bodies.add(this);
            return bodies;
        }

        /** What a decision means for the submission. */
        public enum Outcome {
            BLOCKED("blocked"),
            WAITING("waiting"),
            RELEASED("released");

            private final String word;

            Outcome(String word) {
                this.word = word;
            }

            /** The outcome as the journal carries it. */
            public String word() {
                return word;
            }
        }

        /** How many findings that count block, hold and warn, how many do not count, and how many groups there are. */
        public record Counts(int block, int hold, int warn, int superseded, int groups) {}

        /** How many warnings are to be acknowledged and how many quorums to be met. */
        public record Awaits(int warnings, int quorums) {}

        /** The entries of each type, in this order, with one digest over the digests of their bodies. */
        public record Parts(int lines, int groups, int tallies, Digest digest) {

            /** No entry belongs to it. */
            public static final Parts NONE = new Parts(0, 0, 0, Digest.of(JsonArray.texts(List.of())));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder();
            Words.putInFlight(json, inFlight);
            ValueJson.put(json, "releasableNotional", releasableNotional);
            ValueJson.put(json, "stoppedNotional", stoppedNotional);
            json.put("submission", submission)
                    .put("outcome", outcome.word())
                    .put("effect", effect.word())
                    .put("basketEffect", basketEffect.word())
                    .put("submissionDigest", submissionDigest.value())
                    .put("snapshotDigest", snapshotDigest.value())
                    .put("releasable", releasable.text());
            JsonObject.Builder findings = JsonObject.builder();
            Words.putCount(findings, "block", counts.block());
            Words.putCount(findings, "hold", counts.hold());
            Words.putCount(findings, "warn", counts.warn());
            Words.putCount(findings, "superseded", counts.superseded());
            Words.putCount(findings, "groups", counts.groups());
            Words.putUnlessEmpty(json, "counts", findings.build());
            JsonObject.Builder awaited = JsonObject.builder();
            Words.putCount(awaited, "warnings", awaits.warnings());
            Words.putCount(awaited, "quorums", awaits.quorums());
            Words.putUnlessEmpty(json, "awaits", awaited.build());
            if (!holds.isEmpty()) {
                json.put(
                        "holds",
                        JsonArray.texts(holds.stream().map(ControlId::text).toList()));
            }
            if (contents.isPresent()) {
                contents.get().putInto(json);
                return json.build();
            }
            return json.put(
                            "parts",
                            JsonObject.builder()
                                    .put("lines", parts.lines())
                                    .put("groups", parts.groups())
                                    .put("tallies", parts.tallies())
                                    .put("digest", parts.digest().value())
                                    .build())
                    .build();
        }

        static Made fromJson(JsonObject json) {
            JsonObject counts = Words.objectOrEmpty(json, "counts");
            JsonObject awaits = Words.objectOrEmpty(json, "awaits");
            return new Made(
                    json.text("submission"),
                    Words.constant(Outcome.values(), Outcome::word, json.text("outcome")),
                    Words.constant(Effect.values(), Effect::word, json.text("effect")),
                    Words.constant(Effect.values(), Effect::word, json.text("basketEffect")),
                    Words.inFlight(json),
                    new Digest(json.text("submissionDigest")),
                    new Digest(json.text("snapshotDigest")),
                    LineSet.parse(json.text("releasable")),
                    ValueJson.findMoney(json, "releasableNotional"),
                    ValueJson.findMoney(json, "stoppedNotional"),
                    new Counts(
                            Words.count(counts, "block"),
                            Words.count(counts, "hold"),
                            Words.count(counts, "warn"),
                            Words.count(counts, "superseded"),
                            Words.count(counts, "groups")),
                    new Awaits(Words.count(awaits, "warnings"), Words.count(awaits, "quorums")),
                    json.has("holds")
                            ? json.array("holds").texts().stream()
                                    .map(ControlId::new)
                                    .toList()
                            : List.of(),
                    DecisionContents.areIn(json) ? Parts.NONE : parts(json.object("parts")),
                    DecisionContents.areIn(json) ? Optional.of(DecisionContents.fromJson(json)) : Optional.empty());
        }

        private static Parts parts(JsonObject json) {
            return new Parts(
                    Math.toIntExact(json.whole("lines")),
                    Math.toIntExact(json.whole("groups")),
                    Math.toIntExact(json.whole("tallies")),
                    new Digest(json.text("digest")));
        }

        @Override
        public <R> R matchDecision(DecisionCases<R> cases) {
            return cases.made(this);
        }
    }

    private static JsonObject partOf(String submission, int part, String key, List<? extends Json> items) {
        return JsonObject.builder()
                .put("submission", submission)
                .put("part", part)
                .put(key, items)
                .build();
    }
}
