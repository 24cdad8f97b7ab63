package org.portcullis.mapping.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.yaml.Fault;
import org.portcullis.yaml.Faults;

class CatalogueFaultsTest {

    private static final String GOOD = """
              - provision: "1"
                paraphrase: "Keep a limit."
            """;

    @TempDir
    Path directory;

    static List<Arguments> rows() {
        return List.of(
                row("unknown field", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            «quotation: "x"
                        """, "the field `quotation` is unknown"),
                row("repeated field", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            «provision: "2"
                        """, "the field `provision` is there twice"),
                row("missing field", """
                          - «provision: "1"
                        """, "the field `paraphrase` is missing"),
                row("list where text is due", """
                          - provision: "1"
                            paraphrase: «["Keep a limit."]
                        """, "`paraphrase` must be text"),
                row("text where a list is due", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            sources: «"R1"
                        """, "`sources` must be a list"),
                row("text where fields are due", """
                          - «"1"
                        """, "fields are expected here"),
                row("number of another shape", """
                          - provision: «"7A §3"
                            paraphrase: "Keep a limit."
                        """, "`7A §3` is not the number of a provision"),
                row(
                        "two provisions of one number",
                        """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                          - provision: «"1"
                            paraphrase: "Keep another."
                        """,
                        "the provision `1` of `TEST-ONE` is there twice, first on line 16 of `one.yaml`"),
                row("parent that is not there", """
                          - provision: "1(a)"
                            parent: «"1"
                            paraphrase: "Keep a limit."
                        """, "the parent `1` is not a provision of this file"),
                row("parent after its part", """
                          - provision: "1(a)"
                            parent: «"1"
                            paraphrase: "Keep a limit."
                          - provision: "1"
                            paraphrase: "Keep a limit."
                        """, "the parent `1` stands after its part, on line 19 of `one.yaml`"),
                row("parent of itself", """
                          - provision: "1"
                            parent: «"1"
                            paraphrase: "Keep a limit."
                        """, "`1` is not a part of `1`"),
                row("parent of another number", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                          - provision: "2(a)"
                            parent: «"1"
                            paraphrase: "Keep a limit."
                        """, "`2(a)` is not a part of `1`"),
                row("source that is not there", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            sources: ["S1", «"R9"]
                        """, "the source `R9` is unknown"),
                row("primary mark on a secondary source", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            sureness: «P
                        """, "the mark `P` needs a primary source and none is named"),
                row("sureness of another alphabet", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            sureness: «X
                        """, "`X` is not a value of `sureness`"),
                row("kind that is none", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            kinds: [limit, «forbid]
                        """, "`forbid` is not a value of `kinds`"),
                row("no kind", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            kinds: «[]
                        """, "`kinds` is empty"),
                row("day that is none", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            verified-on: «2022-02-30
                        """, "`2022-02-30` is not a day"),
                row("verification that is open", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            verified-on: «open
                        """, "`open` is not a day"),
                row("end before the beginning", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            in-force: {from: 2022-05-02, to: «2022-05-01, seen-on: [], sureness: S, basis: "b"}
                        """, "the last day `2022-05-01` precedes the first `2022-05-02`"),
                row("days that do not ascend", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            in-force: {from: unknown, to: open, seen-on: [2022-05-02, «2022-05-02], sureness: S, basis: "b"}
                        """, "the day `2022-05-02` does not come after the one before"),
                row("equivalent that is not there", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            equivalent-to: [«"OTHER-RULES 1"]
                        """, "the provision `OTHER-RULES 1` is not in the catalogue"),
                row("equivalent without a corpus", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                            equivalent-to: [«"15(1)(b)"]
                        """, "`15(1)(b)` is not the name of a provision"),
                row("equivalent in the same corpus", """
                          - provision: "1"
                            paraphrase: "Keep a limit."
                          - provision: "2"
                            paraphrase: "Keep a limit."
                            equivalent-to: [«"TEST-ONE 1"]
                        """, "`TEST-ONE 1` stands in the same corpus"),
                row("empty paraphrase", """
                          - provision: "1"
                            paraphrase: «" "
                        """, "`paraphrase` is blank"),
                row("paraphrase that quotes", """
                          - provision: "1"
                            paraphrase: «"It says \\"keep a limit\\"."
                        """, "the paraphrase holds a quotation mark"),
                row(
                        "paraphrase that is long",
                        """
                          - provision: "1"
                            paraphrase: «"%s"
                        """.formatted("x".repeat(400)),
                        "the paraphrase has 400 characters and the maximum is 399"),
                row(
                        "broken YAML",
                        """
                          - provision: "1"
                            paraphrase: «]
                        """,
                        "the file is not well-formed YAML: `expected the node content, but found ']'`"));
    }

    private static Arguments row(String name, String text, String message) {
        return Arguments.argumentSet(name, text, message);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void faultStandsWhereItIsMarked(String rows, String message) {
        String text = CatalogueFolder.HEADER + rows;
        List<String> expected = CatalogueFolder.marks(text).stream()
                .map(place -> "one.yaml:" + place + ": " + message)
                .toList();
        assertEquals(1, expected.size());
        assertEquals(expected, CatalogueFolder.withRows(directory, rows).faultLines());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyFaultHasACure(String rows, String message) {
        for (Fault fault : CatalogueFolder.withRows(directory, rows).faults()) {
            assertTrue(!fault.help().isBlank() && !fault.help().endsWith("."), fault.help());
        }
    }

    @Test
    void goodRowsLoad() {
        assertEquals(List.of(), CatalogueFolder.withRows(directory, GOOD).faultLines());
    }

    @Test
    void allFaultsAreReportedAtOnceInOrder() {
        String sources = """
                sources:
                  - key: "R1"
                    title: "the rule itself"
                    tier: «first
                    addresses: []
                  - key: "S1"
                    title: "a report"
                    tier: secondary
                    addresses: []
                  - key: «"R1"
                    title: "the rule again"
                    tier: primary
                    addresses: []
                """;
        String corpus = CatalogueFolder.HEADER.replace("TEST-ONE", "test one").replace("corpus: ", "corpus: «") + """
                  - provision: «"a b  c"
                    paraphrase: "Keep a limit."
                    «colour: "red"
                    sources: [«"Q1", «"Q2"]
                """;
        List<String> expected = new ArrayList<>();
        CatalogueFolder.marks(corpus).forEach(place -> expected.add("one.yaml:" + place));
        CatalogueFolder.marks(sources).forEach(place -> expected.add("sources.yaml:" + place));
        List<String> places =
                CatalogueFolder.withRows(directory, "")
                        .file("sources.yaml", sources)
                        .file("one.yaml", corpus)
                        .faultLines()
                        .stream()
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .toList();
        assertEquals(expected, places);
    }

    @Test
    void oneCorpusStandsInOneFile() {
        String second = CatalogueFolder.HEADER + "  - provision: \"2\"\n    paraphrase: \"Keep a limit.\"\n";
        List<String> faults = CatalogueFolder.withRows(directory, GOOD)
                .file("index.yaml", CatalogueFolder.INDEX.replace("\"one.yaml\"", "\"one.yaml\", \"two.yaml\""))
                .file("two.yaml", second)
                .faultLines();
        assertEquals(
                List.of("two.yaml:2:9: the corpus `TEST-ONE` is there twice, first on line 2 of `one.yaml`"), faults);
    }

    @Test
    void faultInADefaultIsReportedOnce() {
        String header = CatalogueFolder.HEADER.replace("applies-to: firm", "applies-to: «anybody");
        List<String> faults = CatalogueFolder.withRows(directory, "")
                .file("one.yaml", header + GOOD + GOOD.replace("\"1\"", "\"2\""))
                .faultLines();
        assertEquals(
                List.of("one.yaml:" + CatalogueFolder.marks(header).get(0)
                        + ": `anybody` is not a value of `applies-to`"),
                faults);
    }

    @Test
    void faultsStopAtTheMaximum() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= Faults.MAX_FAULTS + 50; i++) {
            rows.append("  - provision: \"").append(i).append("\"\n");
        }
        List<String> faults =
                CatalogueFolder.withRows(directory, rows.toString()).faultLines();
        assertEquals(Faults.MAX_FAULTS + 1, faults.size());
        assertTrue(faults.get(Faults.MAX_FAULTS).contains("more than 200 faults"));
    }

    @Test
    void faultPrintsPlaceCauseAndCure() {
        assertEquals(
                "a.yaml:3:5: the source `R9` is unknown\n  help: correct the key",
                new Fault("a.yaml", 3, 5, 1, "the source `R9` is unknown", "correct the key").toString());
    }
}
