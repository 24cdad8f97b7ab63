package org.portcullis.languageserver.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.portcullis.compiler.CompilerSettings;

/**
 * The latest version of every document that the editor has open, and its analysis.
 *
 * <p>The protocol's thread writes texts, the thread that works asks for analyses: of several versions that came in since it last asked, only the last is ever
 * compiled. Safe for several threads.
 */
public final class OpenDocuments {
    private final Supplier<CompilerSettings> settings;
    private final Map<String, OpenDocument> latest = new ConcurrentHashMap<>();
    private final Map<String, Analysis> analyses = new ConcurrentHashMap<>();

    /** Begins with no document. */
    public OpenDocuments(Supplier<CompilerSettings> settings) {
        this.settings = settings;
    }

    /** Takes the first or another version of a text. */
    public void put(OpenDocument document) {
        latest.put(document.uri(), document);
    }

    /** Takes another version of a text that is open; whether it was. */
    public boolean change(OpenDocument document) {
        return latest.replace(document.uri(), document) != null;
    }

    /** Forgets a document. */
    public void close(String uri) {
        latest.remove(uri);
        analyses.remove(uri);
    }

    /** The analysis of the latest version, made if need be; empty if no such document is open. */
    public Optional<Analysis> analysis(String uri) {
        OpenDocument document = latest.get(uri);
        if (document == null) {
            return Optional.empty();
        }
        Analysis known = analyses.get(uri);
        if (known != null && known.document().equals(document)) {
            return Optional.of(known);
        }
        Analysis made = Analysis.of(document, settings.get());
        analyses.put(uri, made);
        if (!latest.containsKey(uri)) {
            analyses.remove(uri);
        }
        return Optional.of(made);
    }

    /** The analyses of all open documents, by address. */
    public List<Analysis> all() {
        return latest.keySet().stream()
                .sorted()
                .map(this::analysis)
                .flatMap(Optional::stream)
                .toList();
    }
}
