package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portcullis.journal.BothProviders;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/** Holds the verifier's check of signatures against the writer's, over the edge cases on which libraries differ. */
class EdgeCaseSignaturesTest {

    @Test
    void theVerifierAcceptsWhatTheWriterAdmitsAndNothingElse() throws Exception {
        BothProviders writer = new BothProviders();
        int admitted = 0;
        for (JsonObject test : cases()) {
            byte[] key = hex(test, "key");
            byte[] message = test.text("msg").getBytes(StandardCharsets.UTF_8);
            byte[] signature = hex(test, "sig");
            boolean admits = writer.accepts(key, message, signature);
            assertEquals(admits, Ed25519.accepts(key, message, signature), () -> "case " + test.whole("number"));
            admitted += admits ? 1 : 0;
        }
        assertEquals(86, admitted);
    }

    /** Under such a key anybody can sign: one provider refuses it, the JDK alone does not. */
    @Test
    void noSignatureHoldsUnderAKeyOfSmallOrder() throws Exception {
        int cases = 0;
        for (JsonObject test : cases()) {
            if (test.array("flags").texts().contains("low_order_A")) {
                byte[] message = test.text("msg").getBytes(StandardCharsets.UTF_8);
                assertFalse(
                        Ed25519.accepts(hex(test, "key"), message, hex(test, "sig")),
                        () -> "case " + test.whole("number"));
                cases++;
            }
        }
        assertTrue(cases > 86, "only " + cases + " cases");
    }

    private static List<JsonObject> cases() throws Exception {
        String path = "/vectors/ed25519/cctv.json";
        try (InputStream in = Objects.requireNonNull(EdgeCaseSignaturesTest.class.getResourceAsStream(path), path)) {
            // The one null of the file stands for an empty list of flags; null is outside our profile.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(": null", ": []");
            return JsonObject.of("cases", JsonReader.read(text.getBytes(StandardCharsets.UTF_8)))
                    .array("cases")
                    .objects();
        }
    }

    private static byte[] hex(JsonObject test, String member) {
        return HexFormat.of().parseHex(test.text(member));
    }
}
