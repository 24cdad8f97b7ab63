package org.portcullis.languageserver;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.portcullis.compiler.diagnostic.DiagnosticPages;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.languageserver.port.ServerPorts;

/** Begins and ends a session with one editor. */
final class PolicyLanguageServer implements LanguageServer, LanguageClientAware, Explanations {
    /** The initialization option that says where an editor has the pages of codes: an address, up to the code. */
    static final String PAGES = "explanations";

    private final Desk desk;
    private final PolicyDocuments documents;
    private final PolicyWorkspace workspace;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private volatile boolean shutDown;

    PolicyLanguageServer(ServerPorts ports, Executor worker) {
        this.desk = new Desk(ports, worker);
        this.documents = new PolicyDocuments(desk);
        this.workspace = new PolicyWorkspace(desk);
    }

    /** The status with which the process has to exit, once the editor says so. */
    CompletableFuture<Integer> exited() {
        return exit;
    }

    @Override
    public void connect(LanguageClient client) {
        desk.connect(client);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        desk.know(pageAddress(params.getInitializationOptions()), refreshesLenses(params.getCapabilities()));
        return CompletableFuture.completedFuture(Capabilities.of());
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(new Object());
    }

    /** As the protocol says: 0 after a shutdown, 1 without one. */
    @Override
    public void exit() {
        exit.complete(shutDown ? 0 : 1);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }

    @Override
    public CompletableFuture<Page> explain(Code code) {
        return desk.ask(() -> DiagnosticPages.find(code.code())
                .map(Page::new)
                .orElseThrow(() -> new ResponseErrorException(new ResponseError(
                        ResponseErrorCode.InvalidParams, "there is no code " + UserText.quoted(code.code()), null))));
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // What the server does is not traced.
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {
        // Nothing that the server does takes long enough to show progress.
    }

    private static Optional<String> pageAddress(Object options) {
        return options instanceof JsonObject object
                ? Optional.ofNullable(object.get(PAGES))
                        .filter(JsonElement::isJsonPrimitive)
                        .map(JsonElement::getAsString)
                : Optional.empty();
    }

    private static boolean refreshesLenses(ClientCapabilities capabilities) {
        return Optional.ofNullable(capabilities)
                .map(ClientCapabilities::getWorkspace)
                .map(WorkspaceClientCapabilities::getCodeLens)
                .map(lenses -> Boolean.TRUE.equals(lenses.getRefreshSupport()))
                .orElse(false);
    }
}
