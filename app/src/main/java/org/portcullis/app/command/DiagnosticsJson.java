package org.portcullis.app.command;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.Label;
import org.portcullis.compiler.diagnostic.Position;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;

/** Writes diagnostics for machines: lines and columns count from 1, columns in code points, ends are exclusive. */
final class DiagnosticsJson {
    private DiagnosticsJson() {}

    /** The diagnostics of one compilation in the order of the text. */
    static List<Json> of(Compilation compilation) {
        List<Json> all = new ArrayList<>();
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            all.add(one(compilation.source(), diagnostic));
        }
        return all;
    }

    private static Json one(SourceText source, Diagnostic diagnostic) {
        List<Json> labels = new ArrayList<>();
        for (Label label : diagnostic.labels()) {
            labels.add(JsonObject.builder()
                    .put("text", label.text())
                    .put("span", span(source, label.span()))
                    .build());
        }
        return JsonObject.builder()
                .put("code", diagnostic.code().code())
                .put("severity", diagnostic.severity().name().toLowerCase(java.util.Locale.ROOT))
                .put("message", diagnostic.message())
                .putIfPresent("help", diagnostic.help())
                .put("span", span(source, diagnostic.span()))
                .put("labels", labels)
                .build();
    }

    private static Json span(SourceText source, Span span) {
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
