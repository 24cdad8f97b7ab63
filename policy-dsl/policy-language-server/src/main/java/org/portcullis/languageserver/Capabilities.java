package org.portcullis.languageserver;

import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.portcullis.languageserver.feature.CodeActions;
import org.portcullis.languageserver.feature.Lenses;
import org.portcullis.languageserver.feature.SemanticWords;

/** What the server tells an editor that it can do. */
final class Capabilities {
    private Capabilities() {}

    static InitializeResult of() {
        ServerCapabilities can = new ServerCapabilities();
        can.setPositionEncoding(PositionEncodingKind.UTF16);
        can.setTextDocumentSync(sync());
        CompletionOptions completion = new CompletionOptions();
        completion.setTriggerCharacters(List.of(".", "\"", "{", " "));
        can.setCompletionProvider(completion);
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setDocumentHighlightProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setDocumentSymbolProvider(true);
        can.setWorkspaceSymbolProvider(true);
        can.setFoldingRangeProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActions.FIX_ALL)));
        can.setCodeLensProvider(new CodeLensOptions(false));
        can.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(Lenses.EVALUATE)));
        can.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(SemanticWords.legend(), true));
        return new InitializeResult(can, new ServerInfo("portcullis"));
    }

    private static TextDocumentSyncOptions sync() {
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Full);
        sync.setSave(new SaveOptions(false));
        return sync;
    }
}
