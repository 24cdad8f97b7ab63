package org.portcullis.compiler.internal.files;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.internal.parse.CellReader;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.PolicyTest;

/**
 * Makes one test of each case, and reads the files that tests name: cases, the orders of a basket, what happened before.
 *
 * <p>Each column of a table is an attribute, beside `case` and `expect` in a table of cases and `time` and `event` in a table of events. An empty cell gives
 * nothing; `missing` gives the fact as not known.
 */
final class TestTables {
    private static final String CASE = "case";
    private static final String EXPECT = "expect";
    private static final String TIME = "time";
    private static final String EVENT = "event";

    private final NamedFiles files;
    private final Diagnostics diagnostics;

    TestTables(NamedFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
    }

    /** The tests of a declaration, one for each case; empty if a file could not be read, which was reported. */
    Optional<List<Declaration.Test>> expand(Declaration.Test test, String folder) {
        List<List<TestSyntax.Given>> lines = new ArrayList<>();
        List<TestSyntax.Event> events = new ArrayList<>();
        boolean good = true;
        for (TestSyntax.GivenFile given : test.files()) {
            good &= given.events()
                    ? rows(given.file(), folder, this::events)
                            .map(events::addAll)
                            .isPresent()
                    : rows(given.file(), folder, this::lines).map(lines::addAll).isPresent();
        }
        List<TestSyntax.Case> cases = new ArrayList<>(test.cases());
        if (test.casesFrom().isPresent()) {
            good &= rows(test.casesFrom().get(), folder, (table, cells) -> cases(table, cells, test))
                    .map(cases::addAll)
                    .isPresent();
        }
        if (!good) {
            return Optional.empty();
        }
        Declaration.Test loaded = with(test, test.name(), test.given(), test.expectations(), lines, events);
        return Optional.of(
                cases.isEmpty()
                        ? List.of(loaded)
                        : cases.stream().map(one -> merged(loaded, one)).toList());
    }

    private static Declaration.Test merged(Declaration.Test test, TestSyntax.Case one) {
        String name = test.name().value() + ": " + one.name().value();
        return with(
                test,
                new Located<>(name, one.name().span()),
                Stream.concat(test.given().stream(), one.given().stream()).toList(),
                Stream.concat(test.expectations().stream(), one.expectations().stream())
                        .toList(),
                test.lines(),
                test.events());
    }

    private static Declaration.Test with(
            Declaration.Test test,
            Located<String> name,
            List<TestSyntax.Given> given,
            List<TestSyntax.Expectation> expectations,
            List<List<TestSyntax.Given>> lines,
            List<TestSyntax.Event> events) {
        return new Declaration.Test(
                name,
                Optional.empty(),
                given,
                List.of(),
                lines,
                events,
                test.stage(),
                expectations,
                List.of(),
                test.span());
    }

    /** Reads a table row by row. */
    private interface Rows<T> {
        Optional<List<T>> of(Table table, Cells cells);
    }

    private <T> Optional<List<T>> rows(Located<String> name, String folder, Rows<T> reading) {
        return files.read(name, folder)
                .flatMap(file -> TableReader.read(file.toParse(), diagnostics)
                        .flatMap(table ->
                                reading.of(table, new Cells(file.toParse().name(), diagnostics))));
    }

    private Optional<List<List<TestSyntax.Given>>> lines(Table table, Cells cells) {
        return attributes(table, cells, Set.of())
                .map(attributes -> table.rows().stream()
                        .map(row -> facts(row, attributes, cells))
                        .toList());
    }

    private Optional<List<TestSyntax.Case>> cases(Table table, Cells cells, Declaration.Test test) {
        Optional<Integer> name = cells.column(table, CASE, true);
        Optional<Integer> expect =
                cells.column(table, EXPECT, test.expectations().isEmpty());
        Optional<Map<Integer, ReferenceSyntax>> attributes = attributes(table, cells, Set.of(CASE, EXPECT));
        if (name.isEmpty()
                || attributes.isEmpty()
                || (expect.isEmpty() && test.expectations().isEmpty())) {
            return Optional.empty();
        }
        List<TestSyntax.Case> cases = new ArrayList<>();
        for (List<Table.Cell> row : table.rows()) {
            Table.Cell named = row.get(name.get());
            List<TestSyntax.Expectation> expected = expect.map(row::get)
                    .filter(cell -> !cell.isEmpty() || test.expectations().isEmpty())
                    .flatMap(cell -> cells.read(cell, CellReader::expectations))
                    .orElse(List.of());
            cases.add(new TestSyntax.Case(
                    new Located<>(named.text(), named.span()),
                    facts(row, attributes.get(), cells),
                    expected,
                    span(row)));
        }
        return Optional.of(cases);
    }

    private Optional<List<TestSyntax.Event>> events(Table table, Cells cells) {
        Optional<Integer> time = cells.column(table, TIME, true);
        Optional<Integer> event = cells.column(table, EVENT, true);
        Optional<Map<Integer, ReferenceSyntax>> attributes = attributes(table, cells, Set.of(TIME, EVENT));
        if (time.isEmpty() || event.isEmpty() || attributes.isEmpty()) {
            return Optional.empty();
        }
        List<TestSyntax.Event> events = new ArrayList<>();
        LocalTime before = LocalTime.MIN;
        boolean good = true;
        for (List<Table.Cell> row : table.rows()) {
            Optional<Located<LocalTime>> at = time(row.get(time.get()), before);
            Optional<Located<PolicyTest.Happening>> what = happening(row.get(event.get()));
            good &= at.isPresent() && what.isPresent();
            if (at.isPresent() && what.isPresent()) {
                before = at.get().value();
                events.add(new TestSyntax.Event(at.get(), what.get(), facts(row, attributes.get(), cells), span(row)));
            }
        }
        return good ? Optional.of(events) : Optional.empty();
    }

    private Optional<Located<LocalTime>> time(Table.Cell cell, LocalTime before) {
        try {
            LocalTime at = LocalTime.parse(cell.text());
            if (!at.isBefore(before)) {
                return Optional.of(new Located<>(at, cell.span()));
            }
            malformed(cell.span(), "the event comes before the one above it", "sort the events by their time");
        } catch (DateTimeException noTime) {
            malformed(
                    cell.span(),
                    UserText.quoted(cell.text()) + " is no time of day",
                    "write hours, minutes and seconds with two digits each, as in `08:56:12`");
        }
        return Optional.empty();
    }

    private Optional<Located<PolicyTest.Happening>> happening(Table.Cell cell) {
        Optional<PolicyTest.Happening> found = Arrays.stream(PolicyTest.Happening.values())
                .filter(what -> what.word().equals(cell.text()))
                .findFirst();
        if (found.isEmpty()) {
            List<String> words = Arrays.stream(PolicyTest.Happening.values())
                    .map(PolicyTest.Happening::word)
                    .toList();
            malformed(
                    cell.span(),
                    UserText.quoted(cell.text()) + " is nothing that happens to an order",
                    Spelling.didYouMean(cell.text(), words, "events are " + String.join(", ", words)));
        }
        return found.map(what -> new Located<>(what, cell.span()));
    }

    private Optional<Map<Integer, ReferenceSyntax>> attributes(Table table, Cells cells, Set<String> others) {
        Map<Integer, ReferenceSyntax> attributes = new TreeMap<>();
        boolean good = true;
        for (int column = 0; column < table.columns().size(); column++) {
            Table.Cell heading = table.columns().get(column);
            if (!others.contains(heading.text())) {
                Optional<ReferenceSyntax> read = cells.attribute(heading);
                good &= read.isPresent();
                int at = column;
                read.ifPresent(attribute -> attributes.put(at, attribute));
            }
        }
        return good ? Optional.of(attributes) : Optional.empty();
    }

    private static List<TestSyntax.Given> facts(
            List<Table.Cell> row, Map<Integer, ReferenceSyntax> attributes, Cells cells) {
        return attributes.entrySet().stream()
                .flatMap(column -> cells.given(column.getValue(), row.get(column.getKey())).stream())
                .toList();
    }

    private static Span span(List<Table.Cell> row) {
        return row.get(0).span().to(row.get(row.size() - 1).span());
    }

    private void malformed(Span span, String message, String help) {
        diagnostics.report(DiagnosticCode.MALFORMED_CELL, span, message, help);
    }
}
