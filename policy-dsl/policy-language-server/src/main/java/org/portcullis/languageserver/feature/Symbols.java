package org.portcullis.languageserver.feature;

import java.util.LinkedHashMap;
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
import org.portcullis.languageserver.document.PolicyFile;

/** Follows ids of scopes and controls: where they are declared, where they are used, and what follows when one is renamed. */
public final class Symbols {
    private static final String FORM = "[A-Z][A-Z0-9]*(-[A-Z0-9]+)+";

    private Symbols() {}

    /** Where the id at the offset is declared. */
    public static List<Location> definition(Analysis analysis, List<PolicyFile> around, int offset) {
        return analysis.idAt(offset).filter(Symbols::isOurs).stream()
                .flatMap(use -> around.stream()
                        .flatMap(file ->
                                file.declaration(use.word().text()).stream().map(declared -> location(file, declared))))
                .toList();
    }

    /** Where the id at the offset is used. */
    public static List<Location> references(
            Analysis analysis, List<PolicyFile> around, int offset, boolean withDeclaration) {
        return around.stream()
                .flatMap(file -> uses(analysis, file, offset).stream()
                        .filter(use -> withDeclaration || use.role() != IdUse.Role.DECLARED)
                        .map(use -> location(file, use)))
                .toList();
    }

    /** The places of the id at the offset, to be marked. */
    public static List<DocumentHighlight> highlights(Analysis analysis, int offset) {
        return uses(analysis, analysis.file(), offset).stream()
                .map(use -> new DocumentHighlight(
                        Places.range(analysis.source(), use.word().span()),
                        use.role() == IdUse.Role.DECLARED ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))
                .toList();
    }

    /** What would be renamed at the offset; empty if nothing can be. */
    public static Optional<PrepareRenameResult> renamed(Analysis analysis, List<PolicyFile> around, int offset) {
        return renameable(analysis, around, offset)
                .map(use -> new PrepareRenameResult(
                        Places.range(analysis.source(), use.word().span()),
                        use.word().text()));
    }

    /**
     * The edits that give the scope or control at the offset another id.
     *
     * @throws ResponseErrorException if there is nothing to rename, or the id is ill-formed or taken
     */
    public static WorkspaceEdit rename(Analysis analysis, List<PolicyFile> around, int offset, String id) {
        IdUse use = renameable(analysis, around, offset)
                .orElseThrow(() -> refused("only scopes and controls that the policy declares can be renamed"));
        if (!id.matches(FORM)) {
            throw refused(UserText.quoted(id)
                    + " is no id: write capital letters with at least one dash, as in `LDN-WAVE-NOTIONAL`");
        }
        for (ReasonCode reason : ReasonCode.values()) {
            if (reason.code().equals(id)) {
                throw refused(UserText.quoted(id) + " is a reason that decisions give, and no declaration may take it");
            }
        }
        boolean taken = around.stream().anyMatch(file -> file.declaration(id).isPresent());
        if (!id.equals(use.word().text()) && taken) {
            throw refused("another declaration has the id " + UserText.quoted(id));
        }
        Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
        for (PolicyFile file : around) {
            List<TextEdit> own = uses(analysis, file, offset).stream()
                    .map(place -> new TextEdit(
                            Places.range(file.source(), place.word().span()), id))
                    .toList();
            if (!own.isEmpty()) {
                edits.put(file.uri(), own);
            }
        }
        return new WorkspaceEdit(edits);
    }

    private static Optional<IdUse> renameable(Analysis analysis, List<PolicyFile> around, int offset) {
        return analysis.idAt(offset)
                .filter(Symbols::isOurs)
                .filter(use -> around.stream()
                        .anyMatch(file -> file.declaration(use.word().text()).isPresent()));
    }

    /** The uses in a file of the id at the offset of the document. */
    private static List<IdUse> uses(Analysis analysis, PolicyFile file, int offset) {
        return analysis.idAt(offset)
                .filter(Symbols::isOurs)
                .map(at -> file.ids().stream()
                        .filter(use -> use.names(at.word().text()))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isOurs(IdUse use) {
        return use.names(use.word().text());
    }

    private static Location location(PolicyFile file, IdUse use) {
        return new Location(file.uri(), Places.range(file.source(), use.word().span()));
    }

    private static ResponseErrorException refused(String why) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, why, null));
    }
}
