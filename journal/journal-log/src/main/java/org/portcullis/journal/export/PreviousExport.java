package org.portcullis.journal.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/**
 * Is the export before, which the next one extends.
 *
 * @param checkpoint its checkpoint, with the journal's own signature alone
 * @param digest its digest
 */
public record PreviousExport(String checkpoint, String digest) {

    /** No line of an export is longer. */
    private static final int MAX_LINE_CHARACTERS = 262_144;

    /**
     * Reads the first and the last line of an export.
     *
     * @throws IOException when it cannot be read or is not a whole export
     */
    public static PreviousExport read(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Optional<String> first = line(lines);
            String last = "";
            for (Optional<String> next = first; next.isPresent(); next = line(lines)) {
                last = next.get();
            }
            String checkpoint = object(first.orElse("")).text("checkpoint");
            String digest = object(last).object("end").text("digest");
            return new PreviousExport(ExportedCheckpoint.ownPart(checkpoint), digest);
        } catch (IllFormedJson | JsonMismatch malformed) {
            throw new IOException("it is not a whole export: " + malformed.getMessage(), malformed);
        }
    }

    /** Gives the name of the journal of which it is. */
    public String origin() {
        return checkpoint.substring(0, Math.max(0, checkpoint.indexOf('\n')));
    }

    private static JsonObject object(String line) throws IllFormedJson {
        return JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> line(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = lines.read(); next >= 0; next = lines.read()) {
            if (next == '\n') {
                return Optional.of(line.toString());
            }
            line.append((char) next);
            if (line.length() > MAX_LINE_CHARACTERS) {
                throw new IOException("it is not an export: a line goes over " + MAX_LINE_CHARACTERS + " characters");
            }
        }
        return line.length() == 0 ? Optional.empty() : Optional.of(line.toString());
    }
}
