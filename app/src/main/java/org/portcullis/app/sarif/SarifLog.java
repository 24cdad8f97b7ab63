package org.portcullis.app.sarif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.DiagnosticPages;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.Label;
import org.portcullis.compiler.diagnostic.Position;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Sources;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/**
 * One run of the compiler over policies, as a SARIF log.
 *
 * <p>Columns count code points. A result is recognised again by its fingerprint, which depends on the file, the code, the message and the text of the line, and not
 * on where the line stands.
 */
public final class SarifLog {
    private static final String SCHEMA =
            "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json";
    private static final String FINGERPRINT = "portcullisLine/v1";

    private final List<String> files = new ArrayList<>();
    private final List<DiagnosticCode> rules = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private SarifLog() {}

    /** Writes the log of one run; {@code version} is that of the compiler. */
    public static JsonObject of(List<Compilation> compilations, String version) {
        return new SarifLog().log(compilations, version);
    }

    private JsonObject log(List<Compilation> compilations, String version) {
        TreeSet<DiagnosticCode> codes = new TreeSet<>();
        for (Compilation compilation : compilations) {
            compilation.sources().files().stream()
                    .map(SourceText::name)
                    .filter(name -> !files.contains(name))
                    .forEach(files::add);
            compilation.diagnostics().forEach(diagnostic -> codes.add(diagnostic.code()));
        }
        rules.addAll(codes);
        List<Json> results = new ArrayList<>();
        for (Compilation compilation : compilations) {
            compilation.diagnostics().forEach(found -> results.add(result(compilation.sources(), found)));
        }
        JsonObject driver = JsonObject.builder()
                .put("name", "portcullis")
                .put("version", version)
                .put("rules", rules.stream().map(SarifLog::rule).toList())
                .build();
        JsonObject run = JsonObject.builder()
                .put("tool", JsonObject.of("driver", driver))
                .put("columnKind", "unicodeCodePoints")
                .put("defaultEncoding", "utf-8")
                .put("artifacts", files.stream().map(SarifLog::artifact).toList())
                .put("invocations", JsonArray.of(JsonObject.of("executionSuccessful", Json.bool(true))))
                .put("results", results)
                .build();
        return JsonObject.builder()
                .put("$schema", SCHEMA)
                .put("version", "2.1.0")
                .put("runs", JsonArray.of(run))
                .build();
    }

    private static Json rule(DiagnosticCode code) {
        String page = DiagnosticPages.page(code);
        return JsonObject.builder()
                .put("id", code.code())
                .put("name", code.name())
                .put("shortDescription", text(code.title()))
                .put("fullDescription", text(code.title()))
                .put("help", JsonObject.of("text", page, "markdown", page))
                .put("defaultConfiguration", JsonObject.of("level", level(code.severity())))
                .build();
    }

    private static Json artifact(String file) {
        return JsonObject.builder()
                .put("location", JsonObject.of("uri", ArtifactUri.of(file)))
                .put("sourceLanguage", "portcullis")
                .build();
    }

    private Json result(Sources sources, Diagnostic found) {
        SourceText source = sources.of(found.span());
        String message = found.message()
                + found.help().map(cure -> " (help: " + cure + ")").orElse("");
        return JsonObject.builder()
                .put("ruleId", found.code().code())
                .put("ruleIndex", rules.indexOf(found.code()))
                .put("level", level(found.severity()))
                .put("message", text(message))
                .put("locations", JsonArray.of(JsonObject.of("physicalLocation", place(source, found.span()))))
                .put("relatedLocations", related(sources, found.labels()))
                .put("partialFingerprints", JsonObject.of(FINGERPRINT, fingerprint(source, found)))
                .put(
                        "fixes",
                        found.fixes().stream()
                                .map(fix -> fix(sources.of(fix.where()), fix))
                                .toList())
                .build();
    }

    private List<Json> related(Sources sources, List<Label> labels) {
        List<Json> related = new ArrayList<>();
        for (Label label : labels) {
            related.add(JsonObject.builder()
                    .put("id", related.size() + 1)
                    .put("message", text(label.text()))
                    .put("physicalLocation", place(sources.of(label.span()), label.span()))
                    .build());
        }
        return related;
    }

    private Json fix(SourceText source, Fix fix) {
        JsonObject replacement = JsonObject.builder()
                .put("deletedRegion", region(source, fix.where()))
                .put("insertedContent", text(fix.replacement()))
                .build();
        JsonObject change = JsonObject.builder()
                .put("artifactLocation", location(source))
                .put("replacements", JsonArray.of(replacement))
                .build();
        return JsonObject.builder()
                .put("description", text(fix.title()))
                .put("artifactChanges", JsonArray.of(change))
                .build();
    }

    private JsonObject place(SourceText source, Span span) {
        return JsonObject.builder()
                .put("artifactLocation", location(source))
                .put("region", region(source, span))
                .build();
    }

    private JsonObject location(SourceText source) {
        return JsonObject.builder()
                .put("uri", ArtifactUri.of(source.name()))
                .put("index", files.indexOf(source.name()))
                .build();
    }

    private static JsonObject region(SourceText source, Span span) {
        Position start = source.position(span.start());
        Position end = source.position(span.end());
        return JsonObject.builder()
                .put("startLine", start.line())
                .put("startColumn", start.column())
                .put("endLine", end.line())
                .put("endColumn", end.column())
                .build();
    }

    /** The same mistake in two equal lines is told apart by its number. */
    private String fingerprint(SourceText source, Diagnostic found) {
        String line =
                source.text(source.lineSpan(source.line(found.span().start()))).strip();
        String digest = Digest.of(JsonArray.texts(List.of(
                        ArtifactUri.of(source.name()),
                        found.code().code(),
                        ArtifactUri.printable(found.message()),
                        ArtifactUri.printable(line))))
                .value();
        int times = seen.merge(digest, 1, Integer::sum);
        return digest + ":" + times;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
        };
    }

    private static JsonObject text(String text) {
        return JsonObject.of("text", ArtifactUri.printable(text));
    }
}
