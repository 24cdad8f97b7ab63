package org.portcullis.app.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.portcullis.app.terminal.UserMistake;

/**
 * What a file states of an order or a basket, as it is written there.
 *
 * @param shown how the user names the file
 * @param at when the question is asked, if the file says so
 * @param shared what is stated of the whole, and of all lines
 * @param lines what is stated of each line; none where the file states one order or only the whole
 */
public record OrderFile(String shown, Optional<Instant> at, List<StatedText> shared, List<List<StatedText>> lines) {
    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = 32 * 1024 * 1024;

    public OrderFile {
        shared = List.copyOf(shared);
        lines = lines.stream().map(List::copyOf).toList();
    }

    /**
     * Reads a file: CSV where its name ends with `.csv`, otherwise JSON.
     *
     * @throws UserMistake if there is no such file or it cannot be read
     */
    public static OrderFile read(Path file, String shown, Mistakes mistakes) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UserMistake(shown + ": is larger than " + MAX_BYTES + " bytes; split the basket");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return shown.toLowerCase(Locale.ROOT).endsWith(".csv")
                    ? new CsvOrders(shown, mistakes).read(text)
                    : new JsonOrders(shown, mistakes).read(text);
        } catch (NoSuchFileException missing) {
            throw new UserMistake(shown + ": no such file");
        } catch (IOException unreadable) {
            throw new UserMistake(shown + ": cannot be read as UTF-8: " + unreadable.getMessage());
        }
    }
}
