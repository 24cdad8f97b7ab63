package org.portcullis.model.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the reader and the writer against the published vectors of RFC 8785. */
class PublishedVectorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"french", "unicode", "weird"})
    void writesThePublishedCanonicalForm(String name) throws IllFormedJson {
        byte[] canonical = CanonicalJson.bytes(JsonReader.read(resource("input/" + name + ".json")));

        assertArrayEquals(resource("output/" + name + ".json"), canonical);
        assertArrayEquals(hex(name), canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "structures", "values"})
    void refusesTheVectorsWithNullsAndFractions(String name) {
        assertThrows(IllFormedJson.class, () -> JsonReader.read(resource("input/" + name + ".json")));
    }

    private static byte[] hex(String name) {
        String text = new String(resource("outhex/" + name + ".txt"), StandardCharsets.UTF_8);
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }

    private static byte[] resource(String path) {
        try (InputStream in =
                Objects.requireNonNull(PublishedVectorsTest.class.getResourceAsStream("/vectors/jcs/" + path), path)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
