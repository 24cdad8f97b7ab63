package org.portcullis.languageserver.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.PolicyWords;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;

/**
 * What is known of one version of a document.
 *
 * @param file its sentences and ids
 * @param imports the parts that it imports, directly or not
 * @param words every word and comment
 * @param reads the keys of all files that the compiler asked for
 */
public record Analysis(
        OpenDocument document,
        Compilation compilation,
        PolicyFile file,
        List<PolicyFile> imports,
        List<Word> words,
        Set<String> reads) {
    private static final String TABLE = ".csv";

    public Analysis {
        imports = List.copyOf(imports);
        words = List.copyOf(words);
        reads = Set.copyOf(reads);
    }

    /** Reads a version of a document that was compiled. */
    static Analysis of(OpenDocument document, Compilation compilation, Set<String> reads) {
        List<PolicyFile> imports = compilation.sources().files().stream()
                .skip(1)
                .filter(source -> !source.name().endsWith(TABLE))
                .map(source -> PolicyFile.of(Addresses.beside(document.uri(), source.name()), source))
                .toList();
        return new Analysis(
                document,
                compilation,
                PolicyFile.of(document.uri(), document.source()),
                imports,
                PolicyWords.words(document.source()),
                reads);
    }

    /** The document's address. */
    public String uri() {
        return document.uri();
    }

    /** The document's text. */
    public SourceText source() {
        return file.source();
    }

    /** Every sentence of the document. */
    public List<SentenceWords> sentences() {
        return file.sentences();
    }

    /** Every id of the document. */
    public List<IdUse> ids() {
        return file.ids();
    }

    /** The address of a file of the compilation. */
    public String uriOf(SourceText of) {
        return of == compilation.source() ? uri() : Addresses.beside(uri(), of.name());
    }

    /** The file of the compilation that another document is, if it is one. */
    public Optional<SourceText> sourceOf(Analysis other) {
        String key = Addresses.key(other.uri());
        return compilation.sources().files().stream()
                .filter(source -> Addresses.key(uriOf(source)).equals(key))
                .findFirst();
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
        return sentences().stream()
                .filter(sentence -> sentence.span().start() <= offset
                        && offset <= sentence.span().end())
                .findFirst();
    }

    /** The use of an id at an offset. */
    public Optional<IdUse> idAt(int offset) {
        return wordAt(offset)
                .flatMap(word ->
                        ids().stream().filter(id -> id.word().equals(word)).findFirst());
    }

    /** Where an id is declared in the document. */
    public Optional<IdUse> declaration(String id) {
        return file.declaration(id);
    }
}
