package org.portcullis.languageserver.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;
import org.portcullis.compiler.words.WordKind;

/**
 * One place where an id is written, and what it names there.
 *
 * @param sentence the sentence that it stands in
 */
public record IdUse(Word word, Role role, SentenceWords sentence) {

    /** Says what an id names at a place. */
    public enum Role {
        /** A scope or control that the sentence declares. */
        DECLARED,
        /** A scope or control that is declared elsewhere. */
        MEANT,
        /** A corpus of provisions. */
        CORPUS,
        /** A calendar or rate source of the header. */
        HEADER
    }

    /** Every id of a sentence; it need not be readable. */
    static Stream<IdUse> in(SentenceWords sentence) {
        List<IdUse> uses = new ArrayList<>();
        boolean cites = false;
        for (Word word : sentence.words()) {
            cites = word.is("cites") || (cites && goesOnCiting(word));
            boolean capitalsCited = cites && word.kind() == WordKind.CAPITALS;
            if (word.kind() == WordKind.ID || capitalsCited) {
                uses.add(new IdUse(word, role(word, sentence, cites), sentence));
            }
        }
        return uses.stream();
    }

    /** Whether this is a place of the scope or control with that id. */
    public boolean names(String id) {
        return word.is(id) && (role == Role.DECLARED || role == Role.MEANT);
    }

    private static boolean goesOnCiting(Word word) {
        return switch (word.kind()) {
            case ID, CAPITALS, TEXT, UNCLOSED_TEXT -> true;
            case PUNCTUATION -> word.is(",");
            case KEYWORD, ATTRIBUTE, NUMBER, DATE, REGION, UNKNOWN_WORD, UNKNOWN_SIGN, COMMENT -> false;
        };
    }

    private static Role role(Word word, SentenceWords sentence, boolean cites) {
        if (sentence.id().filter(word::equals).isPresent()) {
            return Role.DECLARED;
        }
        if (cites) {
            return Role.CORPUS;
        }
        return sentence.kind().equals("policy") ? Role.HEADER : Role.MEANT;
    }
}
