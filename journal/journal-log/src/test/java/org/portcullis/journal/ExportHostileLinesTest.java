package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.journal.export.ExportScope;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.verifier.ExportVerdict;
import org.portcullis.verifier.Outcome;

/** Lines that no exporter writes get a verdict and not a stack trace. */
class ExportHostileLinesTest {

    @TempDir
    Path directory;

    private Path journal = Path.of("");

    @BeforeEach
    void writeJournal() throws Exception {
        journal = DeskDay.journal(directory.resolve("journal"), DeskDay.records(1, 7));
    }

    @Test
    void aNewerFormatIsNamed() throws Exception {
        ExportFile export = export();
        export.change(0, head -> ExportFile.with(head, "format", Json.text("portcullis-export/2")));
        ExportVerdict verdict = export.sealed().verdict();
        assertEquals(Outcome.ILL_FORMED, verdict.verdict().outcome());
        assertTrue(verdict.text().contains("of the format `portcullis-export/2`"), verdict::text);
    }

    @Test
    void whatIsNoExportIsIllFormed() throws Exception {
        for (String text : List.of("{}\n", "[]\n", "7\n", "\n", "\u0000\n", "PK\u0003\u0004\n", "{\"format\":7}\n")) {
            assertEquals(
                    Outcome.ILL_FORMED,
                    ExportFile.verdict(text.getBytes(StandardCharsets.UTF_8))
                            .verdict()
                            .outcome(),
                    text);
        }
    }

    @Test
    void anEmptyFileIsTruncated() throws Exception {
        assertEquals(
                Outcome.TRUNCATED, ExportFile.verdict(new byte[0]).verdict().outcome());
    }

    @Test
    void somethingBehindTheLastLineIsIllFormed() throws Exception {
        ExportFile export = export();
        export.lines.add("{}");
        export.assertIs(Outcome.ILL_FORMED);
    }

    @Test
    void aLineThatGoesOnForeverIsIllFormed() throws Exception {
        ExportFile export = export();
        export.lines.set(2, "\"" + "x".repeat(300_000) + "\"");
        export.assertIs(Outcome.ILL_FORMED);
    }

    @Test
    void linesThatEndAsOnAnotherSystemAreIllFormed() throws Exception {
        ExportFile export = export();
        export.lines.replaceAll(line -> line + "\r");
        export.assertIs(Outcome.ILL_FORMED);
    }

    @Test
    void anotherSpellingOfTheSameLineIsIllFormed() throws Exception {
        ExportFile export = export();
        export.lines.set(3, export.lines.get(3).replace("\"index\":2", "\"index\": 2"));
        export.sealed().assertIs(Outcome.ILL_FORMED);
    }

    @Test
    void anEntryBehindTheCheckpointIsNoticed() throws Exception {
        ExportFile export = export();
        int last = export.lines.size() - 2;
        export.lines.add(last + 1, export.lines.get(last));
        export.change(
                last + 1,
                line -> ExportFile.with(
                        ExportFile.with(line, "index", Json.whole(line.whole("index") + 1)),
                        "context",
                        Json.bool(true)));
        export.sealed().assertIs(Outcome.TAMPERED);
    }

    @Test
    void aProofWithAHundredHashesIsNoProof() throws Exception {
        ExportFile export = export();
        export.change(
                2,
                line -> ExportFile.with(
                        line,
                        "proof",
                        JsonArray.texts(Collections.nCopies(
                                100, line.array("proof").texts().get(0)))));
        export.sealed().assertIs(Outcome.TAMPERED);
    }

    @Test
    void aHashThatIsNoneIsIllFormed() throws Exception {
        for (String hash :
                List.of("", "AAAA", "A".repeat(44), "*".repeat(44), "A".repeat(43) + "=", "A".repeat(42) + "B=")) {
            ExportFile export = export();
            export.change(2, line -> ExportFile.with(line, "proof", JsonArray.texts(List.of(hash))));
            Outcome outcome = export.sealed().verdict().verdict().outcome();
            assertTrue(outcome == Outcome.ILL_FORMED || outcome == Outcome.TAMPERED, hash);
        }
    }

    @Test
    void anEntryWithDuplicateKeysIsIllFormed() throws Exception {
        ExportFile export = export();
        export.lines.set(2, export.lines.get(2).replace("{\"entry\":", "{\"entry\":\"\",\"entry\":"));
        export.assertIs(Outcome.ILL_FORMED);
    }

    @Test
    void anUnknownMemberIsIllFormed() throws Exception {
        for (int line : List.of(0, 2)) {
            ExportFile export = export();
            export.change(line, object -> object.toBuilder().put("more", "x").build());
            export.sealed().assertIs(Outcome.ILL_FORMED);
        }
    }

    @Test
    void aRangeThatDoesNotLieWithinTheJournalIsIllFormed() throws Exception {
        for (long to : List.of(-1L, 4_503_599_627_370_496L)) {
            ExportFile export = export();
            export.change(0, head -> ExportFile.with(head, "to", Json.whole(to)));
            export.sealed().assertIs(Outcome.ILL_FORMED);
        }
    }

    @Test
    void aRangeThatIsNotCoveredIsIllFormed() throws Exception {
        ExportFile export = export();
        export.change(0, head -> ExportFile.with(head, "from", Json.whole(3)));
        export.sealed().assertIs(Outcome.ILL_FORMED);
    }

    @Test
    void aCountThatIsNotThereIsNoticed() throws Exception {
        ExportFile export = export();
        int last = export.lines.size() - 1;
        export.lines.set(last, export.lines.get(last).replace("\"withheld\":0", "\"withheld\":1"));
        export.assertIs(Outcome.TAMPERED);
    }

    @Test
    void anotherDigestIsNoticed() throws Exception {
        ExportFile export = export();
        int last = export.lines.size() - 1;
        export.lines.set(last, export.lines.get(last).replaceFirst("sha256:[0-9a-f]{8}", "sha256:00000000"));
        export.assertIs(Outcome.TAMPERED);
    }

    private ExportFile export() throws Exception {
        return ExportFile.of(journal, new ExportScope.All());
    }
}
