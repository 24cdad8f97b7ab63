package org.portcullis.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.EvidenceRequestJson;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.RowTaker;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.TableSheet;

/**
 * Writes evidence as an Office Open XML workbook (ISO/IEC 29500) without macros and without links to the outside.
 *
 * <p>Takes the rows of tables while they are made, if it is asked for them, and keeps them compressed in a temporary file until the rest is
 * known; so the size of the journal does not decide the memory that is needed. Equal evidence gives equal bytes on one JDK: the dates inside are
 * the request's. Temporary files lie in a folder that only the owner can read, and are deleted. Mutable; one thread.
 */
public final class EvidenceWorkbook implements RowTaker, AutoCloseable {

    /** The sheet to which every other one leads back. */
    static final String COVER = "Cover";

    private final int rowsPerTab;
    private final Path folder;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Look look = new Look(workbook);
    private final Map<String, TableSpool> spools = new LinkedHashMap<>();
    private final Map<String, TabRows> rowsByPart = new LinkedHashMap<>();

    private EvidenceWorkbook(int rowsPerTab) throws IOException {
        this.rowsPerTab = rowsPerTab;
        this.folder = PrivateFolder.create();
    }

    /** Begins a workbook, which MUST be closed. */
    public static EvidenceWorkbook begin() throws IOException {
        return new EvidenceWorkbook(TableSheet.ROWS_PER_TAB);
    }

    /**
     * Writes the workbook; the stream stays open.
     *
     * @throws JournalFailure when the evidence cannot be read; what was written until then is no workbook
     * @throws IOException when the stream or the temporary folder cannot be written
     */
    public static void write(Evidence evidence, OutputStream out) throws IOException, JournalFailure {
        write(evidence, out, TableSheet.ROWS_PER_TAB);
    }

    /** Writes with fewer rows to a tab. */
    static void write(Evidence evidence, OutputStream out, int rowsPerTab) throws IOException, JournalFailure {
        try (EvidenceWorkbook workbook = new EvidenceWorkbook(rowsPerTab)) {
            workbook.finish(evidence, out);
        }
    }

    @Override
    public Consumer<Row> rowsOf(TableSheet table) {
        TableSpool spool = new TableSpool(table, look, folder, rowsPerTab);
        if (spools.put(table.name(), spool) != null) {
            throw new IllegalStateException("the rows of the sheet `" + table.name() + "` are taken twice");
        }
        return spool;
    }

    /**
     * Writes the workbook of the evidence, with the rows that were taken; those of other tables are read from the evidence. The stream stays open.
     *
     * @throws JournalFailure when the evidence cannot be read; nothing is written then
     * @throws IOException when the stream or the temporary folder cannot be written
     */
    public void finish(Evidence evidence, OutputStream out) throws IOException, JournalFailure {
        date(workbook, evidence.request());
        for (Sheet sheet : evidence.sheets()) {
            Optional<TableSheet> table = sheet.match(new Tables());
            if (table.isPresent()) {
                table(table.get(), evidence.request());
            }
            sheet.match(new Pages()).ifPresent(page -> new PageTab(workbook, look, evidence.request(), page).write());
        }
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
        Path draft = folder.resolve("draft.xlsx");
        try (OutputStream file = Files.newOutputStream(draft)) {
            workbook.write(file);
        }
        FixedZip.copy(draft, out, look.gallery(), rowsByPart);
    }

    private void table(TableSheet table, EvidenceRequest request) throws IOException, JournalFailure {
        if (!spools.containsKey(table.name())) {
            Consumer<Row> taker = rowsOf(table);
            try {
                table.rows().forEach(taker);
            } catch (UncheckedIOException failure) {
                throw new IOException(failure.getMessage(), failure);
            }
        }
        TableSpool spool = Objects.requireNonNull(spools.get(table.name()));
        spool.close();
        List<XSSFSheet> tabs = new TableTabs(workbook, look, request, table).write(spool.tabs());
        for (int i = 0; i < spool.tabs().size(); i++) {
            String part = tabs.get(i).getPackagePart().getPartName().getName();
            rowsByPart.put(part.substring(1), spool.tabs().get(i));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (TableSpool spool : spools.values()) {
                spool.close();
            }
            workbook.close();
        } finally {
            PrivateFolder.delete(folder);
        }
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
