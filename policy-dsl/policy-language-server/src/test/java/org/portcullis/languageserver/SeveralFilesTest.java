package org.portcullis.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A policy that imports a part; the part lies in a file, and may be open as well. */
class SeveralFilesTest {
    private static final String PART = "file:///policies/saved.policy";
    private static final String POLICY = """
            policy "Test" language 1 version 2022.5.1 owner "Risk" review every 90 days, last on 2022-05-01
            effective from 2022-05-01 time zone Europe/London calendar XLON-EQ
            currency USD converted at ECB-EOD, stale after 1 day market data stale after 2 seconds missing data blocks.
            import "saved.policy".
            grant A-TRADERS lets role "Trader" submit orders in scope SAVED-SCOPE, when released.
            """;

    private final EditorFixture editor = EditorFixture.started();

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void scopeOfAPartIsKnown() {
        assertEquals(Set.of(), codes(editor.open(POLICY)));
    }

    @Test
    void definitionLeadsIntoThePart() {
        editor.open(POLICY);
        List<? extends Location> found = EditorFixture.get(editor.server()
                        .getTextDocumentService()
                        .definition(new DefinitionParams(editor.document(), Place.at(POLICY, "SAVED|-SCOPE"))))
                .getLeft();
        assertEquals(PART, found.get(0).getUri());
        assertEquals(1, found.get(0).getRange().getStart().getLine());
    }

    @Test
    void scopesOfThePartAreOffered() {
        String typed = POLICY.replace("scope SAVED-SCOPE, when released.", "scope ");
        editor.open(typed);
        List<CompletionItem> offers = EditorFixture.get(editor.server()
                        .getTextDocumentService()
                        .completion(new CompletionParams(editor.document(), Place.at(typed, "in scope |"))))
                .getLeft();
        assertEquals(
                List.of("SAVED-SCOPE"),
                offers.stream().map(CompletionItem::getLabel).toList());
    }

    @Test
    void openPartStandsBeforeItsFile() {
        editor.open(POLICY);
        openPart("part \"saved\" language 1.\nscope OTHER-SCOPE means order.id is \"x\".");
        assertEquals(Set.of("P0302"), codes(next(EditorFixture.URI)));
    }

    @Test
    void openPartShowsWhatThePolicySaysOfIt() {
        editor.open(POLICY);
        openPart("part \"saved\" language 1.\nscope SAVED-SCOPE means order.idd is \"x\".");
        assertEquals(Set.of("P0301"), codes(next(PART)));
        Diagnostic mention = next(EditorFixture.URI).stream()
                .filter(found -> found.getCode().getLeft().equals("P0301"))
                .findFirst()
                .orElseThrow();
        assertEquals("\"saved.policy\"", Place.text(POLICY, mention.getRange()));
        assertTrue(mention.getMessage().getLeft().startsWith("saved.policy, line 2: there is no attribute"));
    }

    @Test
    void partWithoutAPolicyIsNoMistake() {
        openPart("part \"saved\" language 1.\nscope SAVED-SCOPE means order.id is \"x\".");
        assertEquals(Set.of(), codes(next(PART)));
    }

    @Test
    void renamingInThePolicyChangesThePart() {
        editor.open(POLICY);
        WorkspaceEdit edit = EditorFixture.get(editor.server()
                .getTextDocumentService()
                .rename(new RenameParams(editor.document(), Place.at(POLICY, "SAVED|-SCOPE"), "NEW-SCOPE")));
        assertEquals(Set.of(EditorFixture.URI, PART), edit.getChanges().keySet());
    }

    private void openPart(String text) {
        editor.server()
                .getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(PART, "portcullis", 1, text)));
    }

    /** What is published of the document next. */
    private List<Diagnostic> next(String uri) {
        PublishDiagnosticsParams published = editor.nextPublished();
        while (!published.getUri().equals(uri)) {
            published = editor.nextPublished();
        }
        return published.getDiagnostics();
    }

    private static Set<String> codes(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(found -> found.getSeverity() == DiagnosticSeverity.Error)
                .map(found -> found.getCode().getLeft())
                .collect(Collectors.toSet());
    }
}
