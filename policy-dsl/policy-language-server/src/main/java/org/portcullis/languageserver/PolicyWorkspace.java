package org.portcullis.languageserver;

import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.feature.Lenses;
import org.portcullis.languageserver.feature.Outline;
import org.portcullis.languageserver.feature.TestRuns;

/** Answers what editors ask about all documents, and runs the command behind a lens. */
final class PolicyWorkspace implements WorkspaceService {
    private final Desk desk;

    PolicyWorkspace(Desk desk) {
        this.desk = desk;
    }

    /** Runs `portcullis.evaluate`; the answer counts `passed` and `failed`. */
    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        return desk.ask(() -> {
            if (!params.getCommand().equals(Lenses.EVALUATE)) {
                throw refused(ResponseErrorCode.InvalidParams, "there is no command " + params.getCommand());
            }
            List<String> arguments = texts(params.getArguments());
            if (arguments.size() != 3 || !List.of("control", "test").contains(arguments.get(1))) {
                throw refused(
                        ResponseErrorCode.InvalidParams,
                        Lenses.EVALUATE + " takes a document, `control` or `test`, and an id or name");
            }
            return evaluate(
                    arguments.get(0), new TestRuns.Target(arguments.get(1).equals("test"), arguments.get(2)));
        });
    }

    private Map<String, Long> evaluate(String uri, TestRuns.Target target) {
        Analysis analysis = desk.documents()
                .analysis(uri)
                .orElseThrow(() -> refused(ResponseErrorCode.InvalidParams, UserText.quoted(uri) + " is not open"));
        List<PolicyTestResult> results = desk.evaluate(analysis, target)
                .orElseThrow(() -> refused(
                        ResponseErrorCode.RequestFailed, "the policy has errors; cure them and evaluate again"));
        long passed = results.stream().filter(PolicyTestResult::passed).count();
        return Map.of("passed", passed, "failed", results.size() - passed);
    }

    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        return desk.ask(() -> {
            List<WorkspaceSymbol> found = new ArrayList<>();
            desk.documents().all().forEach(analysis -> found.addAll(Outline.find(analysis, params.getQuery())));
            return Either.forRight(found);
        });
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // The server has no settings of its own.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        desk.publishAllLater();
    }

    private static List<String> texts(List<Object> arguments) {
        return arguments == null
                ? List.of()
                : arguments.stream()
                        .map(argument ->
                                argument instanceof JsonPrimitive json ? json.getAsString() : argument.toString())
                        .toList();
    }

    private static ResponseErrorException refused(ResponseErrorCode code, String why) {
        return new ResponseErrorException(new ResponseError(code, why, null));
    }
}
