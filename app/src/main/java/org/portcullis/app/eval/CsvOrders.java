package org.portcullis.app.eval;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.model.measure.Measure;

/**
 * Reads a basket from CSV: each row is an order, and all rows together are one basket.
 *
 * <p>The header names attributes; `order.quantity [shares]` states the unit of plain numbers below it. An empty cell states nothing. Attributes of the
 * basket and of the requester have one value in all rows that state one.
 */
final class CsvOrders {
    private static final Pattern TITLE = Pattern.compile("\\s*([^\\[\\]]*?)\\s*(?:\\[([^\\[\\]]*)])?\\s*");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9][0-9.,]*");
    private static final Pattern MONEY = Pattern.compile("([A-Z]{3})\\b(.*)");
    private static final int MAX_ORDERS = 100_000;

    private final String shown;
    private final Mistakes mistakes;

    CsvOrders(String shown, Mistakes mistakes) {
        this.shown = shown;
        this.mistakes = mistakes;
    }

    /** A column: an attribute and the unit of plain numbers in it, if stated. */
    private record Column(String attribute, Optional<String> unit) {
        boolean isOfTheWhole() {
            return Measure.byPath(attribute)
                    .filter(measure -> measure.level() != Measure.Level.ORDER)
                    .isPresent();
        }
    }

    OrderFile read(String text) {
        List<Column> columns = new ArrayList<>();
        Map<String, StatedText> shared = new LinkedHashMap<>();
        List<List<StatedText>> lines = new ArrayList<>();
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(withoutMark)) {
            for (CsvRecord row : rows) {
                if (columns.isEmpty()) {
                    columns.addAll(header(row));
                } else if (lines.size() < MAX_ORDERS) {
                    lines.add(line(row, columns, shared));
                } else {
                    mistakes.add(at(row), "a basket has at most " + MAX_ORDERS + " orders", "split the file");
                    break;
                }
            }
        } catch (CsvParseException | java.io.IOException malformed) {
            mistakes.add(
                    new Place(shown, 1, 1),
                    "the file is no CSV: "
                            + String.valueOf(malformed.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    "close quotation marks that are open");
        }
        if (lines.isEmpty() && mistakes.none()) {
            mistakes.add(
                    new Place(shown, 1, 1), "the file states no order", "write a row of attributes and a row an order");
        }
        return new OrderFile(shown, Optional.empty(), List.copyOf(shared.values()), lines);
    }

    private List<Column> header(CsvRecord row) {
        List<Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String title : row.getFields()) {
            Matcher matcher = TITLE.matcher(title);
            if (!matcher.matches() || matcher.group(1).isEmpty()) {
                mistakes.add(
                        at(row),
                        "the title `" + title + "` is no attribute",
                        "write an attribute, and if wanted the unit in brackets, as in `order.quantity [shares]`");
                columns.add(new Column("", Optional.empty()));
                continue;
            }
            Column column = new Column(
                    matcher.group(1),
                    Optional.ofNullable(matcher.group(2)).map(String::strip).filter(unit -> !unit.isEmpty()));
            if (!seen.add(column.attribute())) {
                mistakes.add(at(row), "`" + column.attribute() + "` has two columns", "keep one of them");
            }
            columns.add(column);
        }
        return columns;
    }

    private List<StatedText> line(CsvRecord row, List<Column> columns, Map<String, StatedText> shared) {
        List<StatedText> own = new ArrayList<>();
        if (row.getFieldCount() > columns.size()) {
            mistakes.add(
                    at(row),
                    "the row has " + row.getFieldCount() + " cells and the header " + columns.size(),
                    "put values that contain a comma into quotation marks");
            return own;
        }
        for (int index = 0; index < row.getFieldCount(); index++) {
            Column column = columns.get(index);
            String cell = row.getField(index).strip();
            if (cell.isEmpty() || column.attribute().isEmpty()) {
                continue;
            }
            StatedText stated = StatedText.of(column.attribute(), withUnit(cell, column), at(row), at(row));
            if (column.isOfTheWhole()) {
                share(stated, shared);
            } else {
                own.add(stated);
            }
        }
        return own;
    }

    private void share(StatedText stated, Map<String, StatedText> shared) {
        StatedText before = shared.putIfAbsent(stated.attribute(), stated);
        if (before != null && !before.value().equals(stated.value())) {
            mistakes.add(
                    stated.valueAt(),
                    "`" + stated.attribute() + "` is `" + stated.value() + "` here and `" + before.value()
                            + "` in line " + before.valueAt().line(),
                    "state one value, since all rows are one basket");
        }
    }

    /** A plain number in the spelling of the language: `300` of `USD million` is `USD 300 million`. */
    private static String withUnit(String cell, Column column) {
        if (column.unit().isEmpty() || !PLAIN_NUMBER.matcher(cell).matches()) {
            return cell;
        }
        String unit = column.unit().get();
        Matcher money = MONEY.matcher(unit);
        if (money.matches()) {
            return money.group(1) + " " + cell + money.group(2);
        }
        return unit.startsWith("%") ? cell + unit : cell + " " + unit;
    }

    private Place at(CsvRecord row) {
        return new Place(shown, Math.toIntExact(row.getStartingLineNumber()), 0);
    }
}
