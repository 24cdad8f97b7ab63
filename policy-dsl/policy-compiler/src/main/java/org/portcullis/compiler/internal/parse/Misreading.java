package org.portcullis.compiler.internal.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.Cure;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.internal.parse.generated.PolicyLexer;
import org.portcullis.model.measure.Measure;

/** Turns the place where a sentence could not be read any further into a diagnostic; mistakes that people are known to make get an answer of their own. */
final class Misreading {
    private final Sentence sentence;
    private final int at;
    private final Token word;
    private final Span span;
    private final SortedSet<Integer> expected;

    private Misreading(Sentence sentence, FirstMistake.Found found) {
        this.sentence = sentence;
        this.word = found.word();
        this.at = word.getTokenIndex();
        this.expected = possible(found.expected(), at == 0 ? Token.EOF : type(at - 1));
        this.span = ended() ? Span.at(Spans.of(sentence.last()).end()) : Spans.of(word);
    }

    /** Explains why the sentence could not be read. */
    static Diagnostic explain(Sentence sentence, FirstMistake.Found found) {
        Misreading misreading = new Misreading(sentence, found);
        return Stream.<Supplier<Optional<Diagnostic>>>of(
                        misreading::unclosedText,
                        misreading::sign,
                        misreading::unknownCharacter,
                        misreading::missingFullStop,
                        misreading::malformedId,
                        misreading::capitals,
                        misreading::missingThe,
                        misreading::habit,
                        misreading::clauseOutOfOrder,
                        misreading::missingClause,
                        misreading::scale,
                        misreading::currency,
                        misreading::attribute,
                        misreading::synonym,
                        misreading::misspelling,
                        misreading::missingQuotationMarks,
                        misreading::missingComma,
                        misreading::missingWord)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(misreading::unexpected);
    }

    private Optional<Diagnostic> unclosedText() {
        return when(
                word.getType() == PolicyLexer.UNCLOSED,
                () -> Diagnostic.of(
                        DiagnosticCode.UNCLOSED_STRING,
                        span,
                        "the quotation mark is not closed on its line",
                        "close the text with `\"`"));
    }

    private Optional<Diagnostic> sign() {
        return Optional.ofNullable(
                        word.getType() == PolicyLexer.SIGN ? Phrasebook.WORDS_FOR_SIGNS.get(word.getText()) : null)
                .map(words -> {
                    String help = "the language has words in place of signs: write `" + words + "`";
                    // Where parentheses have to close, only the author knows.
                    Cure cure = words.startsWith("not") ? Cure.of(help) : Cure.of(help, phrase(words));
                    return Diagnostic.of(DiagnosticCode.SIGN_FOR_WORD, span, expectedFound(), cure);
                });
    }

    /** Writes the words in place of this one; an `is` that stands before it already is not written twice. */
    private Fix phrase(String words) {
        boolean said = at > 0 && type(at - 1) == PolicyLexer.IS;
        if (said && words.startsWith("is ")) {
            return Fix.write(span, words.substring("is ".length()));
        }
        return said && words.equals("is") ? Fix.delete(span, UserText.quoted(word.getText())) : Fix.write(span, words);
    }

    private Optional<Diagnostic> unknownCharacter() {
        return when(word.getType() == PolicyLexer.UNKNOWN, () -> {
            Diagnostic found = Diagnostic.of(
                    DiagnosticCode.UNKNOWN_CHARACTER,
                    span,
                    UserText.quoted(word.getText()) + " means nothing in the language");
            String cure = Phrasebook.CURES_FOR_CHARACTERS.get(word.getText());
            Diagnostic helped = found.withHelp(cure == null ? "leave it out, or put it inside a text" : cure);
            return Optional.ofNullable(Phrasebook.CHARACTERS_FOR_CHARACTERS.get(word.getText()))
                    .map(character -> helped.withFix(Fix.write(span, character)))
                    .orElse(helped);
        });
    }

    /** The sentence could have ended here and another declaration begins. */
    private Optional<Diagnostic> missingFullStop() {
        return when(
                ended() && expected.contains(PolicyLexer.STOP),
                () -> Diagnostic.of(
                        DiagnosticCode.MISSING_FULL_STOP,
                        span,
                        "the `" + sentence.kind() + "` does not end with a full stop",
                        Cure.of("write `.` at its end", Fix.insert(span.start(), "."))));
    }

    private Optional<Diagnostic> malformedId() {
        boolean name = !ended() && Character.isLetter(word.getText().charAt(0)) && word.getType() != PolicyLexer.ID;
        boolean onlyId = expected.contains(PolicyLexer.ID) && !expected.contains(PolicyLexer.CAPS);
        boolean clause = Phrasebook.CLAUSES.containsKey(word.getType());
        return when(
                name && onlyId && !clause,
                () -> Diagnostic.of(
                        DiagnosticCode.MALFORMED_ID, span, UserText.quoted(word.getText()) + " is no id", idCure()));
    }

    private Cure idCure() {
        String help = "write ids in capital letters with at least one dash, as in `LDN-WAVE-NOTIONAL`";
        String id = word.getText().toUpperCase(Locale.ROOT).replace('_', '-');
        boolean formed = id.length() <= Fix.MAX_LENGTH && id.matches("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");
        return formed ? Cure.of(help, Fix.write(span, id)) : Cure.of(help);
    }

    private Optional<Diagnostic> capitals() {
        if (ended()) {
            return Optional.empty();
        }
        String lower = word.getText().toLowerCase(Locale.ROOT);
        boolean keyword = Expectation.keywords(expected).contains(lower);
        return when(
                keyword && !lower.equals(word.getText()),
                () -> Diagnostic.of(
                        DiagnosticCode.UNEXPECTED_WORD,
                        span,
                        "expected `" + lower + "`, found " + UserText.quoted(word.getText()),
                        Cure.of("write the language's words in lower case: `" + lower + "`", Fix.write(span, lower))));
    }

    private Optional<Diagnostic> missingThe() {
        boolean wanted = expected.contains(PolicyLexer.THE) && Phrasebook.NEED_THE.contains(word.getType());
        return when(
                wanted && !expected.contains(word.getType()),
                () -> Diagnostic.of(
                        DiagnosticCode.UNEXPECTED_WORD,
                        span,
                        "expected `the`, found " + UserText.quoted(word.getText()),
                        Cure.of("write `the " + word.getText() + "`", Fix.insert(span.start(), "the "))));
    }

    /** A clause stands where one is expected that comes later in the sentence. */
    private Optional<Diagnostic> clauseOutOfOrder() {
        boolean clause = Phrasebook.CLAUSES.containsKey(word.getType());
        return when(
                clause && !needed().isEmpty() && needed().stream().anyMatch(this::comesLater),
                () -> Diagnostic.of(
                        DiagnosticCode.UNEXPECTED_WORD,
                        span,
                        expectedFound(),
                        "clauses have one order: "
                                + (sentence.first().getType() == PolicyLexer.POLICY
                                        ? Phrasebook.HEADER_ORDER
                                        : Phrasebook.CONTROL_ORDER)));
    }

    /** The sentence ends, or another clause begins, where a clause has to stand. */
    private Optional<Diagnostic> missingClause() {
        boolean atClause = atEnd() || Phrasebook.CLAUSES.containsKey(word.getType());
        return needed().stream()
                .filter(type -> atClause)
                .findFirst()
                .map(clause -> Diagnostic.of(
                        DiagnosticCode.MISSING_CLAUSE,
                        span,
                        "the `" + sentence.kind() + "` has no `" + literal(clause) + "`"
                                + (atEnd() ? "" : " before " + UserText.quoted(word.getText())),
                        "write for example `" + Phrasebook.CLAUSES.get(clause) + "`"));
    }

    /** The clauses of which one has to stand here. */
    private List<Integer> needed() {
        return expected.stream()
                .filter(Phrasebook.CLAUSES::containsKey)
                .filter(type -> !isOptional(type))
                .toList();
    }

    private boolean comesLater(int type) {
        return sentence.words().stream().skip(at).anyMatch(later -> later.getType() == type);
    }

    /** `USD 4bn`. */
    private Optional<Diagnostic> scale() {
        boolean afterNumber = expected.contains(PolicyLexer.MILLION) && word.getType() == PolicyLexer.WORD;
        return when(
                afterNumber,
                () -> Diagnostic.of(
                        DiagnosticCode.UNKNOWN_UNIT,
                        span,
                        "there is no unit " + UserText.quoted(word.getText()),
                        ValueTree.unitCure(word.getText(), span)));
    }

    private Optional<Diagnostic> currency() {
        boolean amount = expected.contains(PolicyLexer.CAPS)
                && word.getType() == PolicyLexer.WORD
                && type(at + 1) == PolicyLexer.NUMBER;
        return when(
                amount,
                () -> Diagnostic.of(
                        DiagnosticCode.UNKNOWN_CURRENCY,
                        span,
                        UserText.quoted(word.getText()) + " is no currency",
                        currencyCure()));
    }

    private Cure currencyCure() {
        String capitals = word.getText().toUpperCase(Locale.ROOT);
        return capitals.length() == 3
                ? Cure.of("write currencies in capital letters: `" + capitals + "`", Fix.write(span, capitals))
                : Cure.of("write the three capital letters of the currency, as in `USD 4 billion`");
    }

    /** `notional` for `order.notional`. */
    private Optional<Diagnostic> attribute() {
        if (!expected.contains(PolicyLexer.PATH) || word.getType() != PolicyLexer.WORD) {
            return Optional.empty();
        }
        List<String> meant = Measure.paths().stream()
                .filter(path -> path.endsWith("." + word.getText()))
                .toList();
        return when(
                !meant.isEmpty(),
                () -> Diagnostic.of(
                        DiagnosticCode.UNKNOWN_MEASURE,
                        span,
                        UserText.quoted(word.getText()) + " is no attribute",
                        new Cure(
                                "did you mean "
                                        + meant.stream().map(UserText::quoted).collect(Collectors.joining(" or "))
                                        + "?",
                                meant.stream()
                                        .map(path -> Fix.write(span, path))
                                        .toList())));
    }

    private Optional<Diagnostic> missingQuotationMarks() {
        boolean name = switch (word.getType()) {
            case PolicyLexer.WORD, PolicyLexer.CAPS, PolicyLexer.ID, PolicyLexer.NUMBER -> true;
            default -> false;
        };
        return when(
                name && expected.contains(PolicyLexer.STRING),
                () -> Diagnostic.of(DiagnosticCode.UNEXPECTED_WORD, span, expectedFound(), quotedCure()));
    }

    private Cure quotedCure() {
        if (word.getType() == PolicyLexer.NUMBER) {
            return Cure.of("write text in quotation marks, as in `UK-RTS6 \"15(1)(b)\"`");
        }
        String cut = cut(word.getText());
        String help = "write text in quotation marks: `\"" + cut + "\"`";
        // Of several words in a row only the author knows which belong to the text.
        boolean alone =
                type(at + 1) != PolicyLexer.WORD && type(at + 1) != PolicyLexer.NUMBER && cut.equals(word.getText());
        return alone ? Cure.of(help, Fix.write(span, "\"" + cut + "\"")) : Cure.of(help);
    }

    private Optional<Diagnostic> missingComma() {
        boolean goesOn = !atEnd() && PolicyLexer.VOCABULARY.getLiteralName(word.getType()) != null;
        return when(
                goesOn && expected.contains(PolicyLexer.COMMA),
                () -> Diagnostic.of(
                        DiagnosticCode.UNEXPECTED_WORD,
                        span,
                        expectedFound(),
                        Cure.of("write a comma before " + UserText.quoted(word.getText()), commaBefore())));
    }

    private Fix commaBefore() {
        return at == 0
                ? Fix.insert(span.start(), ", ")
                : Fix.insert(spanOf(at - 1).end(), ",");
    }

    /** Mistakes that the word before or the kind of control explains. */
    private Optional<Diagnostic> habit() {
        int before = at == 0 ? Token.EOF : type(at - 1);
        if (before == PolicyLexer.NOT && word.getType() == PolicyLexer.MORE_) {
            return denied("at most");
        }
        if (before == PolicyLexer.NOT && word.getType() == PolicyLexer.LESS) {
            return denied("at least");
        }
        if (word.getType() == PolicyLexer.BASKET && expected.contains(PolicyLexer.WHOLE)) {
            return cured(Cure.of("write `the whole basket`", Fix.insert(span.start(), "whole ")));
        }
        if (word.getType() == PolicyLexer.CAPS && isNumber(before)) {
            return cured("write the currency before the amount, as in `USD 4 billion`");
        }
        if (word.getType() == PolicyLexer.WARN && sentence.first().getType() == PolicyLexer.HARD) {
            return cured("a hard limit blocks and a soft limit warns: write `block`, or declare a `soft limit`");
        }
        if (word.getType() == PolicyLexer.BLOCK && sentence.first().getType() == PolicyLexer.SOFT) {
            return cured("a soft limit warns and a hard limit blocks: write `warn`, or declare a `hard limit`");
        }
        if (word.getType() == PolicyLexer.COMMA) {
            return cured(Cure.of("leave the comma out", Fix.delete(span, "the comma")));
        }
        if (before == PolicyLexer.NOT && expected.equals(Set.of(PolicyLexer.OPENING))) {
            return cured("write what is denied in parentheses, as in `not (order.desk is \"Delta 1\")`");
        }
        if (word.getType() == PolicyLexer.ROLE && expected.contains(PolicyLexer.NUMBER)) {
            return cured("write how many people, as in `1 of role \"Trading Risk\"`");
        }
        return Optional.ofNullable(ended() ? null : Phrasebook.CURES_FOR_WORDS.get(word.getText()))
                .map(Cure::of)
                .flatMap(this::cured);
    }

    /** `is not more than`, where the language says `is at most`. */
    private Optional<Diagnostic> denied(String words) {
        String help = "write `is " + words + "`";
        boolean whole = type(at + 1) == PolicyLexer.THAN;
        return cured(whole ? Cure.of(help, Fix.write(spanOf(at - 1).to(spanOf(at + 1)), words)) : Cure.of(help));
    }

    /** What has to stand here is one word, or known by an example. */
    private Optional<Diagnostic> missingWord() {
        if (expected.equals(Set.of(PolicyLexer.THE))) {
            return cured("write what the control acts on, as in `the order`, `the whole basket` or `the trader`");
        }
        Optional<Integer> clause = needed().stream().findFirst();
        if (clause.isPresent() && expected.size() <= Phrasebook.FEW) {
            return cured("write for example `" + Phrasebook.CLAUSES.get(clause.get()) + "`");
        }
        List<String> keywords = Expectation.keywords(expected);
        return expected.size() == 1 && keywords.size() == 1
                ? cured(Cure.of("write `" + keywords.get(0) + "` here", inserted(keywords.get(0))))
                : Optional.empty();
    }

    private Fix inserted(String keyword) {
        return ended() ? Fix.insert(span.start(), " " + keyword) : Fix.insert(span.start(), keyword + " ");
    }

    private Optional<Diagnostic> cured(String help) {
        return cured(Cure.of(help));
    }

    private Optional<Diagnostic> cured(Cure cure) {
        return Optional.of(Diagnostic.of(DiagnosticCode.UNEXPECTED_WORD, span, expectedFound(), cure));
    }

    private static boolean isNumber(int type) {
        return type == PolicyLexer.NUMBER
                || type == PolicyLexer.THOUSAND
                || type == PolicyLexer.MILLION
                || type == PolicyLexer.BILLION;
    }

    private Optional<Diagnostic> synonym() {
        if (ended()) {
            return Optional.empty();
        }
        String lower = word.getText().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(Phrasebook.WORDS_FOR_SYNONYMS.get(lower))
                .filter(words -> Expectation.keywords(expected).stream().anyMatch(words::startsWith))
                .flatMap(words -> cured(Cure.of("write `" + words + "`", phrase(words))));
    }

    private Optional<Diagnostic> misspelling() {
        if (ended() || word.getType() == PolicyLexer.STRING) {
            return Optional.empty();
        }
        List<String> keywords = Expectation.keywords(expected);
        return Spelling.closest(word.getText(), keywords)
                .or(() -> keywords.stream().filter(this::isInflected).findFirst())
                .flatMap(keyword -> cured(Cure.of("did you mean `" + keyword + "`?", Fix.write(span, keyword))));
    }

    /** `blocked` for `block`. */
    private boolean isInflected(String keyword) {
        return keyword.length() >= Phrasebook.SHORTEST_STEM && word.getText().startsWith(keyword);
    }

    private Diagnostic unexpected() {
        return Diagnostic.of(
                DiagnosticCode.UNEXPECTED_WORD,
                span,
                expectedFound(),
                "see `" + sentence.kind() + "` in the language reference");
    }

    private String expectedFound() {
        String found;
        if (ended()) {
            found = "the end of the sentence";
        } else if (word.getType() == PolicyLexer.STOP) {
            found = "the full stop";
        } else {
            found = UserText.quoted(word.getText());
        }
        return "expected " + Expectation.phrase(expected) + ", found " + found;
    }

    /** What is worth naming: what is seldom written helps nobody, nor does `of` after what is no ratio. */
    static SortedSet<Integer> possible(SortedSet<Integer> expected, int before) {
        SortedSet<Integer> possible = new TreeSet<>(expected);
        possible.removeAll(Phrasebook.SELDOM);
        if (possible.contains(PolicyLexer.PATH)) {
            possible.remove(PolicyLexer.THE);
        }
        if (possible.contains(PolicyLexer.AND) && before != PolicyLexer.PERCENT && before != PolicyLexer.BPS) {
            possible.remove(PolicyLexer.OF);
        }
        return possible.isEmpty() ? expected : possible;
    }

    private boolean atEnd() {
        return ended() || word.getType() == PolicyLexer.STOP;
    }

    /** Whether the words ran out before a full stop. */
    private boolean ended() {
        return word.getType() == Token.EOF;
    }

    private int type(int index) {
        return index < sentence.words().size() ? sentence.words().get(index).getType() : Token.EOF;
    }

    private Span spanOf(int index) {
        return Spans.of(sentence.words().get(index));
    }

    private static String literal(int type) {
        return PolicyLexer.VOCABULARY.getLiteralName(type).replace("'", "");
    }

    private boolean isOptional(int clause) {
        return switch (clause) {
            case PolicyLexer.LANGUAGE, PolicyLexer.REVIEW, PolicyLexer.CITES -> true;
            // A control may leave these to the header.
            case PolicyLexer.OWNER, PolicyLexer.MISSING -> sentence.first().getType() != PolicyLexer.POLICY;
            default -> false;
        };
    }

    private static Optional<Diagnostic> when(boolean applies, Supplier<Diagnostic> diagnostic) {
        return applies ? Optional.of(diagnostic.get()) : Optional.empty();
    }

    private static String cut(String text) {
        return text.length() > UserText.MAX_CODE_POINTS ? text.substring(0, UserText.MAX_CODE_POINTS) + "…" : text;
    }
}
