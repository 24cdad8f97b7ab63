package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the quick scan to the parser: what it accepts, the parser accepts too, and reads the same in it. */
class EntryScanTest {

    private static final long SEED = 20220502;
    private static final int CHANGES = 60_000;

    private static final List<String> BODIES = List.of(
            "{}",
            "{\"a\":\"x\",\"b\":[1,-2,{\"c\":true}],\"d\":false}",
            "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}",
            "{\"reason\":\"a \\\"quoted\\\" word \\\\ and\\na line\",\"z\":9007199254740991}",
            "{\"K\":0,\"k\":[[],[[]],\"\"],\"k2\":{\"a\":\"\"}}");

    @Test
    void whatThePlainScanReadsIsWhatTheParserReads() throws Exception {
        for (String body : BODIES) {
            byte[] bytes = entry(body);
            assertSame(bytes, new EntryScan().scan(bytes, 0, bytes.length).orElseThrow());
        }
    }

    @Test
    void noChangedEntryIsAcceptedThatTheParserRefuses() throws Exception {
        Random random = new Random(SEED);
        String alphabet = "{}[]\",:\\0123456789abtruefnl-. \u00e9\u0001Z";
        int accepted = 0;
        for (int i = 0; i < CHANGES; i++) {
            StringBuilder text = new StringBuilder(
                    new String(entry(BODIES.get(random.nextInt(BODIES.size()))), StandardCharsets.UTF_8));
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(text.length());
                char other = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, other);
                    case 1 -> text.insert(at, other);
                    default -> text.deleteCharAt(at);
                }
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            Optional<Scanned> plain = new EntryScan().scan(bytes, 0, bytes.length);
            if (plain.isPresent()) {
                assertSame(bytes, plain.get());
                accepted++;
            }
        }
        assertTrue(accepted > 500, "seed " + SEED + ": only " + accepted + " changed entries were accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-02-29T00:00:00.000000000Z",
                "2022-13-01T00:00:00.000000000Z",
                "2022-00-10T00:00:00.000000000Z",
                "2022-04-31T00:00:00.000000000Z",
                "2022-05-02T24:00:00.000000000Z",
                "2022-05-02T23:60:00.000000000Z",
                "2022-05-02T23:59:60.000000000Z",
                "2022-05-02T23:59:59.00000000Z",
                "2022-05-02T23:59:59.000000000z",
                "2022-05-02 23:59:59.000000000Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertEquals(Optional.empty(), EntryScan.time(bytes, 0, bytes.length));
    }

    @Test
    void everyDayOfFourCenturiesIsReadAsTheCalendarHasIt() {
        for (long day = -146_097L; day < 2 * 146_097L; day += 1) {
            Instant at = Instant.ofEpochSecond(day * 86_400 + 86_399);
            String spelled = at.toString().replace("Z", ".000000000Z");
            byte[] bytes = spelled.getBytes(StandardCharsets.UTF_8);
            assertEquals(Optional.of(at), EntryScan.time(bytes, 0, bytes.length));
        }
    }

    private static void assertSame(byte[] bytes, Scanned plain) throws Exception {
        Scanned parsed = Scanned.parsed(bytes, Rejection.Place.of("entry"));
        assertEquals(parsed.prev(), plain.prev());
        assertEquals(parsed.seq(), plain.seq());
        assertEquals(parsed.at(), plain.at());
        assertEquals(parsed.type(), plain.type());
        assertEquals(parsed.writer(), plain.writer());
        assertArrayEquals(parsed.place().body(), plain.place().body());
    }

    private static byte[] entry(String body) {
        String text = "{\"body\":" + body + ",\"correlation\":\"W-1\",\"pack\":\"\",\"prev\":\"sha256:" + "0".repeat(64)
                + "\",\"seq\":12,\"time\":\"2022-05-02T07:56:00.000000001Z\",\"type\":\"decision.made\",\"v\":1,"
                + "\"writer\":\"example.org/desk\"}";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
