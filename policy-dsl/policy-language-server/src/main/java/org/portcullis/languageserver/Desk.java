package org.portcullis.languageserver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.services.LanguageClient;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.OpenDocument;
import org.portcullis.languageserver.document.OpenDocuments;
import org.portcullis.languageserver.feature.CodeActions;
import org.portcullis.languageserver.feature.Lenses;
import org.portcullis.languageserver.feature.ShownDiagnostics;
import org.portcullis.languageserver.feature.TestRuns;
import org.portcullis.languageserver.port.ServerPorts;

/**
 * Does the server's work in the order in which it came in, on one thread that is not the protocol's.
 *
 * <p>Work on a document looks at its latest version when its turn comes. While somebody types faster than the compiler reads, the versions in between are never
 * compiled, and no timer is needed to wait for a pause.
 */
final class Desk {
    private final ServerPorts ports;
    private final Executor worker;
    private final OpenDocuments documents;
    private final TestRuns runs;
    private final Lenses lenses;
    private final Editor editor;

    /** The version of each document whose turn has come. Only the worker looks at it. */
    private final Map<String, OpenDocument> turns = new HashMap<>();

    private ShownDiagnostics shown = new ShownDiagnostics(Optional.empty());

    /**
     * Begins with no document.
     *
     * @param worker MUST run one piece of work after the other, in the order in which it gets them
     */
    Desk(ServerPorts ports, Executor worker) {
        this.ports = ports;
        this.worker = worker;
        this.documents = new OpenDocuments(ports.settings(), ports.folders());
        this.runs = new TestRuns(ports.evaluators());
        this.lenses = new Lenses(runs);
        this.editor = new Editor();
    }

    ServerPorts ports() {
        return ports;
    }

    OpenDocuments documents() {
        return documents;
    }

    TestRuns runs() {
        return runs;
    }

    Lenses lenses() {
        return lenses;
    }

    CodeActions actions() {
        return new CodeActions(shown);
    }

    /** Where answers go that nobody asked for. */
    void connect(LanguageClient client) {
        editor.client = Optional.of(client);
    }

    /** What the editor said of itself, before any document is open. */
    void know(Optional<String> pageAddress, boolean refreshesLenses) {
        shown = new ShownDiagnostics(pageAddress);
        editor.refreshesLenses = refreshesLenses;
    }

    /** Answers a question when its turn comes. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFutures.computeAsync(worker, cancelled -> {
            cancelled.checkCanceled();
            return question.get();
        });
    }

    /** Publishes the diagnostics of the latest version of a document, and of those that it belongs together with, unless they were by then. */
    void publishLater(String uri) {
        worker.execute(() -> documents.analysis(uri).ifPresent(analysis -> {
            if (!hadItsTurn(analysis)) {
                turns.put(uri, analysis.document());
                documents.forgetReadersOf(uri);
                publish(analysis);
                publishAround(analysis);
            }
        }));
    }

    /** Takes back the diagnostics of a document that was closed; what reads it reads its file again. */
    void forgetLater(String uri) {
        worker.execute(() -> {
            if (documents.analysis(uri).isEmpty()) {
                turns.remove(uri);
                runs.forget(uri);
                editor.publish(new PublishDiagnosticsParams(uri, List.of()));
                documents.forgetReadersOf(uri);
                documents.readersOf(uri).forEach(this::publish);
            }
        });
    }

    /** Compiles everything again, because files have changed. */
    void publishAllLater() {
        worker.execute(() -> {
            documents.forgetAll();
            documents.all().forEach(this::publish);
        });
    }

    private boolean hadItsTurn(Analysis analysis) {
        return analysis.document().equals(turns.get(analysis.uri()));
    }

    /**
     * Publishes the policies that import a part, and the parts that a policy imports. What was opened or changed in the meantime waits for its own turn, in
     * which those who read it are compiled anew.
     */
    private void publishAround(Analysis analysis) {
        Map<String, Analysis> together = new LinkedHashMap<>();
        List<Analysis> policies = new ArrayList<>(documents.readersOf(analysis.uri()));
        policies.add(analysis);
        for (Analysis policy : policies) {
            together.put(policy.uri(), policy);
            documents.readBy(policy).forEach(part -> together.put(part.uri(), part));
        }
        together.remove(analysis.uri());
        together.values().stream().filter(this::hadItsTurn).forEach(this::publish);
    }

    /** Runs the tests again that somebody asked for in an earlier version of a document. */
    void runAgainLater(String uri) {
        worker.execute(() -> documents.analysis(uri).filter(runs::runAgain).ifPresent(this::showRun));
    }

    /** Runs the tests of a control, or one test, and shows what came out; empty if the document does not compile. */
    Optional<List<PolicyTestResult>> evaluate(Analysis analysis, TestRuns.Target target) {
        Optional<List<PolicyTestResult>> results = runs.run(analysis, target);
        showRun(analysis);
        return results;
    }

    private void showRun(Analysis analysis) {
        publish(analysis);
        editor.refreshLenses();
    }

    private void publish(Analysis analysis) {
        List<Diagnostic> diagnostics = new ArrayList<>(shown.of(analysis, documents.readersOf(analysis.uri())));
        diagnostics.addAll(runs.failures(analysis));
        editor.publish(new PublishDiagnosticsParams(
                analysis.uri(), diagnostics, analysis.document().version()));
    }

    /** The other end, once there is one. */
    private static final class Editor {
        private Optional<LanguageClient> client = Optional.empty();
        private boolean refreshesLenses;

        void publish(PublishDiagnosticsParams diagnostics) {
            client.ifPresent(editor -> editor.publishDiagnostics(diagnostics));
        }

        void refreshLenses() {
            client.filter(editor -> refreshesLenses).ifPresent(editor -> {
                // The answer says nothing.
                CompletableFuture<Void> unused = editor.refreshCodeLenses();
            });
        }
    }
}
