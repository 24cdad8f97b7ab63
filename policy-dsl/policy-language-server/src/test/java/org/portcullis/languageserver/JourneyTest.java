package org.portcullis.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journey of a person who edits the policy of the Delta One desk. */
class JourneyTest {
    static final String POLICY = resource();
    private static final String TYPO = POLICY.replace(
            "block    the whole basket if basket.notional", "block    the whole basket if basket.notionl");

    private final EditorFixture editor = EditorFixture.started();

    @BeforeEach
    void open() {
        assertEquals(List.of(), errors(editor.open(POLICY)));
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void misspeltAttributeIsMarkedWhereItStands() {
        List<Diagnostic> found = errors(editor.change(TYPO));
        assertEquals(1, found.size(), found::toString);
        Diagnostic mistake = found.get(0);
        assertEquals("basket.notionl", Place.text(TYPO, mistake.getRange()));
        assertEquals("P0301", mistake.getCode().getLeft());
        assertEquals("portcullis-explain:P0301", mistake.getCodeDescription().getHref());
        assertEquals("portcullis", mistake.getSource());
        assertEquals(
                "there is no attribute `basket.notionl`\nhelp: did you mean `basket.notional`?",
                mistake.getMessage().getLeft());
    }

    @Test
    void quickFixMakesThePolicyCompileAgain() {
        Diagnostic mistake = errors(editor.change(TYPO)).get(0);
        CodeAction fix = actions(mistake.getRange(), "quickfix").get(0);
        assertEquals("write `basket.notional`", fix.getTitle());
        assertEquals(true, fix.getIsPreferred());
        assertEquals(List.of(mistake), fix.getDiagnostics());

        String fixed = Place.applied(TYPO, edits(fix));
        assertEquals(POLICY, fixed);
        assertEquals(List.of(), errors(editor.change(fixed)));
    }

    @Test
    void everyMistakeWithOneCureIsFixedAtOnce() {
        String typed = TYPO.replace("order.flow is \"DSA\", when", "order.flow = “DSA”, when");
        editor.change(typed);
        for (int round = 0; round < 3; round++) {
            List<CodeAction> all = actions(Place.range(editor.text(), "policy "), "source.fixAll");
            if (!all.isEmpty()) {
                editor.change(Place.applied(editor.text(), edits(all.get(0))));
            }
        }
        assertEquals(POLICY, editor.text());
    }

    @Test
    void provisionsOfTheCorpusAreOfferedWithTheirTitles() {
        String typed =
                POLICY.replace("cites    FCA-MAR \"7A.3.2R(2)\", FCA-MAR \"7A.3.2R(3)\", PRA-ALGO", "cites FCA-MAR ");
        List<CompletionItem> offers = complete(typed, "cites FCA-MAR |");
        assertEquals(
                List.of("7A.3.2R(2)", "7A.3.2R(3)"),
                offers.stream().map(CompletionItem::getLabel).toList());
        CompletionItem first = offers.get(0);
        assertEquals("Part of FCA-MAR", first.getDetail());
        assertTrue(first.getDocumentation().getRight().getValue().contains("Asks for what 7A.3.2R(2) asks for."));
        assertEquals("\"7A.3.2R(2)\"", first.getTextEdit().getLeft().getNewText());
    }

    @Test
    void unitsAreOfferedAfterANumber() {
        List<String> offers = labels(complete(
                POLICY.replace("order.notional is more than USD 250 million", "order.quantity is more than 250 "),
                "is more than 250 |"));
        assertTrue(offers.containsAll(List.of("million", "shares")), offers::toString);
    }

    @Test
    void attributesAreOfferedWithUnitAndDescription() {
        CompletionItem offer =
                complete(POLICY.replace("the order if order.notional", "the order if order.no"), "if order.no|")
                        .stream()
                        .filter(item -> item.getLabel().equals("order.notional"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("money, of each order", offer.getDetail());
        assertEquals("order.notional", offer.getTextEdit().getLeft().getNewText());
        assertEquals(
                "order.no",
                Place.text(editor.text(), offer.getTextEdit().getLeft().getRange()));
    }

    @Test
    void rolesOfTheFileAreOfferedInsideTheQuotationMarks() {
        List<String> offers =
                labels(complete(POLICY.replace("role \"Delta 1 Trader\"", "role \"De\""), "role \"De|\""));
        assertEquals(
                List.of("Deputy Desk Head", "Desk Head", "Head of Equities", "Risk Duty Manager", "Trading Risk"),
                offers);
    }

    @Test
    void scopesAreOfferedAfterScope() {
        assertEquals(
                List.of("LDN-D1"),
                labels(complete(
                        POLICY.replace("baskets in scope LDN-D1, when released\n  up", "baskets in scope \n  up"),
                        "baskets in scope |\n")));
    }

    @Test
    void controlsAndReasonsAreOfferedToATest() {
        List<String> offers =
                labels(complete(POLICY.replace("block by D1-ADV-HARD.", "block by ."), "expect block by |."));
        assertTrue(offers.containsAll(List.of("D1-ADV-HARD", "NOT-GRANTED")), offers::toString);
        assertTrue(offers.stream().noneMatch("LDN-D1"::equals));
    }

    @Test
    void policysOwnCurrencyIsOfferedFirst() {
        List<CompletionItem> offers =
                complete(POLICY.replace("more than USD 4 billion\n  say", "more than \n  say"), "is more than |\n");
        CompletionItem first = offers.stream()
                .filter(item -> item.getLabel().equals("USD"))
                .findFirst()
                .orElseThrow();
        assertEquals("1usd", first.getSortText());
        assertTrue(labels(offers).contains("EUR"));
    }

    @Test
    void placeholdersAreOfferedInAMessage() {
        List<CompletionItem> offers =
                complete(POLICY.replace("Nobody can override it.", "Nobody {ord"), "Nobody {ord|");
        assertTrue(labels(offers).containsAll(List.of("limit", "order.notional")));
        assertEquals(
                "ord",
                Place.text(editor.text(), offers.get(0).getTextEdit().getLeft().getRange()));
    }

    @Test
    void clausesAreOfferedInTheirPlace() {
        List<String> offers = labels(complete(POLICY + "\nhard limit A-B ", "hard limit A-B |"));
        assertEquals(List.of("applies", "cites", "owner", "review"), offers);
    }

    @Test
    void hoverOnAnAttributeTellsItsUnit() {
        String text = hover("the whole basket if basket.no|tional is");
        assertTrue(text.startsWith("**basket.notional** — money, of the basket"), text);
        assertTrue(text.contains("the sum of the lines' notionals"), text);
    }

    @Test
    void hoverOnAProvisionTellsWhatItAsksForAndHowSure() {
        String text = hover("cites    UK-RTS6 \"15|(5)\"");
        assertTrue(text.contains("Asks for what 15(5) asks for."), text);
        assertTrue(text.contains("read from the regulator"), text);
    }

    @Test
    void hoverOnACorpusTellsItsTitle() {
        assertEquals("**UK-RTS6** — the rule book UK-RTS6", hover("cites    UK-|RTS6 \"15(5)\""));
    }

    @Test
    void hoverOnAControlTellsItsSentence() {
        String text = hover("expect block by LDN-WAVE-NOT|IONAL, hold");
        assertTrue(text.startsWith("**LDN-WAVE-NOTIONAL** — hard limit"), text);
        assertTrue(text.contains("block the whole basket if basket.notional is more than USD 4 billion"), text);
        assertTrue(text.contains("today: basket.notional is more than USD 4 billion"), text);
        assertTrue(text.contains("2 tests expect something of it"), text);
    }

    @Test
    void hoverOnARecalibratedControlTellsTheThresholdOfToday() {
        String text = hover("in-flight control D1-PRICE|-ON-ARRIVAL");
        assertTrue(
                text.contains("today: change in market.price since order.arrival is more than 15%, recalibrated from 5%"
                        + " until 2022-05-10"),
                text);
    }

    @Test
    void lensOfAControlInFlightRunsItsTest() {
        assertEquals(Map.of("passed", 1.0, "failed", 0.0), run(lens("D1-PRICE-ON-ARRIVAL")));
    }

    @Test
    void hoverOnAWordTellsWhatItMeans() {
        assertTrue(hover("al|ert flood D1-ALERT-FLOOD").startsWith("**alert flood** — Blocks or holds"));
        assertTrue(hover("re|typing basket.notional").startsWith("**retyping** — "));
    }

    @Test
    void definitionOfAScopeIsItsDeclaration() {
        List<? extends Location> found = EditorFixture.get(editor.server()
                        .getTextDocumentService()
                        .definition(new DefinitionParams(
                                editor.document(), Place.at(POLICY, "baskets in scope LDN|-D1, when released\n  up"))))
                .getLeft();
        assertEquals(1, found.size());
        assertEquals(
                Place.at(POLICY, "scope |LDN-D1 means"), found.get(0).getRange().getStart());
    }

    @Test
    void usagesOfAControlAreFoundWithoutItsDeclaration() {
        List<? extends Location> found = EditorFixture.get(editor.server()
                .getTextDocumentService()
                .references(new ReferenceParams(
                        editor.document(), Place.at(POLICY, "hard limit D1-ADV|-HARD"), new ReferenceContext(false))));
        assertEquals(2, found.size());
    }

    @Test
    void renamingAScopeChangesEveryPlaceOfIt() {
        RenameParams rename = new RenameParams(editor.document(), Place.at(POLICY, "scope LDN|-D1 means"), "LONDON-D1");
        List<TextEdit> edits =
                edits(EditorFixture.get(editor.server().getTextDocumentService().rename(rename)));
        String renamed = Place.applied(POLICY, edits);
        assertEquals(POLICY.replaceAll("\\bLDN-D1\\b", "LONDON-D1"), renamed);
        assertEquals(List.of(), errors(editor.change(renamed)));
    }

    @Test
    void whatWouldBeRenamedIsTheWholeId() {
        assertEquals(
                "LDN-D1",
                EditorFixture.get(editor.server()
                                .getTextDocumentService()
                                .prepareRename(new PrepareRenameParams(
                                        editor.document(), Place.at(POLICY, "scope LDN|-D1 means"))))
                        .getSecond()
                        .getPlaceholder());
    }

    @Test
    void illFormedOrTakenIdsAreRefused() {
        assertEquals(
                "`london` is no id: write capital letters with at least one dash, as in `LDN-WAVE-NOTIONAL`",
                refusal("scope LDN|-D1 means", "london"));
        assertEquals("another declaration has the id `D1-TRADERS`", refusal("scope LDN|-D1 means", "D1-TRADERS"));
        assertEquals(
                "`NOT-GRANTED` is a reason that decisions give, and no declaration may take it",
                refusal("scope LDN|-D1 means", "NOT-GRANTED"));
        assertEquals(
                "only scopes and controls that the policy declares can be renamed",
                refusal("cites    UK-RT|S6 \"15(5)\"", "UK-RTS7"));
    }

    @Test
    void outlineNamesEveryDeclaration() {
        List<DocumentSymbol> symbols = outline();
        assertEquals("Delta One order entry, London, repaired", symbols.get(0).getName());
        assertEquals("LDN-D1", symbols.get(1).getName());
        assertEquals("scope", symbols.get(1).getDetail());
        assertEquals(POLICY.split("\n(?=[a-z])", -1).length - 1, symbols.size());
    }

    @Test
    void outlineStaysWhileASentenceIsHalfTyped() {
        int before = outline().size();
        editor.change(POLICY.replace("scope LDN-D1 means order.desk is \"Delta 1\" and", "scope LDN-D1 means order."));
        assertEquals(before, outline().size());
    }

    @Test
    void sentencesAndCommentsFold() {
        List<FoldingRange> folds = EditorFixture.get(editor.server()
                .getTextDocumentService()
                .foldingRange(new FoldingRangeRequestParams(editor.document())));
        assertTrue(folds.stream()
                .anyMatch(fold ->
                        fold.getKind().equals("comment") && fold.getStartLine() == 0 && fold.getEndLine() == 1));
        int control = Place.at(POLICY, "|hard limit LDN-WAVE-NOTIONAL").getLine();
        assertTrue(folds.stream().anyMatch(fold -> fold.getStartLine() == control && fold.getEndLine() == control + 5));
    }

    @Test
    void everyWordThatHasAMeaningHasAColour() {
        List<Integer> encoded = EditorFixture.get(editor.server()
                        .getTextDocumentService()
                        .semanticTokensFull(new SemanticTokensParams(editor.document())))
                .getData();
        assertEquals(0, encoded.size() % 5);
        List<String> keywords = SemanticTokens.texts(POLICY, encoded, "keyword");
        assertEquals(List.of("policy", "language", "version", "owner", "review", "every"), keywords.subList(0, 6));
        assertTrue(SemanticTokens.texts(POLICY, encoded, "type").stream().allMatch("LDN-D1"::equals));
        assertTrue(SemanticTokens.texts(POLICY, encoded, "class").contains("D1-ALERT-FLOOD"));
        assertTrue(SemanticTokens.texts(POLICY, encoded, "namespace").contains("PRA-ALGO"));
        assertTrue(SemanticTokens.texts(POLICY, encoded, "property").contains("market.adv"));
    }

    @Test
    void lensRunsTheTestsOfItsControlAndShowsTheResult() {
        CodeLens lens = lens("LDN-WAVE-NOTIONAL");
        assertEquals("evaluate 2 tests", lens.getCommand().getTitle());

        assertEquals(Map.of("passed", 2.0, "failed", 0.0), run(lens));
        assertEquals("2 passed", lens("LDN-WAVE-NOTIONAL").getCommand().getTitle());
        assertEquals(1, editor.refreshes());
    }

    @Test
    void raisedThresholdFailsItsTestInPlace() {
        run(lens("LDN-WAVE-NOTIONAL"));
        editor.diagnostics();
        String raised = POLICY.replace(
                "the whole basket if basket.notional is more than USD 4 billion",
                "the whole basket if basket.notional is more than USD 500 billion");
        editor.change(raised);
        assertEquals("evaluate 2 tests", lens("LDN-WAVE-NOTIONAL").getCommand().getTitle());

        editor.save();
        Diagnostic failure = errors(editor.diagnostics()).get(0);
        assertEquals("portcullis test", failure.getSource());
        assertEquals("\"444 billion instead of 58 million\"", Place.text(raised, failure.getRange()));
        assertTrue(failure.getMessage().getLeft().startsWith("the test fails: expected block by LDN-WAVE-NOTIONAL"));
        assertEquals(
                "1 passed, 1 failed", lens("LDN-WAVE-NOTIONAL").getCommand().getTitle());
        assertTrue(hover("test \"444 bil|lion instead of 58 million\"").contains("failed"));

        assertEquals(List.of(), errors(editor.change(POLICY)));
    }

    @Test
    void lensOfATestRunsThatTest() {
        CodeLens lens = lens("\"the basket the trader meant\"");
        assertEquals("evaluate", lens.getCommand().getTitle());
        assertEquals(Map.of("passed", 1.0, "failed", 0.0), run(lens));
        assertEquals(
                "1 passed", lens("\"the basket the trader meant\"").getCommand().getTitle());
    }

    @Test
    void formattingPutsTheWordsInTheirPlaces() {
        String untidy = POLICY.replace("scope LDN-D1 means order.desk is", "scope   LDN-D1\n means order.desk    is");
        editor.change(untidy);
        List<? extends TextEdit> edits = format();
        assertEquals(1, edits.size());
        assertEquals(POLICY, Place.applied(untidy, List.copyOf(edits)));
        assertEquals(
                Place.at(untidy, "|scope   LDN-D1").getLine(),
                edits.get(0).getRange().getStart().getLine());
    }

    @Test
    void formattedPolicyStaysAsItIs() {
        assertEquals(List.of(), format());
    }

    @Test
    void policyThatCannotBeReadIsNotFormatted() {
        editor.change(POLICY.replace("scope LDN-D1 means", "scope   LDN-D1 maens"));
        assertEquals(List.of(), format());
    }

    @Test
    void policyWithErrorsHasNoLenses() {
        editor.change(TYPO);
        assertEquals(List.of(), lenses());
    }

    private List<CodeAction> actions(Range range, String kind) {
        CodeActionContext context = new CodeActionContext(List.of(), List.of(kind));
        return EditorFixture.get(editor.server()
                        .getTextDocumentService()
                        .codeAction(new CodeActionParams(editor.document(), range, context)))
                .stream()
                .map(Either::getRight)
                .toList();
    }

    private static List<TextEdit> edits(CodeAction action) {
        return edits(action.getEdit());
    }

    /** The edits of the one document, which are all that there are. */
    private static List<TextEdit> edits(WorkspaceEdit edit) {
        assertEquals(Set.of(EditorFixture.URI), edit.getChanges().keySet());
        return Objects.requireNonNull(edit.getChanges().get(EditorFixture.URI));
    }

    private List<CompletionItem> complete(String text, String marked) {
        editor.send(text);
        return EditorFixture.get(editor.server()
                        .getTextDocumentService()
                        .completion(new CompletionParams(editor.document(), Place.at(text, marked))))
                .getLeft();
    }

    private static List<String> labels(List<CompletionItem> items) {
        return items.stream().map(CompletionItem::getLabel).toList();
    }

    private String hover(String marked) {
        return EditorFixture.get(editor.server()
                        .getTextDocumentService()
                        .hover(new HoverParams(editor.document(), Place.at(editor.text(), marked))))
                .getContents()
                .getRight()
                .getValue();
    }

    private String refusal(String marked, String id) {
        RenameParams rename = new RenameParams(editor.document(), Place.at(POLICY, marked), id);
        ResponseErrorException refused = assertThrows(
                ResponseErrorException.class,
                () -> EditorFixture.get(editor.server().getTextDocumentService().rename(rename)));
        return refused.getResponseError().getMessage();
    }

    private List<? extends TextEdit> format() {
        return EditorFixture.get(editor.server()
                .getTextDocumentService()
                .formatting(new DocumentFormattingParams(editor.document(), new FormattingOptions(2, true))));
    }

    private List<DocumentSymbol> outline() {
        return EditorFixture.get(editor.server()
                        .getTextDocumentService()
                        .documentSymbol(new DocumentSymbolParams(editor.document())))
                .stream()
                .map(Either::getRight)
                .toList();
    }

    private List<? extends CodeLens> lenses() {
        return EditorFixture.get(
                editor.server().getTextDocumentService().codeLens(new CodeLensParams(editor.document())));
    }

    private CodeLens lens(String name) {
        for (CodeLens lens : lenses()) {
            if (Place.text(editor.text(), lens.getRange()).equals(name)) {
                return lens;
            }
        }
        throw new AssertionError("no lens at " + name);
    }

    private Object run(CodeLens lens) {
        return EditorFixture.get(editor.server()
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams(
                        lens.getCommand().getCommand(), lens.getCommand().getArguments())));
    }

    private static List<Diagnostic> errors(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getSeverity() == DiagnosticSeverity.Error)
                .toList();
    }

    private static String resource() {
        try (InputStream in = JourneyTest.class.getResourceAsStream("/delta1.policy")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
