package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/** Holds the check of signatures against the published vectors. */
class PublishedSignaturesTest {

    private final BothProviders check = new BothProviders();

    @Test
    void everyVerdictOfWycheproofIsReached() throws Exception {
        int cases = 0;
        for (JsonObject group : read("wycheproof.json").array("testGroups").objects()) {
            byte[] key = hex(group.object("publicKey").text("pk"));
            for (JsonObject test : group.array("tests").objects()) {
                boolean accepted = check.accepts(key, hex(test.text("msg")), hex(test.text("sig")));
                assertEquals(test.text("result").equals("valid"), accepted, () -> "case " + test.whole("tcId"));
                cases++;
            }
        }
        assertEquals(151, cases);
    }

    @Test
    void onlyWhatBothProvidersAcceptIsAdmittedOfTheEdgeCases() throws Exception {
        int admitted = 0;
        JsonArray cases = read("cctv.json").array("cases");
        for (JsonObject test : cases.objects()) {
            byte[] message = test.text("msg").getBytes(StandardCharsets.UTF_8);
            boolean accepted = check.accepts(hex(test.text("key")), message, hex(test.text("sig")));
            admitted += accepted ? 1 : 0;
            if (accepted) {
                assertFalse(
                        test.find("flags").isPresent()
                                && test.array("flags").texts().contains("non_canonical_R"),
                        () -> "case " + test.whole("number"));
            }
        }
        assertEquals(914, cases.items().size());
        assertTrue(admitted > 0 && admitted < 914, "admitted " + admitted);
    }

    @Test
    void malformedInputIsRefusedWithoutAnException() {
        byte[] message = {1};
        byte[] signature = Scene.ALICE_KEY.sign(message);
        assertTrue(check.accepts(Scene.ALICE_KEY.publicKey(), message, signature));
        assertFalse(check.accepts(new byte[31], message, signature));
        assertFalse(check.accepts(Scene.ALICE_KEY.publicKey(), message, new byte[65]));
        assertFalse(check.accepts(Scene.MALLORY_KEY.publicKey(), message, signature));
    }

    private static JsonObject read(String name) throws IOException, IllFormedJson {
        String path = "/vectors/ed25519/" + name;
        try (InputStream in = Objects.requireNonNull(PublishedSignaturesTest.class.getResourceAsStream(path), path)) {
            // The one null of the files stands for an empty list of flags; null is outside our profile.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(": null", ": []");
            Json whole = JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
            return text.startsWith("[")
                    ? JsonObject.of("cases", whole)
                    : JsonObject.of("whole", whole).object("whole");
        }
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
