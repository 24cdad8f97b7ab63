package org.portcullis.languageserver.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.IdUse;
import org.portcullis.languageserver.document.Places;

/** Follows ids of scopes and controls: where they are declared, where they are used, and what follows when one is renamed. */
public final class Symbols {
    private static final String FORM = "[A-Z][A-Z0-9]*(-[A-Z0-9]+)+";

    private Symbols() {}

    /** Where the id at the offset is declared. */
    public static List<Location> definition(Analysis analysis, int offset) {
        return analysis
                .idAt(offset)
                .filter(Symbols::isOurs)
                .flatMap(use -> analysis.declaration(use.word().text()))
                .map(use -> location(analysis, use))
                .stream()
                .toList();
    }

    /** Where the id at the offset is used. */
    public static List<Location> references(Analysis analysis, int offset, boolean withDeclaration) {
        return uses(analysis, offset).stream()
                .filter(use -> withDeclaration || use.role() != IdUse.Role.DECLARED)
                .map(use -> location(analysis, use))
                .toList();
    }

    /** The places of the id at the offset, to be marked. */
    public static List<DocumentHighlight> highlights(Analysis analysis, int offset) {
        return uses(analysis, offset).stream()
                .map(use -> new DocumentHighlight(
                        Places.range(analysis.source(), use.word().span()),
                        use.role() == IdUse.Role.DECLARED ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))
                .toList();
    }

    /** What would be renamed at the offset; empty if nothing can be. */
    public static Optional<PrepareRenameResult> renamed(Analysis analysis, int offset) {
        return renameable(analysis, offset)
                .map(use -> new PrepareRenameResult(
                        Places.range(analysis.source(), use.word().span()),
                        use.word().text()));
    }

    /**
     * The edits that give the scope or control at the offset another id.
     *
     * @throws ResponseErrorException if there is nothing to rename, or the id is ill-formed or taken
     */
    public static WorkspaceEdit rename(Analysis analysis, int offset, String id) {
        IdUse use = renameable(analysis, offset)
                .orElseThrow(() -> refused("only scopes and controls that this file declares can be renamed"));
        if (!id.matches(FORM)) {
            throw refused(UserText.quoted(id)
                    + " is no id: write capital letters with at least one dash, as in `LDN-WAVE-NOTIONAL`");
        }
        for (ReasonCode reason : ReasonCode.values()) {
            if (reason.code().equals(id)) {
                throw refused(UserText.quoted(id) + " is a reason that decisions give, and no declaration may take it");
            }
        }
        if (!id.equals(use.word().text()) && analysis.declaration(id).isPresent()) {
            throw refused("another declaration of this file has the id " + UserText.quoted(id));
        }
        List<TextEdit> edits = uses(analysis, offset).stream()
                .map(place -> new TextEdit(
                        Places.range(analysis.source(), place.word().span()), id))
                .toList();
        return new WorkspaceEdit(Map.of(analysis.uri(), edits));
    }

    private static Optional<IdUse> renameable(Analysis analysis, int offset) {
        return analysis.idAt(offset)
                .filter(Symbols::isOurs)
                .filter(use -> analysis.declaration(use.word().text()).isPresent());
    }

    private static List<IdUse> uses(Analysis analysis, int offset) {
        return analysis.idAt(offset)
                .filter(Symbols::isOurs)
                .map(at -> analysis.ids().stream()
                        .filter(use -> use.names(at.word().text()))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isOurs(IdUse use) {
        return use.names(use.word().text());
    }

    private static Location location(Analysis analysis, IdUse use) {
        return new Location(
                analysis.uri(), Places.range(analysis.source(), use.word().span()));
    }

    private static ResponseErrorException refused(String why) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, why, null));
    }
}
