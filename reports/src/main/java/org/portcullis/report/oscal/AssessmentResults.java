package org.portcullis.report.oscal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.EvidenceRequestJson;
import org.portcullis.report.JournalCheckpoint;
import org.portcullis.report.json.JsonStream;

/**
 * Writes evidence as OSCAL assessment results in JSON.
 *
 * <p>Every statement is taken from the sheets Clause matrix, Obligations, Control register and Provenance. Nothing comes from a clock or from chance: equal
 * evidence and equal companions give equal bytes, and UUIDs are made from content.
 */
public final class AssessmentResults {

    /** The version of OSCAL. */
    public static final String OSCAL_VERSION = "1.1.2";

    private static final String REQUESTER = "requester";
    private static final String ENTITY = "assessed-entity";

    private final Evidence evidence;
    private final EvidenceRequest request;
    private final List<Companion> companions;
    private final NamedUuid document;

    private AssessmentResults(Evidence evidence, List<Companion> companions) throws JournalFailure {
        this.evidence = evidence;
        this.request = evidence.request();
        this.companions = companions;
        this.document = NamedUuid.ROOT.of("assessment-results", ResultOfPeriod.content(evidence, companions));
    }

    /**
     * Writes the document; the stream stays open.
     *
     * @param companions the files beside it that hold the same evidence
     * @throws JournalFailure when the evidence cannot be read
     * @throws IOException when the stream cannot be written
     */
    public static void write(Evidence evidence, List<Companion> companions, OutputStream out)
            throws IOException, JournalFailure {
        JsonObject document = new AssessmentResults(evidence, companions).document();
        JsonStream stream = JsonStream.indented(out);
        stream.value(document);
        stream.end();
    }

    private JsonObject document() throws JournalFailure {
        Anchors anchors = new Anchors(
                document, NamedUuid.ROOT.of("platform", request.generator()), document.of("resource", "journal"));
        ResultOfPeriod result = ResultOfPeriod.of(evidence, anchors);
        return JsonObject.of(
                "assessment-results",
                JsonObject.builder()
                        .put("uuid", document.text())
                        .put("metadata", metadata())
                        .put("import-ap", plan())
                        .put("local-definitions", result.objectives())
                        .put("results", JsonArray.of(result.json()))
                        .put(
                                "back-matter",
                                JsonObject.builder()
                                        .put("resources", resources())
                                        .build())
                        .build());
    }

    /**
     * Is what the parts of a document refer to.
     *
     * @param document in which everything is named
     * @param platform the program that judged
     * @param journal the resource whose entries are evidence
     */
    record Anchors(NamedUuid document, NamedUuid platform, NamedUuid journal) {}

    private JsonObject metadata() {
        String entity =
                NamedUuid.ROOT.of("party", "organization", request.entity()).text();
        String requester =
                NamedUuid.ROOT.of("party", "person", request.requestedBy()).text();
        JsonObject.Builder metadata = JsonObject.builder()
                .put("title", Spelling.markup("Evidence on controls of order flow, " + request.entity()))
                .put("last-modified", request.generatedAt().toString())
                .put("version", request.generatedAt().toString())
                .put("oscal-version", OSCAL_VERSION)
                .put("props", Spelling.props("desk", request.desk(), "generator", request.generator()))
                .put(
                        "roles",
                        List.of(
                                role(ENTITY, "The legal entity that the evidence is about, as stated"),
                                role(REQUESTER, "Who asked for the evidence, as stated")))
                .put(
                        "parties",
                        List.of(
                                party(entity, "organization", request.entity()),
                                party(requester, "person", request.requestedBy())))
                .put("responsible-parties", List.of(responsible(ENTITY, entity), responsible(REQUESTER, requester)));
        request.notice().ifPresent(notice -> metadata.put("remarks", Spelling.markup(notice)));
        return metadata.build();
    }

    private static JsonObject role(String id, String title) {
        return JsonObject.of("id", id, "title", title);
    }

    private static JsonObject party(String uuid, String type, String name) {
        return JsonObject.of("uuid", uuid, "type", type, "name", Spelling.string(name));
    }

    private static JsonObject responsible(String role, String party) {
        return JsonObject.builder()
                .put("role-id", role)
                .put("party-uuids", JsonArray.texts(List.of(party)))
                .build();
    }

    /** There is no plan in OSCAL; what was asked for is what these results were made to, so that is what is imported. */
    private JsonObject plan() {
        return JsonObject.of(
                "href",
                "#" + resource("request"),
                "remarks",
                "There is no assessment plan in OSCAL. The resource is the request: the period, the provisions, what does not apply, and the checkpoint of the"
                        + " journal. From it and the journal everything here is derived again.");
    }

    private String resource(String name) {
        return document.of("resource", name).text();
    }

    private List<JsonObject> resources() {
        List<JsonObject> resources = new ArrayList<>();
        resources.add(JsonObject.builder()
                .put("uuid", resource("request"))
                .put("title", "What was asked for")
                .put("description", "The request in canonical JSON (RFC 8785), as the evidence carries it.")
                .put(
                        "base64",
                        JsonObject.of(
                                "filename",
                                "request.json",
                                "media-type",
                                "application/json",
                                "value",
                                Base64.getEncoder()
                                        .encodeToString(CanonicalJson.bytes(EvidenceRequestJson.of(request)))))
                .build());
        JournalCheckpoint journal = request.journal();
        resources.add(JsonObject.builder()
                .put("uuid", resource("journal"))
                .put("title", Spelling.markup("Journal " + journal.origin()))
                .put(
                        "description",
                        "The entries of the journal that its checkpoint covers; numbers of entries in this document are their places in it, from 0.")
                .put(
                        "props",
                        Spelling.props(
                                "origin",
                                journal.origin(),
                                "size",
                                Long.toString(journal.size()),
                                "rfc6962-root",
                                journal.root().value(),
                                "key",
                                journal.keyFingerprint(),
                                "assurance",
                                journal.assurance()))
                .put("remarks", Spelling.markup("To verify: " + request.verifyCommand()))
                .build());
        companions.forEach(each -> resources.add(companion(each)));
        return resources;
    }

    private JsonObject companion(Companion companion) {
        return JsonObject.builder()
                .put(
                        "uuid",
                        document.of("resource", "companion", companion.name()).text())
                .put("title", Spelling.markup(companion.title()))
                .put(
                        "rlinks",
                        JsonArray.of(JsonObject.builder()
                                .put("href", href(companion.name()))
                                .put("media-type", companion.mediaType())
                                .put(
                                        "hashes",
                                        JsonArray.of(JsonObject.of(
                                                "algorithm",
                                                "SHA-256",
                                                "value",
                                                HexFormat.of()
                                                        .formatHex(companion
                                                                .digest()
                                                                .hash()))))
                                .build()))
                .build();
    }

    /** Spells a name as a reference to a file beside the document. */
    private static String href(String name) {
        try {
            return "./" + new URI(null, null, "/" + name, null).getRawPath().substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("`" + name + "` cannot be a reference", impossible);
        }
    }
}
