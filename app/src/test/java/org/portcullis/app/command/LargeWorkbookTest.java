package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.app.wiring.WorkbookCheck;
import org.portcullis.app.wiring.WorkbookFile;
import org.portcullis.journal.VerifierKey;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.mapping.load.ProfileLoader;
import org.portcullis.report.Evidence;
import org.portcullis.vault.VaultFolder;

/**
 * A workbook of many decisions is opened by LibreOffice without repair, whose own sums are the constants beside the formulas, and every cell of what it saves
 * is what the journal gives. The system property `portcullis.large.decisions` says how many; `.ci/run` takes 100,000.
 */
@Tag("long")
class LargeWorkbookTest {
    private static final int DECISIONS = Integer.getInteger("portcullis.large.decisions", 1_000);
    private static final long LARGE_PART = 5_000_000;
    private static final ProvisionCatalogue CATALOGUE = CatalogueLoader.embedded();

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void playAMonthAndWriteItsWorkbook() throws Exception {
        Ran ran = new CommandLineFixture(folder)
                .run("generate", "month", "--orders-only", "--decisions", "" + DECISIONS, "--out", "month");
        assertEquals(0, ran.status(), ran::err);
        Evidence evidence =
                WorkbookFile.write(folder.resolve("month/journal"), folder.resolve("large.xlsx"), CATALOGUE, wanted());
        assertEquals(List.of(), evidence.reservations());
    }

    @Test
    void everyCellIsWhatTheJournalGives() throws Exception {
        WorkbookCheck.Checked checked = check(folder.resolve("large.xlsx"));
        assertEquals(Optional.empty(), checked.comparison().first());
        assertTrue(checked.comparison().cells() > 10L * DECISIONS, () -> "" + checked.comparison());
    }

    /** Whatever LibreOffice repairs, leaves out or sums up differently is a cell that differs; it is not shown the constants beside the formulas. */
    @Test
    void libreOfficeOpensItWithoutRepairAndComesToTheSameSums() throws Exception {
        Office.assumeThere();
        Path unsummed = withoutConstants();
        assertTrue(check(unsummed).comparison().first().isPresent(), "the constants are still there");
        String said = Office.saveAgain(unsummed, profileThatRecalculates(), folder.resolve("again"));
        assertEquals(
                Optional.empty(),
                check(folder.resolve("again/unsummed.xlsx")).comparison().first(),
                said);
    }

    private static WorkbookCheck.Checked check(Path workbook) throws Exception {
        String key = Files.readString(folder.resolve("month/journal.vkey")).strip();
        return WorkbookCheck.of(
                folder.resolve("month/journal"),
                workbook,
                CATALOGUE,
                new WorkbookCheck.Trusted(
                        VerifierKey.read(key),
                        WitnessPolicy.none(),
                        List.of(),
                        VaultFolder.at(folder.resolve("month/vault"))));
    }

    private static WorkbookFile.Wanted wanted() throws Exception {
        return new WorkbookFile.Wanted(
                "the firm",
                "all desks",
                Optional.of(Instant.parse("2026-04-30T23:00:00Z")),
                Optional.of(Instant.parse("2026-05-31T23:00:00Z")),
                "a test",
                Instant.parse("2026-06-01T00:00:00Z"),
                "portcullis verify workbook",
                WitnessPolicy.none(),
                List.of(),
                Optional.empty(),
                ProfileLoader.builtIn("uk-algorithmic-trading", CATALOGUE),
                VaultFolder.at(folder.resolve("month/vault")),
                25,
                List.of());
    }

    /** Makes a copy in which every constant beside a formula is zero. */
    private static Path withoutConstants() throws IOException {
        Path copy = Files.copy(folder.resolve("large.xlsx"), folder.resolve("unsummed.xlsx"));
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            List<Path> parts;
            try (Stream<Path> all = Files.list(zip.getPath("/xl/worksheets"))) {
                parts = all.filter(part -> part.toString().endsWith(".xml")).toList();
            }
            for (Path part : parts) {
                // The sheets of decisions are large and have no formulas.
                if (Files.size(part) < LARGE_PART) {
                    String xml = Files.readString(part);
                    Files.writeString(part, xml.replaceAll("</f><v>[^<]*</v>", "</f><v>0</v>"));
                }
            }
        }
        return copy;
    }

    /** Makes a profile in which every formula is computed when a file is opened; constants are not taken over. */
    private static Path profileThatRecalculates() throws IOException {
        Path profile = folder.resolve("profile");
        Files.createDirectories(profile.resolve("user"));
        Files.writeString(profile.resolve("user/registrymodifications.xcu"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <oor:items xmlns:oor="http://openoffice.org/2001/registry">
                <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
                </oor:items>
                """);
        return profile;
    }
}
