package org.portcullis.languageserver.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.words.Word;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.IdUse;
import org.portcullis.languageserver.document.Places;

/** Says what each word is, so that an editor can colour it. */
public final class SemanticWords {
    private static final int DECLARATION = 1;
    private static final List<Type> TYPES = List.of(Type.values());

    private SemanticWords() {}

    /** The types and modifiers in the order in which tokens number them. */
    public static SemanticTokensLegend legend() {
        return new SemanticTokensLegend(
                TYPES.stream().map(type -> type.name).toList(), List.of(SemanticTokenModifiers.Declaration));
    }

    /** All tokens of a document, five numbers each, as the protocol encodes them. */
    public static SemanticTokens of(Analysis analysis) {
        Map<Span, IdUse> ids = new HashMap<>();
        analysis.ids().forEach(use -> ids.put(use.word().span(), use));
        Set<String> scopes = scopes(analysis);
        List<Integer> encoded = new ArrayList<>();
        Position last = new Position(0, 0);
        for (Word word : analysis.words()) {
            Optional<IdUse> id = Optional.ofNullable(ids.get(word.span()));
            Optional<Type> type = type(word, id.map(use -> type(use, scopes)));
            if (type.isEmpty()) {
                continue;
            }
            Position at = Places.position(analysis.source(), word.span().start());
            int lines = at.getLine() - last.getLine();
            encoded.add(lines);
            encoded.add(lines == 0 ? at.getCharacter() - last.getCharacter() : at.getCharacter());
            encoded.add(word.span().length());
            encoded.add(TYPES.indexOf(type.get()));
            encoded.add(id.filter(use -> use.role() == IdUse.Role.DECLARED).isPresent() ? DECLARATION : 0);
            last = at;
        }
        return new SemanticTokens(encoded);
    }

    private static Set<String> scopes(Analysis analysis) {
        return analysis.sentences().stream()
                .filter(sentence -> sentence.kind().equals("scope"))
                .flatMap(sentence -> sentence.id().stream())
                .map(Word::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Type> type(Word word, Optional<Type> id) {
        return switch (word.kind()) {
            case KEYWORD -> Optional.of(Type.KEYWORD);
            case ID -> id;
            case CAPITALS -> Optional.of(id.orElse(Type.CURRENCY));
            case ATTRIBUTE -> Optional.of(Type.ATTRIBUTE);
            case NUMBER, DATE -> Optional.of(Type.NUMBER);
            case TEXT, UNCLOSED_TEXT -> Optional.of(Type.TEXT);
            case REGION -> Optional.of(Type.CURRENCY);
            case COMMENT -> Optional.of(Type.COMMENT);
            case UNKNOWN_WORD, PUNCTUATION, UNKNOWN_SIGN -> Optional.empty();
        };
    }

    private static Type type(IdUse use, Set<String> scopes) {
        return switch (use.role()) {
            case DECLARED, MEANT -> scopes.contains(use.word().text()) ? Type.SCOPE : Type.CONTROL;
            case CORPUS -> Type.CORPUS;
            case HEADER -> Type.CURRENCY;
        };
    }

    private enum Type {
        KEYWORD(SemanticTokenTypes.Keyword),
        CONTROL(SemanticTokenTypes.Class),
        SCOPE(SemanticTokenTypes.Type),
        CORPUS(SemanticTokenTypes.Namespace),
        ATTRIBUTE(SemanticTokenTypes.Property),
        CURRENCY(SemanticTokenTypes.EnumMember),
        NUMBER(SemanticTokenTypes.Number),
        TEXT(SemanticTokenTypes.String),
        COMMENT(SemanticTokenTypes.Comment);

        private final String name;

        Type(String name) {
            this.name = name;
        }
    }
}
