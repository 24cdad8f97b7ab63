package org.portcullis.engine.submission;

import java.util.Locale;
import java.util.Optional;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonText;
import org.portcullis.model.value.Value;

/**
 * Writes submissions and snapshots as canonical JSON, whose digest is what approvals, tokens and the journal bind to.
 *
 * <p>Two submissions have one digest exactly when they are equal: an amendment of a single share changes it. Numbers are text; text that evidence cannot
 * carry, such as a lone surrogate, is written with its code units in hexadecimal, so that no input makes the digest fail.
 */
public final class SubmissionJson {
    private SubmissionJson() {}

    /** Gives the digest of the submission's canonical JSON. */
    public static Digest digest(Submission submission) {
        return Digest.of(of(submission));
    }

    /** Gives the digest of the snapshot's canonical JSON. */
    public static Digest digest(MarketSnapshot snapshot) {
        return Digest.of(of(snapshot));
    }

    /** Gives the submission as JSON; lines stand in their order. */
    public static JsonObject of(Submission submission) {
        return JsonObject.builder()
                .put("form", "portcullis-submission-1")
                .put("basket", carried(submission.basketId()))
                .put("requester", carried(submission.requester()))
                .putIfPresent("desk", submission.desk().map(SubmissionJson::carried))
                .putIfPresent("location", submission.location().map(SubmissionJson::carried))
                .putIfPresent("flow", submission.flow().map(SubmissionJson::carried))
                .putIfPresent("intended", submission.intended().map(SubmissionJson::money))
                .put(
                        "lines",
                        submission.lines().stream().map(SubmissionJson::line).toList())
                .build();
    }

    /** Gives one line as JSON. */
    public static JsonObject line(OrderLine line) {
        JsonObject.Builder json = JsonObject.builder()
                .put("line", line.number())
                .put("order", carried(line.orderId()))
                .put("symbol", carried(line.symbol()))
                .put("side", line.side().name());
        given(json, "quantity", line.quantity());
        given(json, "limitPrice", line.limitPrice());
        json.putIfPresent("effect", line.effect().map(SubmissionJson::carried));
        return json.build();
    }

    /** Gives the snapshot as JSON; instruments and rates stand in the order of their names. */
    public static JsonObject of(MarketSnapshot snapshot) {
        JsonObject.Builder json = JsonObject.builder()
                .put("form", "portcullis-snapshot-1")
                .put("source", carried(snapshot.source()))
                .put(
                        "instruments",
                        snapshot.instruments().values().stream()
                                .map(SubmissionJson::instrument)
                                .toList())
                .put(
                        "rates",
                        snapshot.rates().values().stream()
                                .map(SubmissionJson::rate)
                                .toList());
        if (!snapshot.medians().isEmpty()) {
            json.put(
                    "medians",
                    snapshot.medians().entrySet().stream()
                            .map(desk -> median(desk.getKey(), desk.getValue()))
                            .toList());
        }
        return json.build();
    }

    private static JsonObject instrument(MarketSnapshot.Instrument instrument) {
        JsonObject.Builder json = JsonObject.builder()
                .put("symbol", carried(instrument.symbol()))
                .put("mic", carried(instrument.mic()))
                .put("currency", instrument.currency().code())
                .put("priceAt", instrument.priceAt().toString())
                .put("advAt", instrument.advAt().toString())
                .put("advTradingDays", instrument.advTradingDays());
        given(json, "price", instrument.price());
        given(json, "adv", instrument.adv());
        instrument.outstanding().ifPresent(outstanding -> {
            given(json, "outstanding", outstanding.shares());
            json.put("outstandingAt", outstanding.at().toString());
        });
        instrument
                .state()
                .ifPresent(state -> json.put("state", carried(state.word()))
                        .put("stateAt", state.at().toString()));
        return json.build();
    }

    private static JsonObject rate(MarketSnapshot.PinnedRate rate) {
        JsonObject.Builder json = JsonObject.builder()
                .put("currency", rate.currency().code())
                .put("into", rate.into().code())
                .put("at", rate.at().toString());
        given(json, "perUnit", rate.perUnit());
        return json.build();
    }

    private static JsonObject median(String desk, MarketSnapshot.PinnedMedian median) {
        JsonObject.Builder json = JsonObject.builder()
                .put("desk", carried(desk))
                .put("currency", median.currency().code())
                .put("at", median.at().toString());
        given(json, "amount", median.amount());
        return json.build();
    }

    private static String money(Value.Money money) {
        return money.currency() + " " + money.micros();
    }

    /** A number is millionths as text, an unreadable one an object with what came in, and an absent one an absent key. */
    private static void given(JsonObject.Builder json, String key, Given given) {
        given.match(new Given.Cases<Optional<Json>>() {
                    @Override
                    public Optional<Json> amount(Given.Amount amount) {
                        return Optional.of(Json.text(Long.toString(amount.micros())));
                    }

                    @Override
                    public Optional<Json> absent(Given.Absent absent) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Json> unreadable(Given.Unreadable unreadable) {
                        return Optional.of(JsonObject.of("unreadable", carried(unreadable.text())));
                    }
                })
                .ifPresent(value -> json.put(key, value));
    }

    /** Text as it is, or in an escaped form of its own where JSON evidence cannot carry it; no two texts share a form. */
    private static String carried(String text) {
        if (JsonText.isWellFormed(text) && !text.startsWith("\u0000")) {
            return text;
        }
        StringBuilder hex = new StringBuilder("\u0000");
        text.chars().forEach(unit -> hex.append(String.format(Locale.ROOT, "%04x", unit)));
        return hex.toString();
    }
}
