package org.portcullis.app.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.model.value.CurrencyCode;

/** One line of a file of CSV with its titles. */
public final class CsvRow {
    private final String shown;
    private final NamedCsvRecord cells;

    private CsvRow(String shown, NamedCsvRecord cells) {
        this.shown = shown;
        this.cells = cells;
    }

    /**
     * Reads every line behind that of the titles.
     *
     * @param shown how the file is called in mistakes
     * @throws UserMistake if there is no such file, or it is no CSV in UTF-8
     */
    public static void read(Path file, String shown, Consumer<CsvRow> each) {
        if (!Files.isRegularFile(file)) {
            throw new UserMistake(shown + ": no such file");
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            rows.forEach(row -> each.accept(new CsvRow(shown, row)));
        } catch (NoSuchFileException gone) {
            throw new UserMistake(shown + ": no such file");
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
            throw new UserMistake(shown + ": cannot be read as UTF-8 CSV: " + unreadable.getMessage());
        }
    }

    /** The titles, in their order. */
    public List<String> titles() {
        return cells.getHeader();
    }

    /** The cell below a title; {@link UserMistake} where there is no such column. */
    public String field(String title) {
        return cells.findField(title).orElseThrow(() -> mistake("the column `" + title + "` is missing"));
    }

    /** The cell below a title, which may be empty; nothing where there is no such column. */
    public Optional<String> find(String title) {
        return cells.findField(title);
    }

    /** The cell below a title where something stands in it. */
    public Optional<String> stated(String title) {
        return find(title).filter(text -> !text.isBlank());
    }

    /** The whole number below a title; {@link UserMistake} that says {@code what} it is not, where it is none. */
    public int whole(String title, String what) {
        String text = field(title);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw mistake("`" + text + "` is no " + what);
        }
    }

    /** The currency below `currency`; {@link UserMistake} where it is none. */
    public CurrencyCode currency() {
        String text = field("currency");
        try {
            return new CurrencyCode(text);
        } catch (IllegalArgumentException notACode) {
            throw mistake("`" + text + "` is no currency code of three capital letters");
        }
    }

    /** What is wrong with the line, with its place. */
    public UserMistake mistake(String sentence) {
        return new UserMistake(shown + ":" + cells.getStartingLineNumber() + ": " + sentence);
    }
}
