package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "0",
                "-7",
                "9007199254740991",
                "true",
                "false",
                "\"\"",
                "{\"B\":1,\"b\":[1,[],{}]}",
                "\"\\b\\t\\n\\f\\r\\u0000\\u001f\\\"\\\\/\u007f\u20ac\"",
                "[[[[[[[[1]]]]]]]]",
                "{\"\uD83D\uDE02\":1,\"\uFB33\":2}"
            })
    void theCanonicalFormIsAccepted(String text) throws Exception {
        CanonicalParser.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {}",
                "{} ",
                "{ }",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "[1, 2]",
                "[1,]",
                "[,1]",
                "{,}",
                "{\"a\":1,}",
                "{\"a\"}",
                "1.0",
                "1e3",
                "-0",
                "01",
                "+1",
                "-",
                "9007199254740992",
                "99999999999999999999",
                "null",
                "NaN",
                "True",
                "\"a",
                "\"\\/\"",
                "\"\\u0041\"",
                "\"\\u000A\"",
                "\"\\u000a\"",
                "\"\\u001F\"",
                "\"\\ud83d\\ude02\"",
                "\"\n\"",
                "\"\uFFFE\"",
                "\"\uFDD0\"",
                "[[[[[[[[[1]]]]]]]]]",
                "\uFEFF{}",
                "'a'",
                "\"\\",
                "\"\\u00",
                "tru",
                "{\"\uFB33\":2,\"\uD83D\uDE02\":1}"
            })
    void everyOtherFormIsRefused(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThrows(CanonicalParser.NotCanonical.class, () -> CanonicalParser.parse(bytes));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        assertThrows(CanonicalParser.NotCanonical.class, () -> CanonicalParser.parse(surrogate));
    }
}
