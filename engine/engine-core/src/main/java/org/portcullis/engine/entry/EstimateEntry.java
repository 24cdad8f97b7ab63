package org.portcullis.engine.entry;

import java.util.Optional;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;

/** Approvers' own estimates of what a hold is about. */
public sealed interface EstimateEntry extends HoldEntry {

    /**
     * An approver estimated before being shown the submitter's amount.
     *
     * @param measure the path of what is estimated
     * @param typed as the person typed it
     * @param ratio the estimate as a multiple of the amount, if that is known
     * @param far whether it is off by more than the engine's factor
     */
    record Estimated(
            String hold,
            String submission,
            String person,
            String measure,
            String typed,
            Optional<Value.Ratio> ratio,
            boolean far,
            long secondsSinceBegun)
            implements EstimateEntry {
        static final String TYPE = "approval.estimate.given";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .put("hold", hold)
                    .put("submission", submission)
                    .put("person", person)
                    .put("measure", measure)
                    .put("typed", typed)
                    .put("far", far)
                    .put("secondsSinceBegun", secondsSinceBegun);
            ValueJson.put(json, "ratio", ratio);
            return json.build();
        }

        static Estimated fromJson(JsonObject json) {
            return new Estimated(
                    json.text("hold"),
                    json.text("submission"),
                    json.text("person"),
                    json.text("measure"),
                    json.text("typed"),
                    ValueJson.find(json, "ratio").map(ratio -> new Value.Ratio(ratio.micros())),
                    json.bool("far"),
                    json.whole("secondsSinceBegun"));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.estimated(this);
        }
    }

    /**
     * An estimate does not count.
     *
     * @param hold as it was named, whether it is known or not
     * @param why the code of the reason
     */
    record Refused(String hold, String submission, String person, String why) implements EstimateEntry {
        static final String TYPE = "approval.estimate.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("hold", hold)
                    .put("submission", submission)
                    .put("person", person)
                    .put("why", why)
                    .build();
        }

        static Refused fromJson(JsonObject json) {
            return new Refused(json.text("hold"), json.text("submission"), json.text("person"), json.text("why"));
        }

        @Override
        public <R> R matchHold(HoldCases<R> cases) {
            return cases.estimateRefused(this);
        }
    }
}
