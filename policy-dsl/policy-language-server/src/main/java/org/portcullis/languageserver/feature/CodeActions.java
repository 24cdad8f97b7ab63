package org.portcullis.languageserver.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.Places;
import org.portcullis.languageserver.feature.ShownDiagnostics.Said;

/** Offers the fixes of diagnostics: one by one at their places, and all that need no choice at once. */
public final class CodeActions {
    /** The kind of the action that applies every fix that needs no choice. */
    public static final String FIX_ALL = CodeActionKind.SourceFixAll + ".portcullis";

    private final ShownDiagnostics shown;

    /** Offers fixes of diagnostics that are shown this way. */
    public CodeActions(ShownDiagnostics shown) {
        this.shown = shown;
    }

    /** The actions for a selection. */
    public List<CodeAction> of(Analysis analysis, List<Analysis> readers, Range range, CodeActionContext context) {
        List<CodeAction> actions = new ArrayList<>();
        List<Said> said = ShownDiagnostics.said(analysis, readers);
        if (isWanted(context, CodeActionKind.QuickFix)) {
            said.stream()
                    .filter(one -> touches(one.diagnostic().span(), Places.span(one.source(), range)))
                    .forEach(one -> one.diagnostic().fixes().forEach(fix -> actions.add(of(analysis, one, fix))));
        }
        List<TextEdit> safe = safe(said);
        if (isWanted(context, FIX_ALL) && !safe.isEmpty()) {
            CodeAction all = new CodeAction("Fix every mistake that has one cure");
            all.setKind(FIX_ALL);
            all.setEdit(new WorkspaceEdit(Map.of(analysis.uri(), safe)));
            actions.add(all);
        }
        return actions;
    }

    private CodeAction of(Analysis analysis, Said said, Fix fix) {
        CodeAction action = new CodeAction(fix.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(shown.of(said)));
        action.setIsPreferred(said.diagnostic().fixes().size() == 1);
        action.setEdit(new WorkspaceEdit(Map.of(analysis.uri(), List.of(edit(said, fix)))));
        return action;
    }

    /** The fixes that need no choice and do not touch one another. */
    private static List<TextEdit> safe(List<Said> said) {
        List<Fix> safe = new ArrayList<>();
        List<TextEdit> edits = new ArrayList<>();
        for (Said one : said) {
            if (one.diagnostic().fixes().size() == 1) {
                Fix fix = one.diagnostic().fixes().get(0);
                if (safe.stream().noneMatch(other -> touches(other.where(), fix.where()))) {
                    safe.add(fix);
                    edits.add(edit(one, fix));
                }
            }
        }
        return edits;
    }

    private static TextEdit edit(Said said, Fix fix) {
        return new TextEdit(Places.range(said.source(), fix.where()), fix.replacement());
    }

    private static boolean touches(Span one, Span other) {
        return one.start() <= other.end() && other.start() <= one.end();
    }

    /** An editor may ask for some kinds alone; a kind includes those below it. */
    private static boolean isWanted(CodeActionContext context, String kind) {
        List<String> only = context.getOnly();
        return only == null
                || only.isEmpty()
                || only.stream().anyMatch(wanted -> kind.equals(wanted) || kind.startsWith(wanted + "."));
    }

    /** Keeps the protocol's choice between commands and actions out of the rest. */
    public List<Either<org.eclipse.lsp4j.Command, CodeAction>> either(List<CodeAction> actions) {
        List<Either<org.eclipse.lsp4j.Command, CodeAction>> answers = new ArrayList<>();
        actions.forEach(action -> answers.add(Either.forRight(action)));
        return answers;
    }
}
