package org.portcullis.model.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"a\":1,\"a\":2}           | a key is given twice at byte 7",
                "{\"a\":1,\"\\u0061\":2}     | a key is given twice at byte 7",
                "{\"a\":\"\\ud800\"}         | a text has a lone surrogate or a noncharacter at byte 5",
                "{\"a\":\"\\ufffe\"}         | a text has a lone surrogate or a noncharacter at byte 5",
                "{\"a\":\"\\u00\"}           | an escape needs four hexadecimal digits at byte 10",
                "{\"a\":\"\\x\"}             | an escape is unknown at byte 7",
                "{\"a\":9007199254740992}    | a number is beyond 9007199254740991 at byte 5",
                "{\"a\":-9007199254740992}   | a number is beyond 9007199254740991 at byte 5",
                "{\"a\":99999999999999999999} | a number is beyond 9007199254740991 at byte 5",
                "1.0  | a number with a fraction or an exponent is outside the profile at byte 0",
                "1e3  | a number with a fraction or an exponent is outside the profile at byte 0",
                "-0   | negative zero is outside the profile at byte 0",
                "01   | a number is not written as JSON writes it at byte 0",
                "-    | a number is not written as JSON writes it at byte 0",
                "null | null is outside the profile at byte 0",
                "tru  | a value was expected at byte 3",
                "[1,] | a value was expected at byte 3",
                "[1   | a comma or the end of the list was expected at byte 2",
                "{1:2} | a key was expected at byte 1",
                "{\"a\" 1} | a colon was expected at byte 5",
                "{} x | something follows the value at byte 3",
                "\"a  | a text is cut off at byte 2",
                "^^   | the value is cut off at byte 0",
                "[[[[[[[[[1]]]]]]]]] | nesting goes over 8 levels at byte 8"
            })
    void refusesWithThePlace(String text, String message) {
        IllFormedJson refused =
                assertThrows(IllFormedJson.class, () -> JsonReader.read(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void refusesAnUnescapedControlCharacter() {
        assertThrows(IllFormedJson.class, () -> read("\"\n\""));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        IllFormedJson refused =
                assertThrows(IllFormedJson.class, () -> JsonReader.read(new byte[] {'"', 'a', (byte) 0xC0, '"'}));
        assertEquals(2, refused.offset());
    }

    @Test
    void refusesAByteOrderMark() {
        assertThrows(IllFormedJson.class, () -> read("\uFEFF{}"));
    }

    @Test
    void readsEightLevels() throws IllFormedJson {
        assertEquals("[[[[[[[[1]]]]]]]]", CanonicalJson.text(read("[[[[[[[[1]]]]]]]]")));
    }

    @Test
    void readsTheLargestWholeNumbers() throws IllFormedJson {
        assertEquals(Json.whole(JsonWhole.MAX), read("9007199254740991"));
        assertEquals(Json.whole(-JsonWhole.MAX), read("-9007199254740991"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{ \"a\" : [ true , false , 0 , -7 , \"\" ] }", "\"\\ud83d\\ude02\\/\""})
    void whatWasReadIsWrittenAndReadBackEqual(String text) throws IllFormedJson {
        Json value = read(text);
        assertEquals(value, JsonReader.read(CanonicalJson.bytes(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"b\":1,\"a\":2}    | it is not in canonical form at byte 7",
                "{\"a\": 1}          | it is not in canonical form at byte 5",
                "[1 ]                | it is not in canonical form at byte 2",
                "\"\\/\"             | it is not in canonical form at byte 1",
                "\"\\u0041\"         | it is not in canonical form at byte 1",
                "\"\\u000A\"         | it is not in canonical form at byte 1",
                "\"\\u001F\"         | it is not in canonical form at byte 1",
                "{\"b\":1,\"a\":2,\"a\":3} | a key is given twice at byte 13"
            })
    void anotherSpellingThanTheCanonicalOneIsRefusedWithItsPlace(String text, String message) {
        IllFormedJson refused = assertThrows(
                IllFormedJson.class, () -> JsonReader.readCanonical(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void whatIsReadAsCanonicalIsWhatIsWritten() {
        long seed = Long.getLong("portcullis.seed", 20261123L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String[] pieces = {
            "{\"a\":[1,true,\"x\"],\"b\":{\"\\u001f\":\"\\n\",\"\\\"\":-7}}",
            "\"\u00e9\ud83d\ude02\ufb33\\\\\"",
            "[0,{\"A\":\"\",\"B\":[]}]"
        };
        String letters = "{}[]\":,\\/ \n0159abftnruABF-\u00e9\ufb33";
        int canonical = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(pieces[random.nextInt(pieces.length)]);
            for (int change = random.nextInt(4); change > 0; change--) {
                char letter = letters.charAt(random.nextInt(letters.length()));
                int place = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(place, letter);
                    case 1 -> text.insert(place, letter);
                    default -> text.deleteCharAt(place);
                }
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            boolean expected = isWrittenSo(bytes);
            assertEquals(expected, isReadAsCanonical(bytes), () -> "seed " + seed + ": " + text);
            canonical += expected ? 1 : 0;
        }
        assertTrue(canonical > 10_000, "few were canonical: " + canonical);
    }

    private static boolean isWrittenSo(byte[] bytes) {
        try {
            return Arrays.equals(CanonicalJson.bytes(JsonReader.read(bytes)), bytes);
        } catch (IllFormedJson refused) {
            return false;
        }
    }

    private static boolean isReadAsCanonical(byte[] bytes) {
        try {
            JsonReader.readCanonical(bytes);
            return true;
        } catch (IllFormedJson refused) {
            return false;
        }
    }

    private static Json read(String text) throws IllFormedJson {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
