package org.portcullis.report.oscal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonReader;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequestJson;
import org.portcullis.report.evidence.SampleEvidence;
import org.portcullis.report.json.PublishedSchema;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.TableSheet;

class AssessmentResultsTest {
    private static final Companion WORKBOOK = new Companion(
            "The evidence workbook",
            "evidence of May.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Digest.of(new byte[] {1, 2, 3}));

    private static byte[] written = new byte[0];

    @BeforeAll
    static void writeOnce() throws Exception {
        written = write(SampleEvidence.morning(), List.of(WORKBOOK));
        // Kept for people who want to look at it.
        Files.write(Path.of("target", "sample.oscal.json"), written);
    }

    @Test
    void equalEvidenceGivesEqualBytes() throws Exception {
        assertArrayEquals(written, write(SampleEvidence.morning(), List.of(WORKBOOK)));
    }

    @Test
    void documentIsWhatTheSchemaOfNistSays() {
        assertEquals(List.of(), PublishedSchema.ofAssessmentResults().objections(written));
    }

    @Test
    void schemaIsTheOneOfTheVersionThatTheDocumentStates() {
        assertTrue(PublishedSchema.ofAssessmentResults()
                .schema()
                .getSchemaNode()
                .get("$id")
                .textValue()
                .endsWith("oscal-ar-" + AssessmentResults.OSCAL_VERSION + "-schema.json"));
        assertEquals(
                AssessmentResults.OSCAL_VERSION,
                results().get("metadata").get("oscal-version").textValue());
    }

    @Test
    void schemaRefusesAStateThatItDoesNotHave() {
        assertRefused(
                document -> ((ObjectNode) finding(document, 0).get("target").get("status")).put("state", "MET"));
    }

    @Test
    void schemaRefusesATokenWithABlank() {
        assertRefused(
                document -> ((ObjectNode) finding(document, 0).get("target")).put("target-id", "UK-RTS6 15(1)(b)"));
    }

    @Test
    void schemaRefusesAUuidOfChance() {
        assertRefused(document -> ((ObjectNode) document.get("assessment-results")).put("uuid", "1"));
    }

    @Test
    void schemaRefusesResultsWithoutAPlan() {
        assertRefused(document -> ((ObjectNode) document.get("assessment-results")).remove("import-ap"));
    }

    @Test
    void schemaRefusesAMemberThatItDoesNotKnow() {
        assertRefused(document -> ((ObjectNode) finding(document, 0)).put("verdict", "MET"));
    }

    @Test
    void everyProvisionOfEveryPolicyHasOneFindingWithItsVerdict() {
        Set<String> expected = new HashSet<>();
        table("Clause matrix")
                .lines()
                .forEach(line -> expected.add(line.text("Policy") + "|" + line.text("Provision") + "|"
                        + line.text("Verdict") + "|" + line.text("Because")));
        List<String> found = new ArrayList<>();
        findings()
                .forEach(finding -> found.add(
                        prop(finding, "policy") + "|" + prop(finding, "provision") + "|" + prop(finding, "verdict")
                                + "|" + finding.get("description").textValue()));
        assertEquals(expected.size(), found.size());
        assertEquals(expected, new HashSet<>(found));
    }

    @Test
    void verdictsBecomeStatesWithReasons() {
        Set<String> found = new HashSet<>();
        findings().forEach(finding -> {
            JsonNode status = finding.get("target").get("status");
            found.add(prop(finding, "verdict") + ": " + status.get("state").textValue() + ", "
                    + status.get("reason").textValue()
                    + (finding.get("target").has("implementation-status") ? ", not-applicable" : ""));
        });
        assertEquals(
                Set.of(
                        "MET: satisfied, pass",
                        "PARTIAL: not-satisfied, fail",
                        "NOT EVIDENCED: not-satisfied, fail",
                        "NOT APPLICABLE: not-satisfied, other, not-applicable"),
                found);
    }

    @Test
    void nothingIsSatisfiedByEvidenceThatDoesNotAgreeWithItsJournal() throws Exception {
        JsonNode spoilt = PublishedSchema.read(write(SampleEvidence.withoutAnEntry(), List.of()));
        assertEquals(List.of(), PublishedSchema.ofAssessmentResults().objections(spoilt));
        String text = spoilt.toString();
        assertTrue(text.contains("\"DOES NOT AGREE\""), text);
        assertTrue(text.contains("\"verdict\",\"ns\":\"urn:portcullis:evidence\",\"value\":\"MET\""), text);
        assertFalse(text.contains("\"state\":\"satisfied\""), text);
    }

    @Test
    void gapsOfRequiredProvisionsAreOpenRisks() {
        List<String> gaps = new ArrayList<>();
        findings().forEach(finding -> {
            if (finding.has("related-risks")) {
                gaps.add(prop(finding, "asked-of") + ", " + prop(finding, "verdict"));
            }
        });
        assertEquals(result().get("risks").size(), gaps.size());
        assertEquals(Set.of("a control, NOT EVIDENCED"), new HashSet<>(gaps));
    }

    @Test
    void everyObligationIsAnObservationWithItsEntries() {
        List<NamedTable.Line> obligations = table("Obligations").lines();
        List<JsonNode> observed = observations("obligation");
        assertEquals(obligations.size(), observed.size());
        for (int i = 0; i < observed.size(); i++) {
            NamedTable.Line line = obligations.get(i);
            assertEquals(line.text("Obligation"), prop(observed.get(i), "obligation"));
            assertEquals(line.text("Verdict"), prop(observed.get(i), "verdict"));
            List<String> entries = entries(observed.get(i));
            assertEquals(!line.text("Evidence").isEmpty(), entries.contains(line.text("Evidence")));
            assertEquals(!line.text("Exceptions").isEmpty(), entries.contains(line.text("Exceptions")));
            assertEquals("TEST", observed.get(i).get("methods").get(0).textValue());
        }
    }

    @Test
    void everyControlIsAnObservationWithItsEntry() {
        List<NamedTable.Line> controls = table("Control register").lines();
        List<JsonNode> observed = observations("control");
        assertEquals(controls.size(), observed.size());
        for (int i = 0; i < observed.size(); i++) {
            assertEquals(controls.get(i).text("Control"), prop(observed.get(i), "control"));
            assertEquals(controls.get(i).text("Entry"), entries(observed.get(i)).get(0));
            assertEquals("EXAMINE", observed.get(i).get("methods").get(0).textValue());
        }
    }

    @Test
    void everyTracedSheetIsAnObservationWithItsDigest() {
        List<String> digests = table("Provenance").lines().stream()
                .map(line -> line.text("Digest"))
                .toList();
        assertEquals(
                digests,
                observations("sheet").stream().map(each -> prop(each, "digest")).toList());
    }

    @Test
    void observationsAreCollectedWhenTheRowsWereTaken() {
        result().get("observations")
                .forEach(each -> assertEquals(
                        "2022-05-03T06:00:00Z", each.get("collected").textValue()));
    }

    @Test
    void everyReferenceLeadsToSomethingInTheDocument() {
        Set<String> named = new HashSet<>();
        Set<String> meant = new HashSet<>();
        walk(PublishedSchema.read(written), named, meant);
        meant.removeAll(named);
        assertEquals(Set.of(), meant);
    }

    @Test
    void everyUuidNamesOneThing() {
        List<String> uuids = new ArrayList<>();
        results().findValues("uuid").forEach(uuid -> uuids.add(uuid.textValue()));
        assertEquals(new HashSet<>(uuids).size(), uuids.size());
        assertTrue(uuids.stream().allMatch(uuid -> UUID.fromString(uuid).version() == 5), uuids::toString);
    }

    @Test
    void otherEvidenceHasOtherUuids() throws Exception {
        JsonNode other =
                PublishedSchema.read(write(SampleEvidence.morning(), List.of())).get("assessment-results");
        assertFalse(other.get("uuid").equals(results().get("uuid")));
        assertEquals(
                other.get("metadata").get("parties"), results().get("metadata").get("parties"));
    }

    @Test
    void uuidsOfNamesAreThoseOfTheStandard() {
        // RFC 9562, appendix A.4.
        NamedUuid dns = new NamedUuid(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
        assertEquals(
                "2ed6657d-e927-568b-95e1-2665a8aea6a2",
                dns.of("www.example.com").text());
    }

    @Test
    void requestInTheDocumentIsReadBack() throws Exception {
        byte[] request = Base64.getDecoder()
                .decode(results()
                        .get("back-matter")
                        .get("resources")
                        .get(0)
                        .get("base64")
                        .get("value")
                        .textValue());
        assertEquals(SampleEvidence.morning().request(), EvidenceRequestJson.read(JsonReader.readObject(request)));
        assertEquals(
                "#"
                        + results()
                                .get("back-matter")
                                .get("resources")
                                .get(0)
                                .get("uuid")
                                .textValue(),
                results().get("import-ap").get("href").textValue());
    }

    @Test
    void filesBesideTheDocumentHaveTheirHashes() {
        JsonNode link = results()
                .get("back-matter")
                .get("resources")
                .get(2)
                .get("rlinks")
                .get(0);
        assertEquals("./evidence%20of%20May.xlsx", link.get("href").textValue());
        assertEquals(
                WORKBOOK.digest().value(),
                "sha256:" + link.get("hashes").get(0).get("value").textValue());
    }

    @Test
    void wordsOfOthersAreNoMarkup() {
        assertEquals("\\<b\\>\\[here\\](x) \\*", Spelling.markup("<b>[here](x)\n*"));
    }

    @Test
    void provisionsOfTheCatalogueHaveTokensOfTheirOwn() {
        ProvisionIds ids = new ProvisionIds();
        List<String> citations = CatalogueLoader.embedded().provisions().stream()
                .map(provision -> provision.citation().toString())
                .toList();
        Set<String> tokens = new HashSet<>();
        citations.forEach(citation -> tokens.add(ids.of(citation)));
        assertEquals(new HashSet<>(citations).size(), tokens.size());
        assertTrue(
                tokens.stream().allMatch(token -> token.matches("^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$")),
                tokens::toString);
    }

    @Test
    void twoProvisionsNeverShareAToken() {
        ProvisionIds ids = new ProvisionIds();
        String one = ids.of("A \"1(1)\"");
        assertFalse(one.equals(ids.of("A \"1 1\"")));
        assertEquals(one, ids.of("A \"1(1)\""));
    }

    private static void assertRefused(Consumer<JsonNode> breaking) {
        JsonNode document = PublishedSchema.read(written);
        breaking.accept(document);
        assertFalse(PublishedSchema.ofAssessmentResults().objections(document).isEmpty());
    }

    private static void walk(JsonNode node, Set<String> named, Set<String> meant) {
        node.fields().forEachRemaining(member -> {
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "uuid", "id" -> named.add(value.textValue());
                case "observation-uuid", "risk-uuid", "actor-uuid", "role-id", "target-id" ->
                    meant.add(value.textValue());
                case "party-uuids" -> value.forEach(each -> meant.add(each.textValue()));
                case "href" -> {
                    if (value.textValue().startsWith("#")) {
                        meant.add(value.textValue().substring(1));
                    }
                }
                default -> {
                    // Says something by itself.
                }
            }
            walk(value, named, meant);
        });
        if (node.isArray()) {
            node.forEach(each -> walk(each, named, meant));
        }
    }

    private static byte[] write(Evidence evidence, List<Companion> companions) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AssessmentResults.write(evidence, companions, out);
        return out.toByteArray();
    }

    private static JsonNode results() {
        return PublishedSchema.read(written).get("assessment-results");
    }

    private static JsonNode result() {
        return results().get("results").get(0);
    }

    private static JsonNode findings() {
        return result().get("findings");
    }

    private static JsonNode finding(JsonNode document, int number) {
        return document.get("assessment-results")
                .get("results")
                .get(0)
                .get("findings")
                .get(number);
    }

    private static List<JsonNode> observations(String property) {
        List<JsonNode> found = new ArrayList<>();
        result().get("observations").forEach(each -> {
            if (!prop(each, property).isEmpty()) {
                found.add(each);
            }
        });
        return found;
    }

    private static List<String> entries(JsonNode observation) {
        List<String> entries = new ArrayList<>();
        if (observation.has("relevant-evidence")) {
            observation.get("relevant-evidence").forEach(each -> entries.add(prop(each, "entries")));
        }
        return entries;
    }

    private static String prop(JsonNode node, String name) {
        if (node.has("props")) {
            for (JsonNode prop : node.get("props")) {
                if (prop.get("name").textValue().equals(name)) {
                    return prop.get("value").textValue();
                }
            }
        }
        return "";
    }

    private static NamedTable table(String name) {
        try {
            Sheet sheet = SampleEvidence.sheet(SampleEvidence.morning(), name);
            assertTrue(sheet instanceof TableSheet, name);
            return NamedTable.of(SampleEvidence.morning(), name);
        } catch (org.portcullis.engine.journal.JournalFailure unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
