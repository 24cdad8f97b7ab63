package org.portcullis.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.EvidenceRequestJson;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.TableSheet;

/**
 * Writes evidence as an Office Open XML workbook (ISO/IEC 29500) without macros and without links to the outside.
 *
 * <p>Tables are streamed, so the size of the journal does not decide the memory that is needed. Equal evidence gives equal bytes on one
 * JDK: the dates inside are the request's. Temporary files lie in a folder that only the owner can read, and are deleted.
 */
public final class EvidenceWorkbook {

    /** The sheet to which every other one leads back. */
    static final String COVER = "Cover";

    private static final int ROWS_IN_MEMORY = 200;

    private final int rowsPerTab;

    private EvidenceWorkbook(int rowsPerTab) {
        this.rowsPerTab = rowsPerTab;
    }

    /**
     * Writes the workbook; the stream stays open.
     *
     * @throws JournalFailure when the evidence cannot be read; what was written until then is no workbook
     * @throws IOException when the stream or the temporary folder cannot be written
     */
    public static void write(Evidence evidence, OutputStream out) throws IOException, JournalFailure {
        new EvidenceWorkbook(TableSheet.ROWS_PER_TAB).writeTo(evidence, out);
    }

    /** Writes with fewer rows to a tab. */
    static void write(Evidence evidence, OutputStream out, int rowsPerTab) throws IOException, JournalFailure {
        new EvidenceWorkbook(rowsPerTab).writeTo(evidence, out);
    }

    private void writeTo(Evidence evidence, OutputStream out) throws IOException, JournalFailure {
        Path folder = PrivateFolder.create();
        try {
            Path draft = folder.resolve("draft.xlsx");
            StringBuilder gallery = new StringBuilder();
            Optional<Exception> failure = TempFile.withStrategy(
                    new DefaultTempFileCreationStrategy(folder.toFile()), () -> drafted(evidence, draft, gallery));
            rethrow(failure);
            FixedZip.copy(draft, out, gallery.toString());
        } finally {
            PrivateFolder.delete(folder);
        }
    }

    /** Carries checked failures out of the library's callback. */
    private Optional<Exception> drafted(Evidence evidence, Path draft, StringBuilder gallery) {
        try {
            gallery.append(draft(evidence, draft));
            return Optional.empty();
        } catch (IOException | JournalFailure failure) {
            return Optional.of(failure);
        } catch (UncheckedIOException failure) {
            return Optional.of(new IOException(failure.getMessage(), failure));
        }
    }

    private static void rethrow(Optional<Exception> failure) throws IOException, JournalFailure {
        if (failure.isPresent() && failure.get() instanceof IOException io) {
            throw io;
        }
        if (failure.isPresent() && failure.get() instanceof JournalFailure journal) {
            throw journal;
        }
    }

    /** Writes the workbook as the library does, and gives the names of its styles. */
    private String draft(Evidence evidence, Path draft) throws IOException, JournalFailure {
        try (XSSFWorkbook pages = new XSSFWorkbook()) {
            date(pages, evidence.request());
            Look look = new Look(pages);
            List<PageSheet> written = evidence.sheets().stream()
                    .flatMap(sheet -> sheet.match(new Pages()).stream())
                    .toList();
            written.forEach(page -> new PageTab(pages, look, evidence.request(), page).write());
            try (SXSSFWorkbook workbook = new SXSSFWorkbook(pages, ROWS_IN_MEMORY, true, false);
                    OutputStream file = Files.newOutputStream(draft)) {
                List<String> order = tables(evidence, workbook, look);
                for (int i = 0; i < order.size(); i++) {
                    workbook.setSheetOrder(order.get(i), i);
                }
                workbook.setActiveSheet(0);
                workbook.setSelectedTab(0);
                workbook.write(file);
            }
            return look.gallery();
        }
    }

    /** Streams the tables and gives the names of all tabs in the order of the evidence. */
    private List<String> tables(Evidence evidence, SXSSFWorkbook workbook, Look look) throws JournalFailure {
        List<String> order = new ArrayList<>();
        for (Sheet sheet : evidence.sheets()) {
            Optional<TableSheet> table = sheet.match(new Tables());
            if (table.isPresent()) {
                order.addAll(new TableTabs(workbook, look, evidence.request(), table.get(), rowsPerTab).write());
            } else {
                order.add(sheet.name());
            }
        }
        return order;
    }

    private static void date(XSSFWorkbook workbook, EvidenceRequest request) {
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        String at = request.generatedAt()
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .toString();
        try {
            core.setCreated(at);
            core.setModified(at);
        } catch (InvalidFormatException notADate) {
            throw new IllegalArgumentException("`" + at + "` cannot be the date of a workbook", notADate);
        }
        core.setCreator(request.generator());
        core.setLastModifiedByUser(request.generator());
        core.setTitle("Evidence workbook, " + request.entity());
        workbook.getProperties()
                .getCustomProperties()
                .addProperty(WrittenWorkbook.REQUEST, CanonicalJson.text(EvidenceRequestJson.of(request)));
    }

    private static final class Pages implements Sheet.Cases<Optional<PageSheet>> {
        @Override
        public Optional<PageSheet> table(TableSheet sheet) {
            return Optional.empty();
        }

        @Override
        public Optional<PageSheet> page(PageSheet sheet) {
            return Optional.of(sheet);
        }
    }

    private static final class Tables implements Sheet.Cases<Optional<TableSheet>> {
        @Override
        public Optional<TableSheet> table(TableSheet sheet) {
            return Optional.of(sheet);
        }

        @Override
        public Optional<TableSheet> page(PageSheet sheet) {
            return Optional.empty();
        }
    }
}
