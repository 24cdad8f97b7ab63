package org.portcullis.languageserver.document;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.PolicyWords;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;

/**
 * What is known of one version of a document.
 *
 * @param words every word and comment
 * @param sentences every sentence, readable or not
 * @param ids every id, with what it is used for
 */
public record Analysis(
        OpenDocument document,
        SourceText source,
        Compilation compilation,
        List<Word> words,
        List<SentenceWords> sentences,
        List<IdUse> ids) {
    public Analysis {
        words = List.copyOf(words);
        sentences = List.copyOf(sentences);
        ids = List.copyOf(ids);
    }

    /** Compiles a version of a document. */
    static Analysis of(OpenDocument document, CompilerSettings settings) {
        SourceText source = document.source();
        List<SentenceWords> sentences = PolicyWords.sentences(source);
        return new Analysis(
                document,
                source,
                PolicyCompiler.compile(source, settings),
                PolicyWords.words(source),
                sentences,
                sentences.stream().flatMap(IdUse::in).toList());
    }

    /** The document's address. */
    public String uri() {
        return document.uri();
    }

    /** The word or comment at an offset, or the word that ends there. */
    public Optional<Word> wordAt(int offset) {
        return words.stream()
                .filter(word ->
                        word.span().start() <= offset && offset < word.span().end())
                .findFirst()
                .or(() -> words.stream()
                        .filter(word -> word.span().end() == offset)
                        .findFirst());
    }

    /** The sentence around an offset. */
    public Optional<SentenceWords> sentenceAt(int offset) {
        return sentences.stream()
                .filter(sentence -> sentence.span().start() <= offset
                        && offset <= sentence.span().end())
                .findFirst();
    }

    /** The use of an id at an offset. */
    public Optional<IdUse> idAt(int offset) {
        return wordAt(offset)
                .flatMap(word ->
                        ids.stream().filter(id -> id.word().equals(word)).findFirst());
    }

    /** Where an id is declared. */
    public Optional<IdUse> declaration(String id) {
        return ids.stream()
                .filter(use -> use.role() == IdUse.Role.DECLARED && use.word().is(id))
                .findFirst();
    }

    /** The sentence that declares an id. */
    public Optional<SentenceWords> declaring(String id) {
        return sentences.stream()
                .filter(sentence -> sentence.id().filter(word -> word.is(id)).isPresent())
                .findFirst();
    }
}
