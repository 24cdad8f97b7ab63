package org.portcullis.engine.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.Rationale;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Heading;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Is one control of a pack that was put in force, so that a register can be written from the journal alone.
 *
 * @param fingerprint the pack it belongs to
 * @param place its place in the pack, from 1
 * @param id the control's id
 * @param kind the kind as policies write it, for example {@code hard limit}
 * @param sentence the control's own sentence in canonical spelling, cut at {@link #MAX_SENTENCE} characters
 * @param sentenceDigest of the whole sentence
 * @param message what people are shown, cut at {@link #MAX_SENTENCE} characters
 * @param rationales why the control answers to provisions among the citations, where the policy says so; each cut at
 *     {@link #MAX_RATIONALE} characters
 * @param reviewEvery the interval as policies write it
 * @param reviewDue the day on which the next review is due; empty when the interval needs a calendar
 * @param subject to what it applies
 * @param stage when it applies
 * @param scopes where it applies; empty means everywhere
 * @param target what it acts on
 * @param effect what it does to its target
 * @param changesTrading false when it raises an alert that its reader may pass
 * @param limits the one or two numbers that its condition compares with, or a grant's caps; how they combine is in the sentence
 * @param recipients who is told, and whose signatures it asks for
 * @param terms exclusions, acknowledgement, time limit and escalation in words
 */
public record PackControl(
        Digest fingerprint,
        int place,
        String id,
        String kind,
        String sentence,
        Digest sentenceDigest,
        String message,
        List<Citation> citations,
        List<Rationale> rationales,
        String owner,
        String reviewEvery,
        LocalDate reviewedOn,
        String reviewDue,
        String subject,
        String stage,
        List<String> scopes,
        String missingData,
        String target,
        String effect,
        boolean changesTrading,
        List<StatedLimit> limits,
        List<String> recipients,
        List<String> terms)
        implements PolicyEntry {

    /** The type of the entry. */
    public static final String TYPE = "pack.control";

    /** The longest sentence or message of an entry, in characters. */
    public static final int MAX_SENTENCE = 3_000;

    /** The longest rationale of an entry, in characters. */
    public static final int MAX_RATIONALE = 500;

    private static final int MAX_ITEMS = 12;

    /** Copies the lists. */
    public PackControl {
        citations = List.copyOf(citations);
        rationales = List.copyOf(rationales);
        scopes = List.copyOf(scopes);
        limits = List.copyOf(limits);
        recipients = List.copyOf(recipients);
        terms = List.copyOf(terms);
    }

    /** Describes a control; lists longer than the entry may hold end in a line that says how many items are left out. */
    public static PackControl of(Digest fingerprint, int place, Control control) {
        Heading heading = control.heading();
        ControlTerms terms = control.match(new ControlTerms.Reading());
        return new PackControl(
                fingerprint,
                place,
                heading.id().text(),
                terms.kind(),
                cut(heading.sentence()),
                Digest.of(Json.text(heading.sentence())),
                cut(heading.message()),
                heading.citations(),
                heading.rationales().stream()
                        .map(why -> new Rationale(why.citation(), cut(why.because(), MAX_RATIONALE)))
                        .toList(),
                heading.owner(),
                ValueText.canonical(heading.review().every()),
                heading.review().lastOn(),
                due(heading),
                heading.applies().subject().word(),
                heading.applies().stage().words(),
                limited(heading.applies().scopes().stream().map(ControlId::text).toList()),
                heading.missingData().word(),
                terms.target(),
                terms.effect(),
                terms.changesTrading(),
                terms.limits(),
                limited(terms.recipients()),
                limited(terms.terms()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R matchPolicy(PolicyCases<R> cases) {
        return cases.packControl(this);
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("fingerprint", fingerprint.value())
                .put("place", place)
                .put("id", id)
                .put("kind", kind)
                .put("sentence", sentence)
                .put("sentenceDigest", sentenceDigest.value())
                .put("message", message)
                .put("citations", citations.stream().map(this::citation).toList())
                .put("owner", owner)
                .put("reviewEvery", reviewEvery)
                .put("reviewedOn", reviewedOn.toString())
                .put("reviewDue", reviewDue)
                .put("subject", subject)
                .put("stage", stage)
                .put("scopes", JsonArray.texts(scopes))
                .put("missingData", missingData)
                .put("target", target)
                .put("effect", effect)
                .put("changesTrading", changesTrading)
                .put("limits", limits.stream().map(StatedLimit::toJson).toList())
                .put("recipients", JsonArray.texts(recipients))
                .put("terms", JsonArray.texts(terms))
                .build();
    }

    /**
     * Reads the body.
     *
     * @throws org.portcullis.model.json.JsonMismatch for missing members
     * @throws IllegalArgumentException for members that are not what they must be
     * @throws java.time.DateTimeException for an unreadable day
     */
    public static PackControl fromJson(JsonObject json) {
        return new PackControl(
                new Digest(json.text("fingerprint")),
                Math.toIntExact(json.whole("place")),
                json.text("id"),
                json.text("kind"),
                json.text("sentence"),
                new Digest(json.text("sentenceDigest")),
                json.text("message"),
                json.array("citations").objects().stream()
                        .map(PackControl::citation)
                        .toList(),
                json.array("citations").objects().stream()
                        .flatMap(each ->
                                each.findText("because").map(why -> new Rationale(citation(each), why)).stream())
                        .toList(),
                json.text("owner"),
                json.text("reviewEvery"),
                LocalDate.parse(json.text("reviewedOn")),
                json.text("reviewDue"),
                json.text("subject"),
                json.text("stage"),
                json.array("scopes").texts(),
                json.text("missingData"),
                json.text("target"),
                json.text("effect"),
                json.bool("changesTrading"),
                json.array("limits").objects().stream()
                        .map(StatedLimit::fromJson)
                        .toList(),
                json.array("recipients").texts(),
                json.array("terms").texts());
    }

    private JsonObject citation(Citation citation) {
        return JsonObject.builder()
                .put("corpus", citation.corpus())
                .put("provision", citation.provision())
                .putIfPresent(
                        "because",
                        rationales.stream()
                                .filter(why -> why.citation().equals(citation))
                                .map(Rationale::because)
                                .findFirst())
                .build();
    }

    private static Citation citation(JsonObject json) {
        return new Citation(json.text("corpus"), json.text("provision"));
    }

    private static String due(Heading heading) {
        Value.TimeSpan every = heading.review().every();
        return switch (every.unit()) {
            case TRADING_DAYS -> "";
            case MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS ->
                heading.review().lastOn().plusDays(every.toDuration().toDays()).toString();
        };
    }

    private static String cut(String text) {
        return cut(text, MAX_SENTENCE);
    }

    private static String cut(String text, int max) {
        int end = Math.min(text.length(), max);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static List<String> limited(List<String> items) {
        if (items.size() <= MAX_ITEMS) {
            return items.stream().map(PackControl::cutItem).toList();
        }
        List<String> shown = new ArrayList<>(
                items.stream().limit(MAX_ITEMS).map(PackControl::cutItem).toList());
        shown.add("and " + (items.size() - MAX_ITEMS) + " more");
        return shown;
    }

    private static String cutItem(String item) {
        return item.length() <= 200 ? item : item.substring(0, item.offsetByCodePoints(0, 190)) + " (cut)";
    }
}
