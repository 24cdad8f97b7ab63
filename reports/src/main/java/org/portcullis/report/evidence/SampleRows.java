package org.portcullis.report.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.Digest;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.RowTaker;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.SheetDigest;
import org.portcullis.report.sheet.TableSheet;

/**
 * Draws decisions of the period for a tester, without replacement. The seed is the root of the checkpoint, so that neither side can steer
 * what is drawn: whoever signs the root cannot choose it, and whoever tests cannot change it.
 *
 * <p>Mutable: is shown the rows of all decisions while these are made; one thread.
 */
public final class SampleRows implements Planned {

    static final String NAME = "Sampling";

    /** So many hexadecimal digits of a hash are read as a number; the bias of the remainder is below one in a trillion. */
    private static final int DIGITS = 15;

    private static final String PURPOSE = "portcullis sample of decisions ";

    private static final int ENTRY = 0;
    private static final int DECIDED = 1;
    private static final int BASKET = 2;
    private static final int REQUESTER = 3;
    private static final int EFFECT = 5;

    private final EvidenceRequest request;
    private final long population;
    private final Map<Long, Integer> drawn;
    private final Map<Integer, Row> rows = new TreeMap<>();
    private long place;

    /** Draws so many places of the population as were asked for. */
    SampleRows(EvidenceRequest request, long population) {
        this.request = request;
        this.population = population;
        this.drawn = draw(request, population);
    }

    /** Gives the entries that the sample of a workbook names, in the order in which they were drawn. */
    public static List<Long> entries(Evidence evidence) throws JournalFailure {
        List<Long> entries = new ArrayList<>();
        for (Sheet sheet : evidence.sheets()) {
            if (sheet instanceof TableSheet table && table.name().equals(NAME)) {
                table.rows()
                        .forEach(row ->
                                entries.add(Long.valueOf(row.cells().get(2).text())));
            }
        }
        return entries;
    }

    /** Names the files with the proof of an entry, without their ending. */
    public static String file(long entry) {
        return "entry-" + entry;
    }

    /** Takes the next row of the sheet of decisions. */
    void see(Row decision) {
        Integer counter = drawn.get(place);
        if (counter != null) {
            rows.put(counter, row(counter, place, decision));
        }
        place++;
    }

    @Override
    public void join(JournalPass pass, RowTaker taker) {
        // The sheet of decisions gives the rows.
    }

    @Override
    public Traced traced() {
        TableSheet sheet = sheet(request, population, Rows.of(List.copyOf(rows.values())));
        SheetDigest.Adding adding = SheetDigest.adding(sheet);
        rows.values().forEach(adding::add);
        return new Traced(
                sheet,
                adding.result(),
                "rows of the sheet " + DecisionRows.DECISIONS
                        + ", drawn by the root of the checkpoint; in the order of drawing",
                Math.min(request.sample(), population),
                Optional.empty(),
                new Traced.Tested(
                        place == population,
                        "population of " + population + " decisions, " + place + " rows to draw from"),
                new Traced.Tested(
                        rows.size() == drawn.size(),
                        rows.size() + " rows for " + drawn.size() + " places that were drawn"));
    }

    /** Gives the places that are drawn, from zero, each with the counter that drew it. */
    private static Map<Long, Integer> draw(EvidenceRequest request, long population) {
        Map<Long, Integer> drawn = new LinkedHashMap<>();
        long wanted = Math.min(request.sample(), population);
        for (int counter = 1; drawn.size() < wanted; counter++) {
            drawn.putIfAbsent(place(request, counter, population), counter);
        }
        return drawn;
    }

    static long place(EvidenceRequest request, int counter, long population) {
        String text = PURPOSE + request.journal().root().value() + " " + counter;
        String hash = Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
        return Long.parseLong(hash.substring(0, DIGITS), 16) % population;
    }

    private static Row row(int counter, long place, Row decision) {
        List<Cell> cells = decision.cells();
        return Row.of(
                Cell.of(counter),
                Cell.of(place),
                cells.get(ENTRY),
                cells.get(DECIDED),
                cells.get(BASKET),
                cells.get(REQUESTER),
                cells.get(EFFECT),
                Cell.code(file(Long.parseLong(cells.get(ENTRY).text())) + ".tlog-proof"),
                new Cell.Input(),
                new Cell.Input(),
                new Cell.Input(),
                cells.get(cells.size() - 1));
    }

    private static TableSheet sheet(EvidenceRequest request, long population, Rows rows) {
        return new TableSheet(
                NAME,
                "Sampling: decisions drawn for a tester, by a seed that neither side can steer",
                List.of(
                        "Drawn without replacement from the " + population + " rows of the sheet "
                                + DecisionRows.DECISIONS
                                + ". For the counters 1, 2, 3 and so on: the place is the first " + DIGITS
                                + " hexadecimal digits of the SHA-256, as a number, modulo " + population
                                + "; a place that was drawn before is passed over. Place 0 is the first row.",
                        "To draw again: printf '%s' '" + PURPOSE
                                + request.journal().root().value()
                                + " 1' | sha256sum, with the counter in place of the last 1.",
                        "The proof of each entry is a file beside the workbook: portcullis verify --proof FILE --entry FILE --key FILE."),
                request.notice(),
                List.of(
                        Column.of("Counter", 9, "the counter that drew the row"),
                        Column.of("Place", 9, "the place of the decision in the population, from 0"),
                        Column.of("Entry", 9, "index of the entry decision.made"),
                        Column.of("Decided (UTC)", 20, "when it was decided"),
                        Column.of("Basket", 18, "the basket's id"),
                        Column.of("Requester", 14, "id of the person who submitted"),
                        Column.of("Effect", 11, "the strictest effect of all findings"),
                        Column.of("Proof", 26, "the file with the proof that the journal has the entry"),
                        Column.of("Tester and date", 20, "who tested it, and when; for the tester to fill"),
                        Column.of("Result", 14, "what came out; for the tester to fill"),
                        Column.of("Remarks", 36, "exceptions and where they are followed up; for the tester to fill"),
                        Column.onScreen("Decision digest", 74, "digest of the decision, as on the sheet Decisions")),
                3,
                Optional.empty(),
                rows);
    }
}
