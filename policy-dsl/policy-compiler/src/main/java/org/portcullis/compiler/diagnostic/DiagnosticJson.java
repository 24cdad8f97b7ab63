package org.portcullis.compiler.diagnostic;

import java.util.List;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/**
 * Writes diagnostics for programs: one object each, in the order given.
 *
 * <p>{@code file}, {@code code}, {@code severity} ({@code error} or {@code warning}), {@code title}, {@code message}, {@code help} where there is one,
 * {@code start} and {@code end} with {@code line}, {@code column} (both from 1, columns in code points) and {@code offset} (from 0, in UTF-16 code units; the end is
 * the place after the last character), and {@code labels} with {@code text}, {@code start} and {@code end}.
 */
public final class DiagnosticJson {
    private DiagnosticJson() {}

    /** Writes all diagnostics about one text. */
    public static JsonArray of(SourceText source, List<Diagnostic> diagnostics) {
        return JsonArray.of(
                diagnostics.stream().map(diagnostic -> of(source, diagnostic)).toList());
    }

    /** Writes one diagnostic. */
    public static JsonObject of(SourceText source, Diagnostic diagnostic) {
        List<JsonObject> labels = diagnostic.labels().stream()
                .map(label -> JsonObject.builder()
                        .put("text", label.text())
                        .put("start", place(source, label.span().start()))
                        .put("end", place(source, label.span().end()))
                        .build())
                .toList();
        return JsonObject.builder()
                .put("file", source.name())
                .put("code", diagnostic.code().code())
                .put("severity", diagnostic.severity().word())
                .put("title", diagnostic.code().title())
                .put("message", diagnostic.message())
                .putIfPresent("help", diagnostic.help())
                .put("start", place(source, diagnostic.span().start()))
                .put("end", place(source, diagnostic.span().end()))
                .put("labels", labels)
                .build();
    }

    private static Json place(SourceText source, int offset) {
        Position position = source.position(offset);
        return JsonObject.builder()
                .put("line", position.line())
                .put("column", position.column())
                .put("offset", offset)
                .build();
    }
}
