package org.portcullis.mapping.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of a control library stand where they are marked. */
class LibraryFaultsTest {

    static final String HEADER = """
            corpus: "TEST-LIBRARY"
            body: "nobody"
            title: "a small library"
            jurisdiction: "nowhere"
            verification: "made up for tests"
            controls:
            """;

    static final String GOOD = """
              - id: "1"
                name: "Order notional"
                prevents: "One order that is too large."
                stages: [order]
                tiers: [hard]
                measure: "an amount"
                serves: ["TEST-ONE 1"]
                sources: ["S1"]
                sureness: S
            """;

    @TempDir
    Path directory;

    static List<Arguments> rows() {
        return List.of(
                row("number", GOOD.replace("id: \"1\"", "id: «\"LIB-1\""), "`LIB-1` is not the number of a control"),
                row(
                        "twice",
                        GOOD + GOOD.replace("id: \"1\"", "id: «\"1\""),
                        "the control `1` is there twice, first on line 7 of `lib.yaml`"),
                row("stage", GOOD.replace("[order]", "[«orders]"), "`orders` is not a value of `stages`"),
                row("no stage", GOOD.replace("[order]", "«[]"), "`stages` is empty"),
                row("tier", GOOD.replace("[hard]", "[soft, «firm]"), "`firm` is not a value of `tiers`"),
                row(
                        "provision",
                        GOOD.replace("TEST-ONE 1\"", "TEST-ONE 9\"").replace("[\"TEST", "[«\"TEST"),
                        "the provision `TEST-ONE 9` is not in the catalogue"),
                row("source", GOOD.replace("\"S1\"", "«\"S9\""), "the source `S9` is unknown"),
                row(
                        "mark",
                        GOOD.replace("sureness: S", "sureness: «P"),
                        "the mark `P` needs a primary source and none is named"),
                row(
                        "field",
                        GOOD.replace("measure:", "«minimum:") + "    measure: \"an amount\"\n",
                        "the field `minimum` is unknown"));
    }

    private static Arguments row(String name, String text, String message) {
        return Arguments.argumentSet(name, text, message);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void faultStandsWhereItIsMarked(String rows, String message) {
        String text = HEADER + rows;
        List<String> expected = CatalogueFolder.marks(text).stream()
                .map(place -> "lib.yaml:" + place + ": " + message)
                .toList();
        assertEquals(1, expected.size());
        assertEquals(expected, folder(rows).faultLines());
    }

    @Test
    void goodLibraryLoads() {
        assertEquals(List.of(), folder(GOOD).faultLines());
    }

    private CatalogueFolder folder(String rows) {
        return CatalogueFolder.withRows(directory, "  - provision: \"1\"\n    paraphrase: \"Keep a limit.\"\n")
                .file("index.yaml", CatalogueFolder.INDEX + "controls: \"lib.yaml\"\n")
                .file("lib.yaml", HEADER + rows);
    }
}
