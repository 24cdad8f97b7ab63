package org.portcullis.engine.attestation;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/**
 * Is what people attest to: a workbook of a journal over a period, and what is open in it.
 *
 * @param from the first instant of the period
 * @param to the first instant after the period
 * @param journal the name of the journal
 * @param size how many entries of the journal the workbook is of
 * @param root the root of the tree over them
 * @param workbook the digest of the workbook file
 * @param policies the policy packs of the period
 * @param obligations what is not evidenced, or in part only
 * @param gaps provisions without evidence
 * @param reviews reviews that are overdue
 * @param deficiencies what the drafter says besides, in a journal that keeps pseudonyms as a commitment
 */
public record AttestationStatement(
        String entity,
        String desk,
        Instant from,
        Instant to,
        String journal,
        long size,
        Digest root,
        Digest workbook,
        List<Policy> policies,
        List<OpenObligation> obligations,
        List<Gaps> gaps,
        List<OverdueReview> reviews,
        String deficiencies) {

    private static final String FORMAT = "portcullis-attestation/1";

    /** Copies the lists. */
    public AttestationStatement {
        policies = List.copyOf(policies);
        obligations = List.copyOf(obligations);
        gaps = List.copyOf(gaps);
        reviews = List.copyOf(reviews);
    }

    /** A policy pack of the period. */
    public record Policy(String name, String fingerprint) {}

    /**
     * An obligation that is not met, or not known to be.
     *
     * @param exceptions the numbers of the entries that show where it did not hold
     */
    public record OpenObligation(String id, String title, String verdict, String because, String exceptions) {}

    /** The provisions without evidence under one policy. */
    public record Gaps(String policy, List<String> provisions) {
        /** Copies the list. */
        public Gaps {
            provisions = List.copyOf(provisions);
        }
    }

    /** A control whose review was due by the last day of the period. */
    public record OverdueReview(String policy, String control, String due, long entry) {}

    /** The canonical JSON of it, which is what has the digest. */
    public String text() {
        return CanonicalJson.text(toJson());
    }

    /** The digest of its canonical bytes. */
    public Digest digest() {
        return Digest.of(toJson());
    }

    /** How many provisions have no evidence, over all policies. */
    public long gapCount() {
        return gaps.stream().mapToLong(each -> each.provisions().size()).sum();
    }

    /** Whether the instant lies in the period. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /**
     * Reads a statement from its canonical JSON.
     *
     * @throws IllegalArgumentException where it is no statement, or not canonical
     */
    public static AttestationStatement read(String text) {
        try {
            AttestationStatement read = fromJson(JsonReader.readObject(text.getBytes(StandardCharsets.UTF_8)));
            if (read.text().equals(text)) {
                return read;
            }
        } catch (IllFormedJson | JsonMismatch | DateTimeException malformed) {
            throw new IllegalArgumentException("it is no statement of an attestation", malformed);
        }
        throw new IllegalArgumentException("it is no statement of an attestation in its canonical form");
    }

    private static AttestationStatement fromJson(JsonObject json) {
        if (!json.text("format").equals(FORMAT)) {
            throw new IllegalArgumentException("it is no statement of an attestation");
        }
        return new AttestationStatement(
                json.text("entity"),
                json.text("desk"),
                Instant.parse(json.text("from")),
                Instant.parse(json.text("to")),
                json.text("journal"),
                json.object("checkpoint").whole("size"),
                new Digest(json.object("checkpoint").text("root")),
                new Digest(json.text("workbook")),
                json.array("policies").objects().stream()
                        .map(each -> new Policy(each.text("policy"), each.text("fingerprint")))
                        .toList(),
                json.array("obligations").objects().stream()
                        .map(each -> new OpenObligation(
                                each.text("obligation"),
                                each.text("title"),
                                each.text("verdict"),
                                each.text("because"),
                                each.text("exceptions")))
                        .toList(),
                json.array("gaps").objects().stream()
                        .map(each -> new Gaps(
                                each.text("policy"), each.array("provisions").texts()))
                        .toList(),
                json.array("overdueReviews").objects().stream()
                        .map(each -> new OverdueReview(
                                each.text("policy"), each.text("control"), each.text("due"), each.whole("entry")))
                        .toList(),
                json.text("deficiencies"));
    }

    /** The statement as JSON. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("format", FORMAT)
                .put("entity", entity)
                .put("desk", desk)
                .put("from", from.toString())
                .put("to", to.toString())
                .put("journal", journal)
                .put(
                        "checkpoint",
                        JsonObject.builder()
                                .put("size", size)
                                .put("root", root.value())
                                .build())
                .put("workbook", workbook.value())
                .put(
                        "policies",
                        policies.stream()
                                .map(each -> JsonObject.of("policy", each.name(), "fingerprint", each.fingerprint()))
                                .toList())
                .put(
                        "obligations",
                        obligations.stream().map(AttestationStatement::json).toList())
                .put(
                        "gaps",
                        gaps.stream()
                                .map(each -> JsonObject.builder()
                                        .put("policy", each.policy())
                                        .put("provisions", JsonArray.texts(each.provisions()))
                                        .build())
                                .toList())
                .put(
                        "overdueReviews",
                        reviews.stream().map(AttestationStatement::json).toList())
                .put("deficiencies", deficiencies)
                .build();
    }

    private static JsonObject json(OpenObligation open) {
        return JsonObject.builder()
                .put("obligation", open.id())
                .put("title", open.title())
                .put("verdict", open.verdict())
                .put("because", open.because())
                .put("exceptions", open.exceptions())
                .build();
    }

    private static JsonObject json(OverdueReview review) {
        return JsonObject.builder()
                .put("policy", review.policy())
                .put("control", review.control())
                .put("due", review.due())
                .put("entry", review.entry())
                .build();
    }
}
