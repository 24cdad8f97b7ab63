package org.portcullis.app.terminal;

import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.yaml.Fault;

/** What is wrong with a file that is no policy, printed as diagnostics are: place, cause, the line with the place underlined, cure. */
public record Problems(SourceText source, List<Fault> faults) {
    public Problems {
        faults = List.copyOf(faults);
    }

    /** The problems for people, an empty line between them; ends with a line feed. */
    public String text() {
        return faults.stream().map(this::text).collect(Collectors.joining("\n"));
    }

    /** The problems for programs; lines and columns count from 1, columns and lengths in code points. */
    public JsonArray json() {
        return JsonArray.of(faults.stream()
                .map(fault -> JsonObject.builder()
                        .put("file", fault.file())
                        .put("line", fault.line())
                        .put("column", fault.column())
                        .put("length", fault.length())
                        .put("message", fault.message())
                        .put("help", fault.help())
                        .build())
                .map(Json.class::cast)
                .toList());
    }

    private String text(Fault fault) {
        return fault.file() + ":" + fault.line() + ":" + fault.column() + ": error: " + fault.message() + "\n"
                + new DiagnosticRenderer(source).excerpt(span(fault)) + "      help: " + fault.help() + "\n";
    }

    private Span span(Fault fault) {
        Span line = source.lineSpan(Math.min(fault.line(), source.lineCount()));
        String text = source.text(line);
        int before = Math.min(fault.column() - 1, text.codePointCount(0, text.length()));
        int start = text.offsetByCodePoints(0, before);
        int length = Math.min(fault.length(), text.codePointCount(start, text.length()));
        return new Span(line.start() + start, line.start() + text.offsetByCodePoints(start, length));
    }
}
