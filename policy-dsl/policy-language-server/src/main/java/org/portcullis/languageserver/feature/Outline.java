package org.portcullis.languageserver.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;
import org.portcullis.compiler.words.WordKind;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.Places;

/** Shows a policy as a list of its sentences, and folds them. */
public final class Outline {
    private Outline() {}

    /** One entry for each sentence that has a kind. */
    public static List<DocumentSymbol> symbols(Analysis analysis) {
        return analysis.sentences().stream()
                .filter(sentence -> !sentence.kind().isEmpty())
                .map(sentence -> symbol(analysis, sentence))
                .toList();
    }

    /** The sentences whose name contains the query, in whatever case. */
    public static List<WorkspaceSymbol> find(Analysis analysis, String query) {
        String wanted = query.toLowerCase(Locale.ROOT);
        return symbols(analysis).stream()
                .filter(symbol -> symbol.getName().toLowerCase(Locale.ROOT).contains(wanted))
                .map(symbol -> new WorkspaceSymbol(
                        symbol.getName(),
                        symbol.getKind(),
                        Either.forLeft(new Location(analysis.uri(), symbol.getSelectionRange())),
                        symbol.getDetail()))
                .toList();
    }

    /** Sentences and comments that take several lines. */
    public static List<FoldingRange> folds(Analysis analysis) {
        List<FoldingRange> folds = new ArrayList<>();
        for (SentenceWords sentence : analysis.sentences()) {
            add(
                    analysis.source().line(sentence.span().start()),
                    analysis.source().line(sentence.span().end()),
                    FoldingRangeKind.Region,
                    folds);
        }
        int first = 0;
        int last = 0;
        for (Word word : analysis.words()) {
            int line = analysis.source().line(word.span().start());
            boolean goesOn = word.kind() == WordKind.COMMENT && first > 0 && line == last + 1;
            if (word.kind() != WordKind.COMMENT || !goesOn) {
                add(first, last, FoldingRangeKind.Comment, folds);
                first = word.kind() == WordKind.COMMENT ? line : 0;
                last = first;
            } else {
                last = line;
            }
        }
        add(first, last, FoldingRangeKind.Comment, folds);
        return folds;
    }

    private static void add(int first, int last, String kind, List<FoldingRange> folds) {
        if (last > first && first > 0) {
            FoldingRange fold = new FoldingRange(first - 1, last - 1);
            fold.setKind(kind);
            folds.add(fold);
        }
    }

    private static DocumentSymbol symbol(Analysis analysis, SentenceWords sentence) {
        Word shown = sentence.name().orElse(sentence.words().get(0));
        boolean named = sentence.name().isPresent() && !shown.unquoted().isBlank();
        return new DocumentSymbol(
                named ? shown.unquoted() : sentence.kind(),
                kind(sentence),
                Places.range(analysis.source(), sentence.span()),
                Places.range(analysis.source(), shown.span()),
                named ? sentence.kind() : "");
    }

    private static SymbolKind kind(SentenceWords sentence) {
        return switch (sentence.kind()) {
            case "policy" -> SymbolKind.File;
            case "scope" -> SymbolKind.Namespace;
            case "test" -> SymbolKind.Method;
            default -> sentence.id().isPresent() ? SymbolKind.Class : SymbolKind.Object;
        };
    }
}
