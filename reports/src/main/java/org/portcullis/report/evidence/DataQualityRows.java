package org.portcullis.report.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.RecordedLine.RecordedFinding;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of facts that were missing, stale or in conflict. */
final class DataQualityRows {

    static final String NAME = "Data quality";

    private static final String TIMES = "Times";

    private DataQualityRows() {}

    static Planned of(Grounds grounds) {
        ExceptionCounts counts = grounds.books().exceptions();
        return grounds.traced(
                new TableSheet(
                        NAME,
                        "Data quality: facts that were missing, too old or in conflict",
                        List.of(
                                "One row for each fact and each thing that was wrong with it. A control whose facts are not known blocks or holds:"
                                        + " what is counted here was never passed. Times counts the findings that say so; one fact can leave"
                                        + " several controls without an answer."),
                        Optional.empty(),
                        columns(),
                        2,
                        Optional.of(TIMES),
                        new JournalRows(grounds.reading(), () -> new Gaps(grounds.request()))),
                "gaps of findings in entries decision.lines and work.judged of the period, by fact and what was wrong with it;"
                        + " by fact",
                counts.kindsOfGap(),
                counts.gaps(),
                new Tested(true, "times add up to the " + counts.gaps() + " gaps that findings of the period state"));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Fact", 26, "the fact at the root, as policies name it"),
                Column.of("What was wrong", 26, "in which way it was not known"),
                Column.of(TIMES, 9, "how many findings say so"),
                Column.of("First entry", 9, "index of the first entry that says so"),
                Column.of("First (UTC)", 20, "when"),
                Column.of("Last entry", 9, "index of the last entry that says so"),
                Column.of("Last (UTC)", 20, "when"),
                Column.of("Controls without an answer", 30, "the controls that could not answer because of it"),
                Column.of("First seen on", 16, "the instrument or basket of the first finding"),
                Column.of("Detail of the first", 36, "what exactly was wrong there"),
                Column.of("What would make it known", 36, "the cure, as people were told"));
    }

    /** One fact and one thing that was wrong with it. Mutable; one thread. */
    private static final class Gap {
        private final FactGap first;
        private final JournalEntry firstEntry;
        private final TreeSet<String> controls = new TreeSet<>();
        private JournalEntry last;
        private long times;

        Gap(FactGap first, JournalEntry entry) {
            this.first = first;
            this.firstEntry = entry;
            this.last = entry;
        }

        Row row() {
            return Row.of(
                    Cell.of(first.cause().path()),
                    Cell.of(first.state().phrase()),
                    Cell.of(times),
                    Cell.of(firstEntry.index()),
                    new Cell.At(firstEntry.at()),
                    Cell.of(last.index()),
                    new Cell.At(last.at()),
                    Cell.of(String.join("\n", controls)),
                    Cell.of(first.where()),
                    Cell.of(first.detail()),
                    Cell.of(first.cure()));
        }
    }

    /** Collects gaps; memory grows with the facts of the policy language, not with orders. */
    private static final class Gaps implements JournalRows.Fold {
        private final EvidenceRequest request;
        private final Map<String, Gap> gaps = new TreeMap<>();

        Gaps(EvidenceRequest request) {
            this.request = request;
        }

        @Override
        public void entry(JournalEntry entry, EntryBody body, Consumer<Row> sink) {
            if (request.covers(entry.at())) {
                body.unfolded().stream()
                        .flatMap(each -> each.match(new Findings()).stream())
                        .forEach(finding -> add(entry, finding));
            }
        }

        private void add(JournalEntry entry, RecordedFinding finding) {
            for (FactGap each : finding.gaps()) {
                Gap gap = gaps.computeIfAbsent(
                        each.cause().path() + "\n" + each.state().phrase(), first -> new Gap(each, entry));
                gap.times++;
                gap.last = entry;
                finding.control().ifPresent(control -> gap.controls.add(control.text()));
            }
        }

        @Override
        public void end(Consumer<Row> sink) {
            gaps.values().forEach(gap -> sink.accept(gap.row()));
        }
    }

    /** Gives the findings of an entry. */
    private static final class Findings extends Listener<List<RecordedFinding>> {
        Findings() {
            super(List.of());
        }

        @Override
        public List<RecordedFinding> lines(DecisionEntry.Lines body) {
            return body.lines().stream()
                    .flatMap(line -> line.findings().stream())
                    .toList();
        }

        @Override
        public List<RecordedFinding> judged(WorkEntry.Judged body) {
            return body.findings();
        }
    }
}
