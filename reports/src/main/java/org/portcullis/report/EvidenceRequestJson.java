package org.portcullis.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.mapping.coverage.Exclusion;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;

/** Writes what a workbook was asked for as JSON, and reads it back to an equal request: from it and the journal every cell is derived again. */
public final class EvidenceRequestJson {

    private static final long VERSION = 1;

    private EvidenceRequestJson() {}

    /** Gives the request as JSON. */
    public static JsonObject of(EvidenceRequest request) {
        JsonObject.Builder json = JsonObject.builder()
                .put("v", VERSION)
                .put("entity", request.entity())
                .put("desk", request.desk())
                .put("from", request.from().toString())
                .put("to", request.to().toString())
                .put("generator", request.generator())
                .put("requestedBy", request.requestedBy())
                .put("generatedAt", request.generatedAt().toString())
                .put("journal", journal(request.journal()))
                .put("verifyCommand", request.verifyCommand())
                .putIfPresent("notice", request.notice())
                .put("exclusions", exclusions(request.exclusions()))
                .put("profile", profile(request.profile()))
                .put("sample", request.sample());
        request.refuted().ifPresent(why -> json.put("refuted", refuted(why)));
        if (!request.policies().isEmpty()) {
            json.put(
                    "policies",
                    request.policies().stream().map(EvidenceRequestJson::policy).toList());
        }
        return json.build();
    }

    private static JsonObject refuted(Refuted why) {
        return JsonObject.builder()
                .put("outcome", why.outcome())
                .put("sentence", why.sentence())
                .put("trustedKey", why.trustedKey())
                .put("readable", why.readable())
                .put("checkpointRead", why.checkpointRead())
                .build();
    }

    private static JsonObject policy(HandedPolicy policy) {
        return JsonObject.builder()
                .put("file", policy.file())
                .put("name", policy.name())
                .put("version", policy.version())
                .put("fingerprint", policy.fingerprint().value())
                .build();
    }

    private static JsonObject journal(JournalCheckpoint journal) {
        return JsonObject.builder()
                .put("origin", journal.origin())
                .put("size", journal.size())
                .put("root", journal.root().value())
                .put("key", journal.keyFingerprint())
                .put("assurance", journal.assurance())
                .build();
    }

    private static List<JsonObject> exclusions(List<Exclusion> exclusions) {
        return exclusions.stream().map(EvidenceRequestJson::exclusion).toList();
    }

    private static JsonObject profile(CoverageProfile profile) {
        return JsonObject.builder()
                .put("name", profile.name())
                .put("title", profile.title())
                .put("appliesTo", profile.appliesTo())
                .put("author", profile.author())
                .put(
                        "rows",
                        profile.rows().stream()
                                .map(row -> JsonObject.builder()
                                        .put("corpus", row.provision().corpus())
                                        .put("provision", row.provision().provision())
                                        .put("required", row.required())
                                        .build())
                                .toList())
                .put("exclusions", exclusions(profile.exclusions()))
                .build();
    }

    private static JsonObject exclusion(Exclusion exclusion) {
        return JsonObject.builder()
                .put("corpus", exclusion.citation().corpus())
                .put("provision", exclusion.citation().provision())
                .put("reason", exclusion.reason())
                .put("author", exclusion.author())
                .build();
    }

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException when it is none, or one of a later version
     */
    public static EvidenceRequest read(JsonObject json) {
        try {
            if (json.whole("v") != VERSION) {
                throw new IllegalArgumentException("the request is of version " + json.whole("v") + ", not " + VERSION);
            }
            return new EvidenceRequest(
                    json.text("entity"),
                    json.text("desk"),
                    Instant.parse(json.text("from")),
                    Instant.parse(json.text("to")),
                    json.text("generator"),
                    json.text("requestedBy"),
                    Instant.parse(json.text("generatedAt")),
                    readJournal(json.object("journal")),
                    json.text("verifyCommand"),
                    json.find("notice").isPresent() ? Optional.of(json.text("notice")) : Optional.empty(),
                    readExclusions(json),
                    readProfile(json.object("profile")),
                    Math.toIntExact(json.whole("sample")),
                    json.find("refuted").isPresent()
                            ? Optional.of(readRefuted(json.object("refuted")))
                            : Optional.empty(),
                    json.find("policies").isPresent() ? readPolicies(json) : List.of());
        } catch (JsonMismatch | DateTimeException | ArithmeticException malformed) {
            throw new IllegalArgumentException("the request cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    private static Refuted readRefuted(JsonObject json) {
        return new Refuted(
                json.text("outcome"),
                json.text("sentence"),
                json.text("trustedKey"),
                json.whole("readable"),
                json.bool("checkpointRead"));
    }

    private static List<HandedPolicy> readPolicies(JsonObject json) {
        return json.array("policies").objects().stream()
                .map(policy -> new HandedPolicy(
                        policy.text("file"),
                        policy.text("name"),
                        policy.text("version"),
                        new Digest(policy.text("fingerprint"))))
                .toList();
    }

    private static JournalCheckpoint readJournal(JsonObject json) {
        return new JournalCheckpoint(
                json.text("origin"),
                json.whole("size"),
                new Digest(json.text("root")),
                json.text("key"),
                json.text("assurance"));
    }

    private static CoverageProfile readProfile(JsonObject json) {
        return new CoverageProfile(
                json.text("name"),
                json.text("title"),
                json.text("appliesTo"),
                json.text("author"),
                json.array("rows").objects().stream()
                        .map(row -> new CoverageProfile.Row(
                                new Citation(row.text("corpus"), row.text("provision")), row.bool("required")))
                        .toList(),
                readExclusions(json));
    }

    private static List<Exclusion> readExclusions(JsonObject json) {
        return json.array("exclusions").objects().stream()
                .map(EvidenceRequestJson::readExclusion)
                .toList();
    }

    private static Exclusion readExclusion(JsonObject json) {
        return new Exclusion(
                new Citation(json.text("corpus"), json.text("provision")), json.text("reason"), json.text("author"));
    }
}
