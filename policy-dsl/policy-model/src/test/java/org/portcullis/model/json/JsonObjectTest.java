package org.portcullis.model.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    private static final JsonObject ORDER = JsonObject.builder()
            .put("id", "O-1")
            .put("lines", 3)
            .put("held", true)
            .put("trader", JsonObject.of("name", "p-7"))
            .put("desks", JsonArray.texts(List.of("delta-one")))
            .build();

    @Test
    void givesMembersByKind() {
        assertEquals("O-1", ORDER.text("id"));
        assertEquals(3, ORDER.whole("lines"));
        assertEquals(true, ORDER.bool("held"));
        assertEquals("p-7", ORDER.object("trader").text("name"));
        assertEquals(List.of("delta-one"), ORDER.array("desks").texts());
        assertEquals(Optional.empty(), ORDER.findText("venue"));
    }

    @Test
    void aMissingKeyIsNamed() {
        JsonMismatch missing = assertThrows(JsonMismatch.class, () -> ORDER.text("venue"));
        assertEquals("`venue` is missing; there are [desks, held, id, lines, trader]", missing.getMessage());
    }

    @Test
    void anotherKindIsNamed() {
        JsonMismatch mismatch = assertThrows(JsonMismatch.class, () -> ORDER.text("lines"));
        assertEquals("`lines` holds a whole number, not a text", mismatch.getMessage());
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        JsonObject.Builder builder = JsonObject.builder().put("a", 1);
        assertThrows(IllegalArgumentException.class, () -> builder.put("a", 2));
    }

    @Test
    void digestsAreSpelledWithTheirAlgorithm() {
        assertEquals(
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Digest.of(new byte[0]).value());
        assertThrows(IllegalArgumentException.class, () -> new Digest("sha256:E3"));
    }
}
