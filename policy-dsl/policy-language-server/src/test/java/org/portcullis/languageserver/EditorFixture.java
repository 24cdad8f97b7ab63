package org.portcullis.languageserver;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.source.FileSource;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.languageserver.port.ServerPorts;
import org.portcullis.model.control.Role;

/** An editor at the other end of the server's streams. Everything goes over the protocol. */
final class EditorFixture implements AutoCloseable {
    static final String URI = "file:///policies/delta1.policy";
    /** The files beside every document: one part. */
    private static final FileSource FILES = path -> path.equals("saved.policy")
            ? new FileSource.Found("part \"saved\" language 1.\nscope SAVED-SCOPE means order.id is \"x\"."
                    .getBytes(StandardCharsets.UTF_8))
            : new FileSource.Missing();

    private static final int PIPE = 1 << 20;
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final CompletableFuture<Integer> status;
    private final RemoteServer server;
    private final Future<Void> listening;
    private final PipedOutputStream toServer;
    private final PipedOutputStream fromServer;
    private int version;
    private String text = "";

    EditorFixture(ServerPorts ports) {
        try {
            toServer = new PipedOutputStream();
            PipedInputStream serverIn = new PipedInputStream(toServer, PIPE);
            fromServer = new PipedOutputStream();
            PipedInputStream editorIn = new PipedInputStream(fromServer, PIPE);
            status = CompletableFuture.supplyAsync(() -> LanguageServerSession.serve(ports, serverIn, fromServer));
            Launcher<RemoteServer> launcher = new LSPLauncher.Builder<RemoteServer>()
                    .setLocalService(new Client())
                    .setRemoteInterface(RemoteServer.class)
                    .setInput(editorIn)
                    .setOutput(toServer)
                    .create();
            listening = launcher.startListening();
            server = launcher.getRemoteProxy();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static ServerPorts ports() {
        FixedProvisions provisions = new FixedProvisions();
        CompilerSettings settings = CompilerSettings.of(provisions, LocalDate.parse("2022-05-02"));
        return new ServerPorts(() -> settings, ReferenceEvaluator.factory(), provisions, uri -> FILES);
    }

    static ServerPorts portsWithRoles(String... roles) {
        CompilerSettings settings = ports().settings()
                .get()
                .withKnownRoles(java.util.Arrays.stream(roles).map(Role::new).toList());
        return new ServerPorts(() -> settings, ReferenceEvaluator.factory(), new FixedProvisions(), uri -> FILES);
    }

    /** An editor that has said hello. */
    static EditorFixture started() {
        EditorFixture editor = new EditorFixture(ports());
        editor.initialize();
        return editor;
    }

    InitializeResult initialize() {
        InitializeParams hello = new InitializeParams();
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setWorkspace(workspace);
        hello.setCapabilities(capabilities);
        hello.setInitializationOptions(Map.of("explanations", "portcullis-explain:"));
        InitializeResult result = get(server.initialize(hello));
        server.initialized(new InitializedParams());
        return result;
    }

    RemoteServer server() {
        return server;
    }

    String text() {
        return text;
    }

    TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(URI);
    }

    /** Opens the document and waits for what is said about it. */
    List<Diagnostic> open(String content) {
        text = content;
        version = 1;
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "portcullis", version, content)));
        return diagnostics();
    }

    /** Changes the document and waits for what is said about the new version. */
    List<Diagnostic> change(String content) {
        send(content);
        return diagnostics();
    }

    /** Changes the document and waits for nothing. */
    void send(String content) {
        text = content;
        version++;
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(URI, version),
                        List.of(new TextDocumentContentChangeEvent(content))));
    }

    void save() {
        server.getTextDocumentService().didSave(new DidSaveTextDocumentParams(document()));
    }

    void close(String uri) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
    }

    /** What is said about the latest version; earlier versions are passed over. */
    List<Diagnostic> diagnostics() {
        PublishDiagnosticsParams next = nextPublished();
        while (next.getVersion() == null || next.getVersion() != version) {
            next = nextPublished();
        }
        return next.getDiagnostics();
    }

    PublishDiagnosticsParams nextPublished() {
        try {
            PublishDiagnosticsParams next = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("the server published nothing");
            }
            return next;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    int publishedCount() {
        return published.size();
    }

    int refreshes() {
        return refreshes.get();
    }

    /** The status with which the server's process would exit. */
    int status() {
        return get(status);
    }

    /** Ends both streams without a word. */
    void hangUp() {
        try {
            toServer.close();
            get(status);
            fromServer.close();
            listening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException | ExecutionException | TimeoutException open) {
            throw new AssertionError("the streams did not end", open);
        }
    }

    static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(failed);
        } catch (InterruptedException | TimeoutException silent) {
            throw new AssertionError("the server did not answer", silent);
        }
    }

    @Override
    public void close() {
        get(server.shutdown());
        server.exit();
        get(status);
        hangUp();
    }

    /** All that the server answers, seen from the editor. */
    interface RemoteServer extends LanguageServer, Explanations {}

    private final class Client implements LanguageClient {
        @Override
        public void telemetryEvent(Object object) {
            throw new AssertionError("the server measures nothing");
        }

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
            published.add(diagnostics);
        }

        @Override
        public CompletableFuture<Void> refreshCodeLenses() {
            refreshes.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void showMessage(MessageParams message) {
            throw new AssertionError("the server shows no messages: " + message);
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            throw new AssertionError("the server asks nothing: " + request);
        }

        @Override
        public void logMessage(MessageParams message) {
            throw new AssertionError("the server logs nothing: " + message);
        }
    }
}
