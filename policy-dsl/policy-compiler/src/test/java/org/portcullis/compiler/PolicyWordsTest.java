package org.portcullis.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.words.Continuation;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;
import org.portcullis.compiler.words.WordKind;

class PolicyWordsTest {

    @Test
    void wordsKeepTheirCommentsAndPlaces() {
        assertEquals(
                List.of(
                        new Word(WordKind.KEYWORD, "scope", new Span(0, 5)),
                        new Word(WordKind.ID, "A-B", new Span(6, 9)),
                        new Word(WordKind.COMMENT, "-- why", new Span(10, 16))),
                PolicyWords.words(source("scope A-B -- why")));
    }

    @Test
    void typographicQuotationMarksAreReadAsPlainOnes() {
        assertEquals(
                List.of(WordKind.KEYWORD, WordKind.TEXT),
                PolicyWords.words(source("role “Trader”")).stream()
                        .map(Word::kind)
                        .toList());
    }

    @Test
    void sentencesAreFoundThoughTheyAreBroken() {
        List<SentenceWords> sentences =
                PolicyWords.sentences(source("hard limit A-B cites nonsense scope C-D means 4. test \"x\" given"));
        assertEquals(
                List.of("hard limit", "scope", "test"),
                sentences.stream().map(SentenceWords::kind).toList());
        assertEquals(
                List.of("A-B", "C-D", "\"x\""),
                sentences.stream()
                        .map(SentenceWords::name)
                        .flatMap(Optional::stream)
                        .map(Word::text)
                        .toList());
    }

    @Test
    void wordThatIsBeingTypedIsNoPartOfWhatStandsBefore() {
        Continuation at = at("hard limit A-B ci|");
        assertEquals(new Span(15, 17), at.begun());
        assertEquals(List.of("hard", "limit", "A-B"), texts(at.before()));
        assertTrue(at.keywords().containsAll(List.of("cites", "applies", "owner", "review")));
    }

    @Test
    void attributeThatIsHalfTypedEndsNoSentence() {
        Continuation at = at("scope A-B means order.|");
        assertEquals(new Span(16, 22), at.begun());
        assertTrue(at.kinds().contains(WordKind.ATTRIBUTE));
    }

    @Test
    void unitsFollowANumber() {
        assertTrue(at("scope A-B means order.quantity is more than 4 |")
                .keywords()
                .containsAll(List.of("million", "shares", "bps", "seconds")));
    }

    @Test
    void idFollowsScope() {
        assertEquals(
                Set.of(WordKind.ID),
                at("hard limit A-B applies to orders in scope |").kinds());
    }

    @Test
    void declarationsBeginAfterAFullStop() {
        Continuation at = at("scope A-B means order.id is \"x\". |");
        assertEquals(List.of(), at.before());
        assertTrue(at.keywords().containsAll(List.of("hard", "soft", "scope", "test", "policy")));
    }

    @Test
    void insideATextTheTextIsBegun() {
        Continuation at = at("grant A-B lets role \"Tra|");
        assertEquals(Optional.of(WordKind.UNCLOSED_TEXT), at.kind());
        assertEquals("role", at.back(1).orElseThrow().text());
        assertEquals(new Span(21, 24), at.begun());
    }

    @Test
    void insideACommentNothingFollows() {
        Continuation at = at("scope A-B means -- order|");
        assertEquals(Optional.of(WordKind.COMMENT), at.kind());
        assertEquals(List.of(), at.keywords());
    }

    @Test
    void sentenceThatCannotBeReadIsNotUnderstood() {
        assertFalse(at("hard limit A-B nonsense applies |").understood());
    }

    @Test
    void keywordsAreThoseOfTheGrammar() {
        assertTrue(PolicyWords.keywords().containsAll(List.of("in-flight", "re-enabled", "hard", "zone", "a")));
        assertFalse(PolicyWords.keywords().contains("."));
    }

    @Test
    void textThatIsRefusedHasNoWords() {
        assertEquals(List.of(), PolicyWords.words(source("a".repeat(20_000))));
    }

    private static Continuation at(String marked) {
        int offset = marked.indexOf('|');
        return PolicyWords.continuation(source(marked.replace("|", "")), offset);
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    private static SourceText source(String text) {
        return new SourceText("x.policy", text);
    }
}
