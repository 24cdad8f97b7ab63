package org.portcullis.compiler.internal.files;

import java.util.Optional;
import java.util.function.BiFunction;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.internal.parse.CellReader;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;

/** Reads the cells of one table. */
record Cells(String file, Diagnostics diagnostics) {
    /** What stands in a cell for a fact that is not known. */
    private static final String MISSING = "missing";

    /** Reads a cell as a piece of the language; what cannot be read is reported where the cell stands. */
    <T> Optional<T> read(Table.Cell cell, BiFunction<SourceText, Diagnostics, Optional<T>> reading) {
        SourceText text = new SourceText(file, cell.text(), cell.span().start());
        if (cell.literal()) {
            return reading.apply(text, diagnostics);
        }
        // Quotation marks were written twice, so places inside the cell mean nothing in the file.
        Diagnostics found = new Diagnostics();
        Optional<T> read = reading.apply(text, found);
        found.sorted().forEach(one -> diagnostics.report(one.at(cell.span())));
        return read;
    }

    /** The attribute that a column is about. */
    Optional<ReferenceSyntax> attribute(Table.Cell heading) {
        return read(heading, CellReader::attribute);
    }

    /** A fact of a column; empty where the cell is empty or was reported. */
    Optional<TestSyntax.Given> given(ReferenceSyntax attribute, Table.Cell cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        ReferenceSyntax fact = new ReferenceSyntax(
                attribute.path(), attribute.overTradingDays(), attribute.derivation(), attribute.span());
        if (cell.text().equals(MISSING)) {
            return Optional.of(new TestSyntax.Given(fact, Optional.empty(), cell.span()));
        }
        return value(attribute, cell).map(value -> new TestSyntax.Given(fact, Optional.of(value), cell.span()));
    }

    /** A text stands in its cell without further quotation marks. */
    private Optional<Located<Value>> value(ReferenceSyntax attribute, Table.Cell cell) {
        return isText(attribute)
                ? Optional.of(new Located<>(new Value.Text(cell.text()), cell.span()))
                : read(cell, CellReader::value);
    }

    private static boolean isText(ReferenceSyntax attribute) {
        return attribute.derivation().isEmpty()
                && Measure.byPath(attribute.path().value())
                        .filter(measure -> measure.dimension() == Dimension.TEXT)
                        .isPresent();
    }

    /** The place of the column with the name; empty if it is missing or there twice, which is reported where it is needed. */
    Optional<Integer> column(Table table, String name, boolean needed) {
        int found = -1;
        for (int column = 0; column < table.columns().size(); column++) {
            Table.Cell heading = table.columns().get(column);
            if (heading.text().equals(name) && found >= 0) {
                diagnostics.report(
                        DiagnosticCode.WRONG_COLUMN,
                        heading.span(),
                        "the table has two columns " + UserText.quoted(name),
                        "keep one of them");
            } else if (heading.text().equals(name)) {
                found = column;
            }
        }
        if (found < 0 && needed) {
            diagnostics.report(
                    DiagnosticCode.WRONG_COLUMN,
                    table.columns().get(0).span(),
                    "the table has no column " + UserText.quoted(name),
                    "add it to the heading and to every row");
        }
        return found < 0 ? Optional.empty() : Optional.of(found);
    }
}
