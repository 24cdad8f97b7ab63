package org.portcullis.mapping.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.mapping.ProvisionCatalogue;

class DirectoryLoadingTest {

    private static final String GOOD = "  - provision: \"1\"\n    paraphrase: \"Keep a limit.\"\n";

    @TempDir
    Path directory;

    @Test
    void builtInFilesLoadFromAFolderAndNoneIsLeftOut() throws URISyntaxException {
        Path built = Path.of(Objects.requireNonNull(ProvisionCatalogue.class.getResource("catalogue/index.yaml"))
                        .toURI())
                .resolveSibling("");
        int size = CatalogueLoader.fromDirectory(built)
                .match(catalogue -> catalogue.provisions().size(), faults -> -faults.size());
        assertEquals(CatalogueLoader.embedded().provisions().size(), size);
    }

    @Test
    void folderWithoutIndexIsRefused() {
        assertEquals(
                List.of("index.yaml:1:1: `index.yaml` cannot be read: there is no such file"),
                new CatalogueFolder(directory).faultLines());
    }

    @Test
    void listedFileThatIsMissingIsRefusedAtItsEntry() throws IOException {
        CatalogueFolder folder = CatalogueFolder.withRows(directory, GOOD);
        Files.delete(directory.resolve("one.yaml"));
        assertEquals(List.of("index.yaml:4:11: `one.yaml` cannot be read: there is no such file"), folder.faultLines());
    }

    @Test
    void listedFolderIsRefused() throws IOException {
        CatalogueFolder folder = CatalogueFolder.withRows(directory, GOOD);
        Files.delete(directory.resolve("one.yaml"));
        Files.createDirectory(directory.resolve("one.yaml"));
        assertEquals(
                List.of("index.yaml:4:11: `one.yaml` cannot be read: it is not a regular file"), folder.faultLines());
    }

    @Test
    void fileThatNoIndexListsIsRefused() {
        assertEquals(
                List.of("index.yaml:4:10: `two.yaml` is in the folder and not in the index"),
                CatalogueFolder.withRows(directory, GOOD).file("two.yaml", "").faultLines());
    }

    @Test
    void namesCannotLeaveTheFolder() {
        String index = CatalogueFolder.INDEX.replace("one.yaml", "../one.yaml");
        List<String> faults = CatalogueFolder.withRows(directory, GOOD)
                .file("index.yaml", index)
                .faultLines();
        assertTrue(
                faults.contains("index.yaml:4:11: `../one.yaml` is not the name of a catalogue file"),
                faults::toString);
    }

    @Test
    void fileListedTwiceIsRefused() {
        String index = CatalogueFolder.INDEX.replace("\"one.yaml\"", "\"one.yaml\", \"one.yaml\"");
        assertEquals(
                List.of("index.yaml:4:23: `one.yaml` is listed twice"),
                CatalogueFolder.withRows(directory, GOOD)
                        .file("index.yaml", index)
                        .faultLines());
    }

    @Test
    void otherFormatIsRefused() {
        String index = CatalogueFolder.INDEX.replace("\"1\"", "\"2\"");
        assertEquals(
                List.of("index.yaml:1:9: the format is not `1`"),
                CatalogueFolder.withRows(directory, GOOD)
                        .file("index.yaml", index)
                        .faultLines());
    }

    @Test
    void twoLoadingsGiveTheSameOrder() {
        assertEquals(
                CatalogueLoader.embedded().citations(),
                CatalogueLoader.embedded().citations());
    }
}
