package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;

/** The logs are what the schema of OASIS says, and point where the compiler points. */
class SarifTest {
    private static final String POLICY = """
            policy "Ünits" language 1 version 1.0.0 owner "x" review every 90 days, last on 2026-11-01
              effective from 2026-12-01 time zone Europe/London calendar XLON-EQ
              currency USD converted at ECB-EOD, stale after 1 day market data stale after 2 seconds missing data blocks.
            hard limit A-B cites UK-RTS6 "15(1)(b)" applies to orders, when released
              block the order if order.notinal is more than USD 4 billion say "é {order.notional} {limit}".
            hard limit A-B cites UK-RTS6 "15(1)(b)" applies to orders, when released
              block the order if order.notional is more than 4 billion say "{order.notional} {limit}".
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aLogIsWhatTheSchemaSays() throws IOException {
        JSONObject log = log(POLICY);

        schema().validate(log);
        assertFalse(results(log).isEmpty());
    }

    @Test
    void theSchemaIsNoRubberStamp() throws IOException {
        JSONObject log = log(POLICY);
        results(log).getJSONObject(0).put("level", "fatal");

        assertThrows(ValidationException.class, () -> schema().validate(log));
    }

    @Test
    void aLogWithoutResultsIsWhatTheSchemaSays() throws IOException {
        Files.copy(CommandLineFixture.INCIDENT.resolve("policies/repaired.policy"), folder.resolve("repaired.policy"));
        JSONObject log = new JSONObject(run("check", "--as-of", "2022-05-02", "--sarif", "-", "repaired.policy")
                .out());

        schema().validate(log);
        assertEquals(0, results(log).length());
    }

    @Test
    void aResultPointsWhereTheCompilerPoints() throws IOException {
        JSONObject result = ofRule(log(POLICY), "P0301");
        JSONObject place = result.getJSONArray("locations").getJSONObject(0).getJSONObject("physicalLocation");

        assertEquals("a%20b.policy", place.getJSONObject("artifactLocation").getString("uri"));
        assertEquals(5, place.getJSONObject("region").getInt("startLine"));
        assertEquals(22, place.getJSONObject("region").getInt("startColumn"));
        assertEquals(35, place.getJSONObject("region").getInt("endColumn"));
        assertEquals("error", result.getString("level"));
    }

    @Test
    void aResultNamesItsRuleWithTheWholePage() throws IOException {
        JSONObject log = log(POLICY);
        JSONObject result = ofRule(log, "P0401");
        JSONObject rule = log.getJSONArray("runs")
                .getJSONObject(0)
                .getJSONObject("tool")
                .getJSONObject("driver")
                .getJSONArray("rules")
                .getJSONObject(result.getInt("ruleIndex"));

        assertEquals("P0401", rule.getString("id"));
        assertTrue(rule.getJSONObject("help").getString("markdown").startsWith("# P0401"), rule::toString);
    }

    @Test
    void aFixSaysWhatToWriteWhere() throws IOException {
        JSONObject replacement = ofRule(log(POLICY), "P0301")
                .getJSONArray("fixes")
                .getJSONObject(0)
                .getJSONArray("artifactChanges")
                .getJSONObject(0)
                .getJSONArray("replacements")
                .getJSONObject(0);

        assertEquals(
                "order.notional", replacement.getJSONObject("insertedContent").getString("text"));
        assertEquals(22, replacement.getJSONObject("deletedRegion").getInt("startColumn"));
    }

    @Test
    void aSecondPlaceIsRelated() throws IOException {
        assertFalse(
                ofRule(log(POLICY), "P0304").getJSONArray("relatedLocations").isEmpty());
    }

    @Test
    void aFingerprintStaysWhenTheLineMoves() throws IOException {
        assertEquals(fingerprint(log(POLICY)), fingerprint(log("-- a comment\n\n" + POLICY)));
    }

    @Test
    void aFingerprintChangesWithItsLine() throws IOException {
        assertFalse(
                fingerprint(log(POLICY)).equals(fingerprint(log(POLICY.replace("USD 4 billion", "USD 5 billion")))));
    }

    @Test
    void fingerprintsOfOneLogDiffer() throws IOException {
        String twice = POLICY + "-- again\n" + POLICY.substring(POLICY.indexOf("hard limit A-B"));
        JSONArray results = results(log(twice));

        long distinct = java.util.stream.IntStream.range(0, results.length())
                .mapToObj(at -> results.getJSONObject(at)
                        .getJSONObject("partialFingerprints")
                        .toString())
                .distinct()
                .count();
        assertEquals(results.length(), distinct);
    }

    @Test
    void aResultPointsIntoTheFileThatIsImported() throws IOException {
        Files.writeString(folder.resolve("scopes.policy"), """
                part "scopes" language 1.

                scope C-D means order.dsk is "Delta 1".
                """);

        JSONObject place = ofRule(log(POLICY + "import \"scopes.policy\".\n"), "P0301", "scopes.policy");

        assertEquals(3, place.getJSONObject("region").getInt("startLine"));
    }

    @Test
    void theLogGoesToAFileBesideTheAnswer() throws IOException {
        Files.writeString(folder.resolve("a b.policy"), POLICY);

        Ran ran = run("check", "--sarif", "log.sarif", "a b.policy");

        assertEquals(1, ran.status());
        assertTrue(ran.out().startsWith("a b.policy:"), ran::out);
        schema().validate(new JSONObject(Files.readString(folder.resolve("log.sarif"))));
    }

    private JSONObject log(String policy) throws IOException {
        Files.writeString(folder.resolve("a b.policy"), policy);
        return new JSONObject(run("check", "--sarif", "-", "a b.policy").out());
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }

    private static JSONArray results(JSONObject log) {
        return log.getJSONArray("runs").getJSONObject(0).getJSONArray("results");
    }

    private static JSONObject ofRule(JSONObject log, String rule) {
        for (Object result : results(log)) {
            if (((JSONObject) result).getString("ruleId").equals(rule)) {
                return (JSONObject) result;
            }
        }
        throw new AssertionError("no result of " + rule + " in " + log);
    }

    private static JSONObject ofRule(JSONObject log, String rule, String file) {
        for (Object result : results(log)) {
            JSONObject place = ((JSONObject) result)
                    .getJSONArray("locations")
                    .getJSONObject(0)
                    .getJSONObject("physicalLocation");
            boolean there =
                    place.getJSONObject("artifactLocation").getString("uri").equals(file);
            if (there && ((JSONObject) result).getString("ruleId").equals(rule)) {
                return place;
            }
        }
        throw new AssertionError("no result of " + rule + " in " + file + " in " + log);
    }

    private static String fingerprint(JSONObject log) {
        return ofRule(log, "P0301").getJSONObject("partialFingerprints").toString();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertNotNull(in);
            return SchemaLoader.builder()
                    .schemaJson(new JSONObject(new JSONTokener(in)))
                    .draftV7Support()
                    .build()
                    .load()
                    .build();
        }
    }
}
