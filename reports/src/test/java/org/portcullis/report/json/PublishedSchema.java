package org.portcullis.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** A JSON Schema that documents are held against. */
public record PublishedSchema(JsonSchema schema) {

    /** The schema of evidence documents, which this module publishes. */
    static PublishedSchema ofEvidence() {
        return of(EvidenceJson.class.getResourceAsStream("evidence.schema.json"), SpecVersion.VersionFlag.V202012);
    }

    /** The schema of assessment results of OSCAL, as NIST's own library carries it. */
    public static PublishedSchema ofAssessmentResults() {
        return of(
                PublishedSchema.class.getResourceAsStream("/schema/json/oscal-ar_schema.json"),
                SpecVersion.VersionFlag.V7);
    }

    private static PublishedSchema of(InputStream resource, SpecVersion.VersionFlag version) {
        try (InputStream text = Objects.requireNonNull(resource)) {
            return new PublishedSchema(JsonSchemaFactory.getInstance(version).getSchema(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lists what the schema has against a document; nothing where it is what the schema says. */
    public List<String> objections(byte[] document) {
        return objections(read(document));
    }

    public List<String> objections(JsonNode document) {
        return schema.validate(document).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    public static JsonNode read(byte[] document) {
        try {
            return new ObjectMapper().readTree(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
