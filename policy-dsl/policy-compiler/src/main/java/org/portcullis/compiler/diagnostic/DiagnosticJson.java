package org.portcullis.compiler.diagnostic;

import java.util.List;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/**
 * Writes diagnostics for programs: one object each, in the order given.
 *
 * <p>{@code file}, {@code code}, {@code severity} ({@code error} or {@code warning}), {@code title}, {@code message}, {@code help} where there is one, {@code span},
 * {@code labels} with {@code text} and {@code span}, and {@code fixes} with {@code title}, {@code replacement} and {@code span}: edits of which any one cures it. A span has {@code line}, {@code column}, {@code endLine} and {@code endColumn}, which count from 1, columns in
 * code points; its end is the place after its last character.
 */
public final class DiagnosticJson {
    private DiagnosticJson() {}

    /** Writes all diagnostics about one text. */
    public static JsonArray of(SourceText source, List<Diagnostic> diagnostics) {
        return of(Sources.of(source), diagnostics);
    }

    /** Writes all diagnostics of a compilation. */
    public static JsonArray of(Sources sources, List<Diagnostic> diagnostics) {
        return JsonArray.of(
                diagnostics.stream().map(diagnostic -> of(sources, diagnostic)).toList());
    }

    /** Writes one diagnostic; labels in another file than its own name it. */
    public static JsonObject of(Sources sources, Diagnostic diagnostic) {
        SourceText source = sources.of(diagnostic.span());
        List<JsonObject> labels = diagnostic.labels().stream()
                .map(label -> label(sources, source, label))
                .toList();
        List<JsonObject> fixes = diagnostic.fixes().stream()
                .map(fix -> JsonObject.builder()
                        .put("title", fix.title())
                        .put("replacement", fix.replacement())
                        .put("span", place(source, fix.where()))
                        .build())
                .toList();
        return JsonObject.builder()
                .put("file", source.name())
                .put("code", diagnostic.code().code())
                .put("severity", diagnostic.severity().word())
                .put("title", diagnostic.code().title())
                .put("message", diagnostic.message())
                .putIfPresent("help", diagnostic.help())
                .put("span", place(source, diagnostic.span()))
                .put("labels", labels)
                .put("fixes", fixes)
                .build();
    }

    private static JsonObject label(Sources sources, SourceText own, Label label) {
        SourceText file = sources.of(label.span());
        JsonObject.Builder json = JsonObject.builder().put("text", label.text());
        if (file != own) {
            json.put("file", file.name());
        }
        return json.put("span", place(file, label.span())).build();
    }

    private static Json place(SourceText source, Span span) {
        Position start = source.position(span.start());
        Position end = source.position(span.end());
        return JsonObject.builder()
                .put("line", start.line())
                .put("column", start.column())
                .put("endLine", end.line())
                .put("endColumn", end.column())
                .build();
    }
}
