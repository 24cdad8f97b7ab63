package org.portcullis.app.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

class IndentedJsonTest {

    private static final JsonObject DOCUMENT = JsonObject.builder()
            .put("runs", List.of(JsonObject.of("policy", "say \"no\"\n"), JsonObject.EMPTY))
            .put("none", JsonArray.of(List.of()))
            .put("count", 711)
            .put("held", true)
            .build();

    @Test
    void membersStandOnTheirOwnLinesInTheOrderOfTheirNames() {
        assertEquals("""
                {
                  "count": 711,
                  "held": true,
                  "none": [],
                  "runs": [
                    {
                      "policy": "say \\"no\\"\\n"
                    },
                    {}
                  ]
                }""", IndentedJson.text(DOCUMENT));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws IllFormedJson {
        Json back = JsonReader.read(IndentedJson.text(DOCUMENT).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertEquals(DOCUMENT, back);
    }
}
