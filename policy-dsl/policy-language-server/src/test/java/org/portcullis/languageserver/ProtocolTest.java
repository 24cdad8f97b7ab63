package org.portcullis.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {
    private static final TextDocumentIdentifier NOT_OPEN = new TextDocumentIdentifier("file:///policies/no.policy");
    private static final Position ORIGIN = new Position(0, 0);

    /** Kept here, since a logger that nobody holds forgets its level. */
    private static final Logger PROTOCOL_LOG = Logger.getLogger("org.eclipse.lsp4j.jsonrpc");

    @BeforeAll
    static void beQuietAboutMistakesThatAreMeant() {
        PROTOCOL_LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void beLoudAgain() {
        PROTOCOL_LOG.setLevel(null);
    }

    @Test
    void serverSaysWhatItCan() {
        try (EditorFixture editor = new EditorFixture(EditorFixture.ports())) {
            ServerCapabilities can = editor.initialize().getCapabilities();
            assertEquals("utf-16", can.getPositionEncoding());
            assertEquals(
                    TextDocumentSyncKind.Full,
                    can.getTextDocumentSync().getRight().getChange());
            assertTrue(
                    can.getSemanticTokensProvider().getLegend().getTokenTypes().contains("keyword"));
        }
    }

    @Test
    void processExitsWellAfterAShutdown() {
        EditorFixture editor = EditorFixture.started();
        EditorFixture.get(editor.server().shutdown());
        editor.server().exit();
        assertEquals(0, editor.status());
        editor.hangUp();
    }

    @Test
    void processExitsBadlyWithoutAShutdown() {
        EditorFixture editor = EditorFixture.started();
        editor.server().exit();
        assertEquals(1, editor.status());
        editor.hangUp();
    }

    @Test
    void processEndsWithItsEditor() {
        EditorFixture editor = EditorFixture.started();
        editor.hangUp();
        assertEquals(LanguageServerSession.ABANDONED, editor.status());
    }

    @Test
    void ofADocumentThatIsNotOpenNothingIsKnown() {
        try (EditorFixture editor = EditorFixture.started()) {
            TextDocumentService documents = editor.server().getTextDocumentService();
            assertNull(EditorFixture.get(documents.hover(new HoverParams(NOT_OPEN, ORIGIN))));
            assertNull(EditorFixture.get(documents.rename(new RenameParams(NOT_OPEN, ORIGIN, "A-B"))));
            assertEquals(
                    List.of(),
                    EditorFixture.get(documents.completion(new CompletionParams(NOT_OPEN, ORIGIN)))
                            .getLeft());
            assertEquals(
                    List.of(),
                    EditorFixture.get(documents.definition(new DefinitionParams(NOT_OPEN, ORIGIN)))
                            .getLeft());
            assertEquals(List.of(), EditorFixture.get(documents.documentSymbol(new DocumentSymbolParams(NOT_OPEN))));
            assertEquals(List.of(), EditorFixture.get(documents.codeLens(new CodeLensParams(NOT_OPEN))));
            assertEquals(
                    List.of(),
                    EditorFixture.get(documents.codeAction(new CodeActionParams(
                            NOT_OPEN, new Range(ORIGIN, ORIGIN), new CodeActionContext(List.of())))));
        }
    }

    @Test
    void changeOfADocumentThatIsNotOpenIsPassedOver() {
        try (EditorFixture editor = EditorFixture.started()) {
            TextDocumentService documents = editor.server().getTextDocumentService();
            documents.didChange(new DidChangeTextDocumentParams(
                    new VersionedTextDocumentIdentifier(NOT_OPEN.getUri(), 2),
                    List.of(new TextDocumentContentChangeEvent("nonsense"))));
            documents.didSave(new DidSaveTextDocumentParams(NOT_OPEN));
            editor.open("nonsense.");
            assertEquals(0, editor.publishedCount());
        }
    }

    @Test
    void diagnosticsOfAClosedDocumentAreTakenBack() {
        try (EditorFixture editor = EditorFixture.started()) {
            assertTrue(!editor.open("nonsense.").isEmpty());
            editor.close(EditorFixture.URI);
            PublishDiagnosticsParams last = editor.nextPublished();
            assertEquals(List.of(), last.getDiagnostics());
            assertEquals(EditorFixture.URI, last.getUri());
        }
    }

    @Test
    void commandsThatMakeNoSenseAreRefused() {
        try (EditorFixture editor = EditorFixture.started()) {
            assertEquals("there is no command frobnicate", refusal(editor, "frobnicate"));
            assertTrue(refusal(editor, "portcullis.evaluate").contains("takes a document"));
            assertTrue(
                    refusal(editor, "portcullis.evaluate", "x", "rule", "A-B").contains("takes a document"));
            assertEquals("`x` is not open", refusal(editor, "portcullis.evaluate", "x", "control", "A-B"));
        }
    }

    @Test
    void policyWithErrorsIsNotEvaluated() {
        try (EditorFixture editor = EditorFixture.started()) {
            editor.open("nonsense.");
            assertEquals(
                    "the policy has errors; cure them and evaluate again",
                    refusal(editor, "portcullis.evaluate", EditorFixture.URI, "control", "A-B"));
        }
    }

    @Test
    void methodThatTheServerDoesNotHaveIsRefused() {
        String answers =
                answers(message("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"policy/frobnicate\",\"params\":{}}"));
        assertTrue(answers.contains("\"id\":7") && answers.contains("-32601"), answers);
    }

    @Test
    void pageOfACodeIsServed() {
        try (EditorFixture editor = EditorFixture.started()) {
            String page = EditorFixture.get(editor.server().explain(new Explanations.Code("P0301")))
                    .markdown();
            assertTrue(page.contains("P0301"), page);
        }
    }

    @Test
    void pageOfACodeThatDoesNotExistIsRefused() {
        try (EditorFixture editor = EditorFixture.started()) {
            assertEquals(
                    "there is no code `P9999`",
                    assertThrows(
                                    ResponseErrorException.class,
                                    () -> EditorFixture.get(editor.server().explain(new Explanations.Code("P9999"))))
                            .getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "null",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\",}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":[4,5]}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":null}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"textDocument/hover\",\"params\":null}"
            })
    void afterAMalformedMessageTheNextOneIsAnswered(String malformed) {
        String answers = answers(message(malformed)
                + message("{\"jsonrpc\":\"2.0\",\"id\":99,\"method\":\"shutdown\",\"params\":null}"));
        assertTrue(answers.contains("\"id\":99") || answers.contains("\"id\":\"99\""), answers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Length: 10",
                "Content-Length: 1000\r\n\r\n{",
                "\0\0\0\0",
                "hello\r\n\r\n",
                "Content-Length: nonsense\r\n\r\n{}"
            })
    void inputThatEndsInTheMiddleEndsTheServer(String cut) {
        assertEquals(LanguageServerSession.ABANDONED, status(cut));
    }

    @Test
    void everyAnswerIsAMessageOfTheProtocol() {
        String answers = answers(Stream.of(1, 2, 3)
                .map(id -> message("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"shutdown\"}"))
                .reduce("", String::concat));
        assertEquals(4, answers.split("Content-Length: ", -1).length - 1, answers);
    }

    @Test
    void ofManyChangesInARowTheLastOneIsPublished() {
        try (EditorFixture editor = EditorFixture.started()) {
            editor.open("nonsense.");
            for (int change = 0; change < 200; change++) {
                editor.send("scope A-B means order.id is \"" + change + "\".");
            }
            List<Diagnostic> last = editor.change("scope A-B means order.idd is \"x\".");
            assertTrue(last.stream().anyMatch(found -> found.getCode().getLeft().equals("P0301")), last::toString);
            assertEquals(0, editor.publishedCount());
        }
    }

    @Test
    void positionsCountUtf16CodeUnits() {
        try (EditorFixture editor = EditorFixture.started()) {
            String text = "scope A-B means order.id is \"\uD83D\uDE00\uD83D\uDE00\" and order.idd is \"x\".";
            Diagnostic found = editor.open(text).stream()
                    .filter(one -> one.getCode().getLeft().equals("P0301"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("order.idd", Place.text(text, found.getRange()));
        }
    }

    @Test
    void linesMayEndInAnyOfTheThreeWays() {
        try (EditorFixture editor = EditorFixture.started()) {
            Diagnostic found = editor.open("-- a\r\n-- b\r-- c\n  scope A-B means order.idd is \"x\".").stream()
                    .filter(one -> one.getCode().getLeft().equals("P0301"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(new Range(new Position(3, 18), new Position(3, 27)), found.getRange());
        }
    }

    @Test
    void positionsOutsideTheTextMeanItsEnds() {
        try (EditorFixture editor = EditorFixture.started()) {
            editor.open("scope A-B means order.");
            TextDocumentService documents = editor.server().getTextDocumentService();
            List<CompletionItem> atEnd = EditorFixture.get(
                            documents.completion(new CompletionParams(editor.document(), new Position(9, 9))))
                    .getLeft();
            assertTrue(atEnd.stream().anyMatch(item -> item.getLabel().equals("order.notional")));
            assertNull(EditorFixture.get(documents.hover(new HoverParams(editor.document(), new Position(0, 99_999)))));
        }
    }

    @Test
    void labelsOfADiagnosticAreRelatedPlaces() {
        try (EditorFixture editor = EditorFixture.started()) {
            String text = "scope A-B means order.id is \"x\".\nscope A-B means order.id is \"y\".";
            Diagnostic taken = editor.open(text).stream()
                    .filter(found -> !found.getRelatedInformation().isEmpty())
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    "A-B",
                    Place.text(
                            text,
                            taken.getRelatedInformation().get(0).getLocation().getRange()));
        }
    }

    @Test
    void rolesOfTheOrganisationAreOffered() {
        try (EditorFixture editor = new EditorFixture(EditorFixture.portsWithRoles("Duty Officer"))) {
            editor.initialize();
            String text = "grant A-B lets role \"\"";
            editor.open(text);
            List<CompletionItem> offers = EditorFixture.get(editor.server()
                            .getTextDocumentService()
                            .completion(new CompletionParams(editor.document(), new Position(0, 21))))
                    .getLeft();
            assertEquals(
                    List.of("Duty Officer"),
                    offers.stream().map(CompletionItem::getLabel).toList());
            assertEquals("a role of the organisation", offers.get(0).getDetail());
        }
    }

    @Test
    void declarationsOfAllOpenDocumentsAreFoundByName() {
        try (EditorFixture editor = EditorFixture.started()) {
            editor.open("scope LDN-D1 means order.id is \"x\".\nscope NYC-D1 means order.id is \"y\".");
            assertEquals(
                    List.of("LDN-D1"),
                    EditorFixture.get(editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("ldn")))
                            .getRight()
                            .stream()
                            .map(symbol -> symbol.getName())
                            .toList());
        }
    }

    private static String refusal(EditorFixture editor, String command, Object... arguments) {
        ExecuteCommandParams params = new ExecuteCommandParams(command, List.of(arguments));
        ResponseErrorException refused = assertThrows(
                ResponseErrorException.class,
                () -> EditorFixture.get(editor.server().getWorkspaceService().executeCommand(params)));
        return refused.getResponseError().getMessage();
    }

    private static String message(String json) {
        return "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json;
    }

    /** What the server writes to an editor that says this, is answered, and ends its stream. */
    private static String answers(String said) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        serve(said + message("{\"jsonrpc\":\"2.0\",\"id\":98,\"method\":\"shutdown\"}"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int status(String said) {
        return serve(said, new ByteArrayOutputStream());
    }

    private static int serve(String said, ByteArrayOutputStream out) {
        return LanguageServerSession.serve(
                EditorFixture.ports(), new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)), out);
    }
}
