package org.portcullis.compiler.internal.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.internal.parse.CellReader;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.value.Value;

/**
 * Makes one control of each row of a table of limits, and one that catches what no row covers.
 *
 * <p>A row's control has the id of the control with the row's keys behind it, `D1-ADV-ABN-AS`; it applies where the keys have the row's values. An order that no
 * row covers breaches the control under its own id: what nobody gave a limit does not pass. A row whose keys are all empty is the limit for everything else.
 */
final class LimitTables {
    private static final String LIMIT = "limit";
    private static final String OTHERS = "OTHERS";

    private final NamedFiles files;
    private final Diagnostics diagnostics;

    LimitTables(NamedFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
    }

    /** The controls of a declaration: itself if it names no table; empty if its table could not be read, which was reported. */
    Optional<List<ControlSyntax>> expand(ControlSyntax control, String folder) {
        List<BoundSyntax.Table> tables =
                KindCondition.of(control.kind()).map(TableBounds::in).orElse(List.of());
        control.applies().where().ifPresent(where -> outOfPlace(where, diagnostics));
        if (tables.isEmpty()) {
            return Optional.of(List.of(control));
        }
        if (tables.size() > 1) {
            report(
                    DiagnosticCode.TABLE_OUT_OF_PLACE,
                    tables.get(1).span(),
                    "a control has its limits from one table",
                    "write another control for the other table");
            return Optional.empty();
        }
        Located<String> name = tables.get(0).file();
        return files.read(name, folder)
                .flatMap(file -> TableReader.read(file.toParse(), diagnostics)
                        .flatMap(table -> rows(table, new Cells(file.toParse().name(), diagnostics)))
                        .map(rows -> controls(control, name, rows)));
    }

    /** Reports tables where only a control's own condition may name one. */
    static void outOfPlace(ConditionSyntax condition, Diagnostics diagnostics) {
        TableBounds.in(condition)
                .forEach(table -> diagnostics.report(
                        DiagnosticCode.TABLE_OUT_OF_PLACE,
                        table.span(),
                        "a table stands only in the condition on which a control acts",
                        "write the value here"));
    }

    /** One row: its keys as a condition, which is empty for the row of everything else. */
    private record Row(String suffix, Span span, Optional<ConditionSyntax> keys, BoundSyntax limit) {}

    private Optional<List<Row>> rows(Table table, Cells cells) {
        Optional<Integer> limits = cells.column(table, LIMIT, true);
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, ReferenceSyntax> keys = new TreeMap<>();
        for (int column = 0; column < table.columns().size(); column++) {
            if (column != limits.get()) {
                int at = column;
                cells.attribute(table.columns().get(column)).ifPresent(key -> keys.put(at, key));
            }
        }
        if (keys.size() != table.columns().size() - 1) {
            return Optional.empty();
        }
        if (keys.isEmpty()) {
            report(
                    DiagnosticCode.WRONG_COLUMN,
                    table.columns().get(0).span(),
                    "the table does not say to what its limits apply",
                    "add a column such as `order.symbol`");
            return Optional.empty();
        }
        return distinct(table.rows().stream()
                .map(row -> row(row, keys, limits.get(), cells))
                .toList());
    }

    private static Optional<Row> row(
            List<Table.Cell> cells, Map<Integer, ReferenceSyntax> keys, int limit, Cells reading) {
        List<ConditionSyntax> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Span span = cells.get(0).span();
        for (Map.Entry<Integer, ReferenceSyntax> key : keys.entrySet()) {
            Table.Cell cell = cells.get(key.getKey());
            if (!cell.isEmpty()) {
                parts.add(new ConditionSyntax.Compare(
                        key.getValue(),
                        new Located<>(Comparator.IS, cell.span()),
                        new BoundSyntax.Constant(new Located<>(new Value.Text(cell.text()), cell.span())),
                        cell.span()));
                names.add(cell.text());
            }
        }
        Optional<ConditionSyntax> all = parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.size() == 1 ? parts.get(0) : new ConditionSyntax.All(parts, span));
        String suffix = parts.isEmpty() ? OTHERS : suffix(String.join("-", names));
        return reading.read(cells.get(limit), CellReader::limit).map(bound -> new Row(suffix, span, all, bound));
    }

    /** `ABN.AS` becomes `ABN-AS`: what stands in an id. */
    private static String suffix(String key) {
        String letters = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-");
        return letters.replaceAll("^-|-$", "");
    }

    private Optional<List<Row>> distinct(List<Optional<Row>> read) {
        List<Row> rows = read.stream().flatMap(Optional::stream).toList();
        boolean good = rows.size() == read.size();
        Map<String, Span> first = new TreeMap<>();
        for (Row row : rows) {
            Span earlier = first.putIfAbsent(row.suffix(), row.span());
            if (row.suffix().isEmpty()) {
                report(
                        DiagnosticCode.MALFORMED_CELL,
                        row.span(),
                        "the row's keys have no letter or digit from which its id could be made",
                        "use keys with Latin letters or digits");
                good = false;
            } else if (earlier != null) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.DUPLICATE_ROW,
                                row.span(),
                                "two rows of the table make a control whose id ends in "
                                        + UserText.quoted(row.suffix()),
                                "keep one of them")
                        .withLabel(earlier, "the first one"));
                good = false;
            }
        }
        return good ? Optional.of(rows) : Optional.empty();
    }

    private static List<ControlSyntax> controls(ControlSyntax control, Located<String> name, List<Row> rows) {
        ConditionSyntax condition = KindCondition.of(control.kind())
                .orElseThrow(() -> new IllegalStateException("a control with a table has a condition"));
        List<ConditionSyntax> keys =
                rows.stream().flatMap(row -> row.keys().stream()).toList();
        Optional<ConditionSyntax> uncovered = keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConditionSyntax.Not(
                        keys.size() == 1 ? keys.get(0) : new ConditionSyntax.Any(keys, name.span()), name.span()));
        List<ControlSyntax> controls = new ArrayList<>();
        boolean others = false;
        for (Row row : rows) {
            others |= row.keys().isEmpty();
            controls.add(with(
                    control,
                    new Located<>(control.id().value() + "-" + row.suffix(), row.span()),
                    applies(control.applies(), row.keys().or(() -> uncovered)),
                    KindCondition.with(control.kind(), TableBounds.replace(condition, row.limit())),
                    control.message()));
        }
        if (!others) {
            uncovered.ifPresent(no -> controls.add(with(
                    control,
                    control.id(),
                    control.applies(),
                    KindCondition.with(control.kind(), no),
                    Optional.of(new Located<>(noRow(name, keys), name.span())))));
        }
        return controls;
    }

    private static String noRow(Located<String> name, List<ConditionSyntax> keys) {
        String measures = keys.stream()
                .flatMap(key ->
                        key instanceof ConditionSyntax.All all ? all.parts().stream() : java.util.stream.Stream.of(key))
                .map(part -> part instanceof ConditionSyntax.Compare compare
                        ? "{" + compare.left().path().value() + "}"
                        : "")
                .distinct()
                .collect(Collectors.joining(", "));
        return measures + " has no row in " + name.value() + ", and what nobody gave a limit does not pass.";
    }

    private static ApplicabilitySyntax applies(ApplicabilitySyntax applies, Optional<ConditionSyntax> keys) {
        Optional<ConditionSyntax> where = applies.where()
                .map(before -> keys.map(key -> joined(before, key)).orElse(before))
                .or(() -> keys);
        return new ApplicabilitySyntax(applies.subject(), applies.scopes(), where, applies.stage(), applies.span());
    }

    private static ConditionSyntax joined(ConditionSyntax before, ConditionSyntax key) {
        return new ConditionSyntax.All(List.of(before, key), before.span());
    }

    private static ControlSyntax with(
            ControlSyntax control,
            Located<String> id,
            ApplicabilitySyntax applies,
            ControlSyntax.Kind kind,
            Optional<Located<String>> message) {
        return new ControlSyntax(
                id,
                control.citations(),
                control.owner(),
                control.review(),
                control.effective(),
                control.rollout(),
                applies,
                kind,
                control.missingData(),
                message,
                control.span());
    }

    private void report(DiagnosticCode code, Span span, String message, String help) {
        diagnostics.report(code, span, message, help);
    }
}
