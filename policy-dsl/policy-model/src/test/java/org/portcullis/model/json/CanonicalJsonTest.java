package org.portcullis.model.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void keysFollowTheirUtf16CodeUnits() {
        JsonObject object = JsonObject.builder()
                .put("\uFB33", 1)
                .put("\uD83D\uDE02", 2)
                .put("b", 3)
                .put("B", 4)
                .build();
        assertEquals("{\"B\":4,\"b\":3,\"\uD83D\uDE02\":2,\"\uFB33\":1}", CanonicalJson.text(object));
    }

    @Test
    void controlCharactersTakeTheShortestEscape() {
        assertEquals(
                "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\\\"\\\\/\"",
                CanonicalJson.text(Json.text("\b\t\n\f\r\u0000\u001f\u007f\"\\/")));
    }

    @Test
    void loneSurrogatesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Json.text("a\uD800"));
        assertThrows(IllegalArgumentException.class, () -> Json.text("\uDC00\uD800"));
    }

    @Test
    void nonCharactersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Json.text("\uFDD0"));
        assertThrows(IllegalArgumentException.class, () -> JsonObject.of("\uFFFF", "x"));
    }

    @Test
    void nineLevelsAreRefused() {
        Json nested = Json.whole(1);
        for (int i = 0; i < JsonReader.MAX_DEPTH; i++) {
            nested = JsonArray.of(nested);
        }
        assertEquals("[[[[[[[[1]]]]]]]]", CanonicalJson.text(nested));
        Json tooDeep = JsonArray.of(nested);
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.text(tooDeep));
    }

    @Test
    void aWholeNumberBeyondTwoToTheFiftyThreeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Json.whole(JsonWhole.MAX + 1));
    }

    @Test
    void randomValuesSurviveTheRoundTrip() throws IllFormedJson {
        long seed = Long.getLong("portcullis.seed", 20220502L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Json value = value(random, 0);
            byte[] bytes = CanonicalJson.bytes(value);
            assertEquals(value, JsonReader.read(bytes), () -> "seed " + seed + " value " + value);
        }
    }

    private static Json value(Random random, int depth) {
        int kind = random.nextInt(depth == JsonReader.MAX_DEPTH ? 3 : 5);
        return switch (kind) {
            case 0 -> Json.text(text(random));
            case 1 -> Json.whole(random.nextLong() % JsonWhole.MAX);
            case 2 -> Json.bool(random.nextBoolean());
            case 3 -> {
                JsonObject.Builder object = JsonObject.builder();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.put(i + text(random), value(random, depth + 1));
                }
                yield object.build();
            }
            default -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(random, depth + 1));
                }
                yield new JsonArray(items);
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : 0x11000);
            String one = Character.toString(codePoint);
            text.append(JsonText.isWellFormed(one) ? one : "?");
        }
        return text.toString();
    }
}
