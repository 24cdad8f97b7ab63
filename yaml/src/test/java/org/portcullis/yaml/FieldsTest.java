package org.portcullis.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final int MAX_BYTES = 200;

    private final Faults faults = new Faults();

    @Test
    void faultCoversTheNameOfAnUnknownField() {
        read("size: 3\nsizes: 4\n");
        assertEquals(
                List.of(new Fault("a.yaml", 2, 1, 5, "the field `sizes` is unknown", "did you mean `size`?")),
                faults.sorted());
    }

    @Test
    void textCoversItsValue() {
        assertEquals(
                new Text("Sao São", new Spot("a.yaml", 1, 7, 7)),
                read("size: Sao São\n").required("size").orElseThrow());
    }

    @Test
    void textOverSeveralLinesIsMarkedAtItsBeginning() {
        assertEquals(
                1,
                read("size: >-\n  a\n  b\n").required("size").orElseThrow().at().length());
    }

    @Test
    void missingFieldIsReportedOnce() {
        Fields fields = read("{}");
        fields.required("size");
        fields.text("size");
        assertEquals(1, faults.sorted().size());
    }

    @Test
    void fileLargerThanTheMaximumIsRefused() {
        new YamlText("a.yaml", MAX_BYTES, faults).parse(new byte[MAX_BYTES + 1]);
        assertEquals(
                "the file is larger than the maximum of 200 bytes",
                faults.sorted().get(0).message());
    }

    private Fields read(String text) {
        YamlValue root = new YamlText("a.yaml", MAX_BYTES, faults)
                .parse(text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        return Fields.of(root, List.of("size"), faults);
    }
}
