package org.portcullis.app.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.app.terminal.Ink;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.engine.policytest.coverage.Cell;
import org.portcullis.engine.policytest.coverage.CellResult;
import org.portcullis.engine.policytest.coverage.ControlCoverage;
import org.portcullis.engine.policytest.coverage.Proposal;
import org.portcullis.engine.policytest.coverage.Share;

/** Prints for people what the tests show: a table of controls, then each cell that is not tested with the test that would show it. */
public record CoverageReport(Terminal terminal) {
    private static final String CELL = "  ";
    private static final String DETAIL = "      ";

    /** Prints one file. */
    public void print(MeasuredFile file) {
        terminal.line("coverage of " + file.file());
        terminal.gap();
        terminal.lines(table(file).lines());
        terminal.gap();
        if (!file.proposals().isEmpty()) {
            terminal.line("not tested, with the test that would show it:");
            file.coverage().controls().forEach(control -> printUntested(control, file.byCell()));
            terminal.gap();
        }
    }

    /** Prints the share of all files. */
    public void summarise(List<MeasuredFile> files) {
        terminal.line("coverage " + words(MeasuredFile.share(files)));
    }

    /** A share as people read it: `48% (20 of 41)`. */
    static String words(Share share) {
        return share.percent() + "% (" + share.tested() + " of " + share.cells() + ")";
    }

    /** A column in which no control has a cell, such as that of early warnings, is left out. */
    private static Table table(MeasuredFile file) {
        List<CoverageColumn> shown = Stream.of(CoverageColumn.values())
                .filter(column -> file.coverage().controls().stream()
                        .flatMap(control -> control.cells().stream())
                        .anyMatch(result -> CoverageColumn.of(result.cell()) == column))
                .toList();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("control"));
        shown.forEach(column -> columns.add(Table.Column.text(column.title())));
        columns.add(Table.Column.text("tested"));
        Table table = new Table(columns);
        for (ControlCoverage control : file.coverage().controls()) {
            List<String> row = new ArrayList<>();
            row.add(control.control().id().text());
            for (CoverageColumn column : shown) {
                row.add(summary(control.cells().stream()
                        .filter(result -> CoverageColumn.of(result.cell()) == column)
                        .toList()));
            }
            row.add(words(control.share()));
            table.row(row);
        }
        return table;
    }

    /** One cell is tested or not; of several, how many are. */
    private static String summary(List<CellResult> results) {
        long tested = results.stream().filter(CellResult::isTested).count();
        return switch (results.size()) {
            case 0 -> "-";
            case 1 -> tested == 1 ? "yes" : "no";
            default -> tested + " of " + results.size();
        };
    }

    private void printUntested(ControlCoverage control, Map<Cell, Proposal> proposals) {
        Map<Proposed, List<CellResult>> together = new LinkedHashMap<>();
        for (CellResult result : control.cells()) {
            if (!result.isTested() && proposals.containsKey(result.cell())) {
                together.computeIfAbsent(Proposed.of(proposals.get(result.cell())), absent -> new ArrayList<>())
                        .add(result);
            }
        }
        if (together.isEmpty()) {
            return;
        }
        terminal.gap();
        terminal.line(terminal.paint(Ink.Tone.STRONG, control.control().id().text()));
        together.forEach((proposed, results) -> {
            String cells = results.stream().map(result -> result.cell().words()).collect(Collectors.joining(", "));
            terminal.lines(Paragraph.hanging(CELL, cells, Table.WIDTH));
            results.stream()
                    .filter(result -> result.state() == CellResult.State.UNNOTICED)
                    .findFirst()
                    .ifPresent(result -> terminal.lines(Paragraph.hanging(DETAIL, unnoticed(result), Table.WIDTH)));
            terminal.lines(Paragraph.hanging(DETAIL, proposed.words(), Table.WIDTH));
        });
    }

    private static String unnoticed(CellResult result) {
        String more =
                result.tests().size() == 1 ? "" : " and " + (result.tests().size() - 1) + " more";
        return "it happens in \"" + result.tests().get(0) + "\"" + more
                + ", which would pass as well if this control did the opposite";
    }

    /** What is printed of a proposal; cells with the same are printed together. */
    private record Proposed(String words) {
        static Proposed of(Proposal proposal) {
            return new Proposed(proposal.test()
                    .map(TestSentence::canonical)
                    .orElseGet(() -> "no test: " + proposal.reason().orElse("")));
        }
    }
}
