package org.portcullis.languageserver.document;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.PolicyWords;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.words.SentenceWords;

/**
 * One file of a policy, open or not: the policy itself or a part that it imports.
 *
 * @param source begins at offset 0
 * @param sentences every sentence, readable or not
 * @param ids every id, with what it is used for
 */
public record PolicyFile(String uri, SourceText source, List<SentenceWords> sentences, List<IdUse> ids) {
    public PolicyFile {
        sentences = List.copyOf(sentences);
        ids = List.copyOf(ids);
    }

    static PolicyFile of(String uri, SourceText source) {
        SourceText own = source.base() == 0 ? source : new SourceText(source.name(), source.text());
        List<SentenceWords> sentences = PolicyWords.sentences(own);
        return new PolicyFile(
                uri, own, sentences, sentences.stream().flatMap(IdUse::in).toList());
    }

    /** Whether the file is a part, which only means something where it is imported. */
    public boolean isPart() {
        return !sentences.isEmpty() && sentences.get(0).kind().equals("part");
    }

    /** Where an id is declared. */
    public Optional<IdUse> declaration(String id) {
        return ids.stream()
                .filter(use -> use.role() == IdUse.Role.DECLARED && use.word().is(id))
                .findFirst();
    }
}
