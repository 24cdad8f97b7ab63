package org.portcullis.languageserver;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.OpenDocument;
import org.portcullis.languageserver.document.Places;
import org.portcullis.languageserver.document.PolicyFile;
import org.portcullis.languageserver.feature.Completions;
import org.portcullis.languageserver.feature.Formatting;
import org.portcullis.languageserver.feature.Hovers;
import org.portcullis.languageserver.feature.Outline;
import org.portcullis.languageserver.feature.SemanticWords;
import org.portcullis.languageserver.feature.Symbols;

/**
 * Answers what editors ask about one document.
 *
 * <p>Texts are taken on the protocol's thread; everything else is handed to the desk's. Of a document that is not open nothing is known: the answers are empty.
 */
final class PolicyDocuments implements TextDocumentService {
    private final Desk desk;
    private final Completions completions;
    private final Hovers hovers;

    PolicyDocuments(Desk desk) {
        this.desk = desk;
        this.completions = new Completions(desk.ports().provisions());
        this.hovers = new Hovers(
                desk.ports().provisions(),
                desk.runs(),
                () -> desk.ports().settings().get().asOf());
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem item = params.getTextDocument();
        desk.documents().put(new OpenDocument(item.getUri(), item.getVersion(), item.getText()));
        desk.publishLater(item.getUri());
    }

    /** Texts come whole; of several changes in one message the last is the text. */
    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        List<TextDocumentContentChangeEvent> changes = params.getContentChanges();
        if (changes.isEmpty()) {
            return;
        }
        String uri = params.getTextDocument().getUri();
        Integer version = params.getTextDocument().getVersion();
        String text = changes.get(changes.size() - 1).getText();
        if (desk.documents().change(new OpenDocument(uri, version == null ? 0 : version, text))) {
            desk.publishLater(uri);
        }
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        desk.documents().close(uri);
        desk.forgetLater(uri);
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        desk.runAgainLater(params.getTextDocument().getUri());
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return at(
                        params,
                        (analysis, offset) -> completions.of(
                                analysis,
                                around(analysis),
                                desk.ports().settings().get(),
                                offset))
                .thenApply(items -> Either.forLeft(items.orElse(List.of())));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return at(params, (analysis, offset) -> hovers.of(analysis, around(analysis), offset))
                .thenApply(hover -> hover.flatMap(found -> found).orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return at(params, (analysis, offset) -> Symbols.definition(analysis, around(analysis), offset))
                .thenApply(places -> Either.forLeft(places.orElse(List.of())));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean declaration = params.getContext().isIncludeDeclaration();
        return at(params, (analysis, offset) -> Symbols.references(analysis, around(analysis), offset, declaration))
                .thenApply(places -> places.orElse(List.of()));
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return at(params, Symbols::highlights).thenApply(places -> places.orElse(List.of()));
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return at(params, (analysis, offset) -> Symbols.renamed(analysis, around(analysis), offset))
                .thenApply(found -> found.flatMap(place -> place)
                        .map(Either3::<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond)
                        .orElse(null));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return at(params, (analysis, offset) -> Symbols.rename(analysis, around(analysis), offset, params.getNewName()))
                .thenApply(edit -> edit.orElse(null));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return of(params.getTextDocument().getUri(), Outline::symbols)
                .thenApply(symbols -> symbols.orElse(List.of()).stream()
                        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                        .toList());
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return of(params.getTextDocument().getUri(), Outline::folds).thenApply(folds -> folds.orElse(List.of()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return of(params.getTextDocument().getUri(), Formatting::of).thenApply(edits -> edits.orElse(List.of()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return of(params.getTextDocument().getUri(), SemanticWords::of)
                .thenApply(tokens -> tokens.orElseGet(() -> new SemanticTokens(List.of())));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return of(
                        params.getTextDocument().getUri(),
                        analysis -> desk.actions()
                                .of(
                                        analysis,
                                        desk.documents().readersOf(analysis.uri()),
                                        params.getRange(),
                                        params.getContext()))
                .thenApply(actions -> desk.actions().either(actions.orElse(List.of())));
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return of(params.getTextDocument().getUri(), desk.lenses()::of).thenApply(lenses -> lenses.orElse(List.of()));
    }

    private List<PolicyFile> around(Analysis analysis) {
        return desk.documents().around(analysis);
    }

    private <T> CompletableFuture<Optional<T>> at(TextDocumentPositionParams params, AtOffset<T> question) {
        Position position = params.getPosition();
        return of(
                params.getTextDocument().getUri(),
                analysis -> question.ask(analysis, Places.offset(analysis.source(), position)));
    }

    private <T> CompletableFuture<Optional<T>> of(String uri, Function<Analysis, T> question) {
        return desk.ask(() -> desk.documents().analysis(uri).map(question));
    }

    private interface AtOffset<T> {
        T ask(Analysis analysis, int offset);
    }
}
