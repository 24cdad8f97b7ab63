package org.portcullis.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever stands in the document, every question has an answer. */
class HalfTypedTest {
    private static final long SEED = 20220502;
    private static final int PIECE = 61;
    private static final int ALTERATIONS = 60;
    private static final String TYPED = "ab Z09.,-\"{}():%“”—\n\t😀é";

    private final EditorFixture editor = EditorFixture.started();

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void everyBeginningOfAPolicyHasAnswers() {
        String policy = JourneyTest.POLICY;
        editor.open("");
        for (int end = 0; end < policy.length(); end += PIECE) {
            String text = policy.substring(0, end);
            editor.send(text);
            ask(text, end);
        }
    }

    @Test
    void alteredPoliciesHaveAnswers() {
        Random random = new Random(SEED);
        System.err.println("seed " + SEED);
        StringBuilder text = new StringBuilder(JourneyTest.POLICY);
        editor.open(text.toString());
        for (int alteration = 0; alteration < ALTERATIONS; alteration++) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
            } else {
                text.insert(at, TYPED.charAt(random.nextInt(TYPED.length())));
            }
            editor.send(text.toString());
            ask(text.toString(), at);
        }
    }

    @Test
    void whatIsOfferedAtTheEndOfAnyBeginningGoesOnFromThere() {
        String policy = JourneyTest.POLICY;
        int end = policy.indexOf("baskets in scope LDN-D1, when released\n  block");
        assertTrue(end > 0);
        editor.open(policy.substring(0, end));
        List<CompletionItem> offers = EditorFixture.get(editor.server()
                        .getTextDocumentService()
                        .completion(new CompletionParams(editor.document(), position(policy, end))))
                .getLeft();
        assertEquals(
                List.of("baskets", "executions", "messages", "orders", "strategies"),
                offers.stream().map(CompletionItem::getLabel).sorted().toList());
    }

    /** Each answer has to come; a failure inside the server comes as an error and fails the test. */
    private void ask(String text, int offset) {
        TextDocumentService documents = editor.server().getTextDocumentService();
        Position at = position(text, Math.min(offset, text.length()));
        List<CompletableFuture<?>> answers = new ArrayList<>();
        answers.add(documents.completion(new CompletionParams(editor.document(), at)));
        answers.add(documents.hover(new HoverParams(editor.document(), at)));
        answers.add(documents.definition(new DefinitionParams(editor.document(), at)));
        answers.add(documents.references(new ReferenceParams(editor.document(), at, new ReferenceContext(true))));
        answers.add(documents.documentHighlight(new DocumentHighlightParams(editor.document(), at)));
        answers.add(documents.prepareRename(new PrepareRenameParams(editor.document(), at)));
        answers.add(documents.foldingRange(new FoldingRangeRequestParams(editor.document())));
        answers.add(documents.semanticTokensFull(new SemanticTokensParams(editor.document())));
        answers.add(documents.codeLens(new CodeLensParams(editor.document())));
        answers.add(
                documents.formatting(new DocumentFormattingParams(editor.document(), new FormattingOptions(2, true))));
        answers.add(documents.codeAction(new CodeActionParams(
                editor.document(), new Range(new Position(0, 0), at), new CodeActionContext(List.of()))));
        answers.forEach(EditorFixture::get);
        EditorFixture.get(documents.documentSymbol(new DocumentSymbolParams(editor.document())))
                .forEach(symbol -> assertNamed(symbol.getRight()));
    }

    /** Editors refuse a whole outline for one entry without a name, or whose name lies outside it. */
    private static void assertNamed(DocumentSymbol symbol) {
        assertTrue(!symbol.getName().isBlank());
        assertTrue(isBefore(
                symbol.getRange().getStart(), symbol.getSelectionRange().getStart()));
        assertTrue(
                isBefore(symbol.getSelectionRange().getEnd(), symbol.getRange().getEnd()));
    }

    private static boolean isBefore(Position one, Position other) {
        return one.getLine() < other.getLine()
                || (one.getLine() == other.getLine() && one.getCharacter() <= other.getCharacter());
    }

    private static Position position(String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, offset - before.lastIndexOf('\n') - 1);
    }
}
