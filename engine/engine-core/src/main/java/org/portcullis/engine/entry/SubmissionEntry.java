package org.portcullis.engine.entry;

import java.util.Optional;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;

/** What came in, and how it ended without a release. */
public sealed interface SubmissionEntry extends EntryBody {

    /** Dispatches on the type. */
    <R> R matchSubmission(SubmissionCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.submission(this);
    }

    /** Handles each type. */
    interface SubmissionCases<R> {
        R received(Received entry);

        R refused(Refused entry);

        R ended(Ended entry);

        R endRefused(EndRefused entry);
    }

    /**
     * A basket came in.
     *
     * @param submission the engine's id, which ties all its entries together
     * @param intended what the client asked for, if the order system carries it
     * @param submissionDigest of the basket with all its lines
     * @param snapshotDigest of the market and reference data that it is judged by
     */
    record Received(
            String submission,
            String basket,
            String requester,
            Optional<String> desk,
            Optional<String> location,
            Optional<String> flow,
            Stage stage,
            int lines,
            Optional<Value.Money> intended,
            Optional<Value.Money> notional,
            Digest submissionDigest,
            Digest snapshotDigest,
            String snapshotSource)
            implements SubmissionEntry {
        static final String TYPE = "submission.received";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .put("submission", submission)
                    .put("basket", basket)
                    .put("requester", requester)
                    .putIfPresent("desk", desk)
                    .putIfPresent("location", location)
                    .putIfPresent("flow", flow)
                    .put("stage", stage.words())
                    .put("lines", lines)
                    .put("submissionDigest", submissionDigest.value())
                    .put("snapshotDigest", snapshotDigest.value())
                    .put("snapshotSource", snapshotSource);
            ValueJson.put(json, "intended", intended);
            ValueJson.put(json, "notional", notional);
            return json.build();
        }

        static Received fromJson(JsonObject json) {
            return new Received(
                    json.text("submission"),
                    json.text("basket"),
                    json.text("requester"),
                    json.findText("desk"),
                    json.findText("location"),
                    json.findText("flow"),
                    Words.constant(Stage.values(), Stage::words, json.text("stage")),
                    Math.toIntExact(json.whole("lines")),
                    ValueJson.findMoney(json, "intended"),
                    ValueJson.findMoney(json, "notional"),
                    new Digest(json.text("submissionDigest")),
                    new Digest(json.text("snapshotDigest")),
                    json.text("snapshotSource"));
        }

        @Override
        public <R> R matchSubmission(SubmissionCases<R> cases) {
            return cases.received(this);
        }
    }

    /**
     * A basket was turned away before it could be judged; nothing of it goes on.
     *
     * @param why the code of the reason
     * @param basket and requester, cut to what an entry can carry
     */
    record Refused(String why, String basket, String requester) implements SubmissionEntry {
        static final String TYPE = "submission.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("why", why, "basket", basket, "requester", requester);
        }

        static Refused fromJson(JsonObject json) {
            return new Refused(json.text("why"), json.text("basket"), json.text("requester"));
        }

        @Override
        public <R> R matchSubmission(SubmissionCases<R> cases) {
            return cases.refused(this);
        }
    }

    /**
     * A submission is over without a release: whatever was waiting is void, and so is a token that was not used.
     *
     * @param why what ended it
     * @param by the person or submission that ended it; empty where time did
     */
    record Ended(String submission, Why why, String by) implements SubmissionEntry {
        static final String TYPE = "submission.ended";

        /** What ends a submission. */
        public enum Why {
            WITHDRAWN("withdrawn"),
            SUPERSEDED("superseded"),
            UNACKNOWLEDGED("unacknowledged"),
            NOT_PRESENTED("not-presented"),
            KILLED("killed");

            private final String word;

            Why(String word) {
                this.word = word;
            }

            /** The cause as the journal carries it. */
            public String word() {
                return word;
            }
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("submission", submission, "why", why.word(), "by", by);
        }

        static Ended fromJson(JsonObject json) {
            return new Ended(
                    json.text("submission"),
                    Words.constant(Why.values(), Why::word, json.text("why")),
                    json.text("by"));
        }

        @Override
        public <R> R matchSubmission(SubmissionCases<R> cases) {
            return cases.ended(this);
        }
    }

    /**
     * A withdrawal was turned away.
     *
     * @param why the code of the reason
     */
    record EndRefused(String submission, String person, String why) implements SubmissionEntry {
        static final String TYPE = "submission.withdrawal.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("submission", submission, "person", person, "why", why);
        }

        static EndRefused fromJson(JsonObject json) {
            return new EndRefused(json.text("submission"), json.text("person"), json.text("why"));
        }

        @Override
        public <R> R matchSubmission(SubmissionCases<R> cases) {
            return cases.endRefused(this);
        }
    }
}
