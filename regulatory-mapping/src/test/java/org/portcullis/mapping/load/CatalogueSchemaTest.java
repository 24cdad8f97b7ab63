package org.portcullis.mapping.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.mapping.ProvisionCatalogue;

/** The published schemas accept every file that the product has, and refuse what the loader refuses. */
class CatalogueSchemaTest {

    private static final String GOOD_ROW = "  - provision: \"1\"\n    paraphrase: \"Keep a limit.\"\n";

    @TempDir
    Path directory;

    static List<Path> files() throws IOException, URISyntaxException {
        Path index = Path.of(Objects.requireNonNull(ProvisionCatalogue.class.getResource("catalogue/index.yaml"))
                .toURI());
        try (Stream<Path> files = Files.list(Objects.requireNonNull(index.getParent()))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileOfTheProductIsWhatItsSchemaSays(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replace(".yaml", "");
        String schema = List.of("index", "sources", "control-library").contains(name) ? name : "corpus";
        assertEquals(List.of(), CatalogueSchema.of(schema).objections(Files.readString(file)));
    }

    @Test
    void thereAreTwentyThreeFiles() throws IOException, URISyntaxException {
        assertEquals(23, files().size());
    }

    static List<Arguments> badRows() {
        return List.of(
                bad("unknown field", GOOD_ROW + "    quotation: \"x\"\n"),
                bad("missing field", "  - provision: \"1\"\n"),
                bad("text where a list is due", GOOD_ROW + "    sources: \"S1\"\n"),
                bad("number of another shape", GOOD_ROW.replace("\"1\"", "\"7A §3\"")),
                bad("kind that is none", GOOD_ROW + "    kinds: [limit, forbid]\n"),
                bad("no kind", GOOD_ROW + "    kinds: []\n"),
                bad("sureness of another alphabet", GOOD_ROW + "    sureness: X\n"),
                bad("day that is none", GOOD_ROW + "    verified-on: 2022-13-30\n"),
                bad("paraphrase that quotes", GOOD_ROW.replace("Keep a limit", "It says «keep»")),
                bad("paraphrase that is long", GOOD_ROW.replace("Keep a limit", "x".repeat(400))),
                bad("equivalent without a corpus", GOOD_ROW + "    equivalent-to: [\"15\"]\n"));
    }

    private static Arguments bad(String name, String rows) {
        return Arguments.argumentSet(name, rows);
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void whatIsBadIsRefusedByTheSchemaAndByTheLoader(String rows) throws IOException {
        CatalogueFolder folder = CatalogueFolder.withRows(directory, "");
        Files.writeString(directory.resolve("one.yaml"), CatalogueFolder.HEADER + rows);
        assertFalse(folder.faults().isEmpty());
        assertFalse(CatalogueSchema.of("corpus")
                .objections(CatalogueFolder.HEADER + rows)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("org.portcullis.mapping.load.LibraryFaultsTest#rows")
    void badLibraryIsRefusedByTheSchemaUnlessOnlyTheCatalogueTells(String rows, String message) {
        boolean needsTheCatalogue = message.contains("not in the catalogue")
                || message.contains("the source")
                || message.contains("primary source");
        List<String> objections = CatalogueSchema.of("control-library")
                .objections(LibraryFaultsTest.HEADER + rows.replace(CatalogueFolder.MARK, ""));
        assertEquals(needsTheCatalogue, objections.isEmpty(), objections::toString);
    }

    @Test
    void goodFilesOfTheTestsPass() {
        assertTrue(CatalogueSchema.of("corpus")
                .objections(CatalogueFolder.HEADER + GOOD_ROW)
                .isEmpty());
        assertTrue(CatalogueSchema.of("index").objections(CatalogueFolder.INDEX).isEmpty());
        assertTrue(CatalogueSchema.of("sources")
                .objections(CatalogueFolder.SOURCES)
                .isEmpty());
    }
}
