package org.portcullis.languageserver.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.source.FileSource;
import org.portcullis.languageserver.port.DocumentFolders;

/**
 * The latest version of every document that the editor has open, and its analysis.
 *
 * <p>The protocol's thread writes texts, the thread that works asks for analyses: of several versions that came in since it last asked, only the last is ever
 * compiled. An open document stands before the file of the same address. Safe for several threads.
 */
public final class OpenDocuments {
    private final Supplier<CompilerSettings> settings;
    private final DocumentFolders folders;
    private final Map<String, OpenDocument> latest = new ConcurrentHashMap<>();
    private final Map<String, Analysis> analyses = new ConcurrentHashMap<>();

    /** Begins with no document. */
    public OpenDocuments(Supplier<CompilerSettings> settings, DocumentFolders folders) {
        this.settings = settings;
        this.folders = folders;
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
        Set<String> reads = new HashSet<>();
        CompilerSettings own = settings.get().withFiles(path -> read(uri, path, reads));
        Analysis made = Analysis.of(document, PolicyCompiler.compile(document.source(), own), reads);
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

    /** The analyses of the open documents that read this one. */
    public List<Analysis> readersOf(String uri) {
        String key = Addresses.key(uri);
        return all().stream()
                .filter(analysis ->
                        !analysis.uri().equals(uri) && analysis.reads().contains(key))
                .toList();
    }

    /** The analyses of the open documents that this one reads. */
    public List<Analysis> readBy(Analysis analysis) {
        return latest.keySet().stream()
                .sorted()
                .filter(uri -> analysis.reads().contains(Addresses.key(uri)))
                .map(this::analysis)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The document's own file and every other one of the policies that it belongs to, each once. */
    public List<PolicyFile> around(Analysis analysis) {
        Map<String, PolicyFile> files = new LinkedHashMap<>();
        files.put(Addresses.key(analysis.uri()), analysis.file());
        List<Analysis> policies = new ArrayList<>(List.of(analysis));
        policies.addAll(readersOf(analysis.uri()));
        for (Analysis policy : policies) {
            files.putIfAbsent(Addresses.key(policy.uri()), policy.file());
            policy.imports().forEach(file -> files.putIfAbsent(Addresses.key(file.uri()), file));
        }
        return List.copyOf(files.values());
    }

    /** Forgets what was made of the documents that read this one, since it has changed. */
    public void forgetReadersOf(String uri) {
        String key = Addresses.key(uri);
        analyses.values().removeIf(analysis -> analysis.reads().contains(key));
    }

    /** Forgets what was made of any document, since files have changed. */
    public void forgetAll() {
        analyses.clear();
    }

    private FileSource.Answer read(String uri, String path, Set<String> reads) {
        String key = Addresses.key(Addresses.beside(uri, path));
        reads.add(key);
        Optional<OpenDocument> open = latest.values().stream()
                .filter(document ->
                        !path.startsWith("..") && Addresses.key(document.uri()).equals(key))
                .findFirst();
        return open.<FileSource.Answer>map(
                        document -> new FileSource.Found(document.text().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> folders.of(uri).read(path));
    }
}
