package org.portcullis.compiler.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.Cure;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.internal.parse.generated.PolicyLexer;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.PolicySyntax;

/**
 * Reads a policy text into its syntax tree, one sentence at a time.
 *
 * <p>What cannot be read is reported once per sentence; reading goes on at the next sentence. Time and memory grow with the length of the text, whatever it says.
 */
public final class PolicyReader {
    /** The deepest nesting of parentheses. */
    public static final int MAX_NESTING = 64;

    /** After so many sentences that could not be read the rest is not read any more, since the file is no policy. */
    static final int MAX_MISREAD = 1_000;

    private static final List<String> KINDS = List.of(
            "policy",
            "part",
            "import",
            "scope",
            "grant",
            "hard",
            "soft",
            "alert",
            "approval",
            "test",
            "throttle",
            "cumulative",
            "in-flight",
            "monitor",
            "escalation",
            "kill",
            "temporary",
            "duties",
            "require",
            "prove");

    private final SourceText source;
    private final Diagnostics diagnostics;
    private final Beginning beginning;
    private final List<Declaration> declarations = new ArrayList<>();
    private Optional<HeaderSyntax> header = Optional.empty();

    /** With what a text has to begin. */
    private enum Beginning {
        HEADER,
        PART,
        EITHER
    }

    private PolicyReader(SourceText source, Diagnostics diagnostics, Beginning beginning) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.beginning = beginning;
    }

    /** Reads the text and reports what is wrong with it; the tree holds what could be read. */
    public static PolicySyntax read(SourceText source, Diagnostics diagnostics) {
        return new PolicyReader(source, diagnostics, Beginning.HEADER).read();
    }

    /** Reads a text that another one imports. */
    public static List<Declaration> readPart(SourceText source, Diagnostics diagnostics) {
        return new PolicyReader(source, diagnostics, Beginning.PART).read().declarations();
    }

    /** Reads a policy or a part of one, whichever the text begins as. */
    public static PolicySyntax readEither(SourceText source, Diagnostics diagnostics) {
        return new PolicyReader(source, diagnostics, Beginning.EITHER).read();
    }

    private PolicySyntax read() {
        List<Token> words = Words.of(source, diagnostics);
        if (words.isEmpty()) {
            if (!diagnostics.hasErrors()) {
                diagnostics.report(
                        DiagnosticCode.EMPTY_FILE,
                        Span.at(source.base()),
                        "the file contains no policy",
                        "begin with a header, as in `policy \"Delta One order entry, UK\"`");
            }
            return new PolicySyntax(Optional.empty(), List.of());
        }
        List<Sentence> sentences = Words.sentences(words);
        requireBeginning(sentences.get(0));
        readAll(sentences);
        return new PolicySyntax(header, declarations);
    }

    private void readAll(List<Sentence> sentences) {
        int misread = 0;
        boolean understood = true;
        for (int at = 0; at < sentences.size(); at++) {
            Sentence sentence = sentences.get(at);
            if (misread == MAX_MISREAD) {
                diagnostics.report(
                        DiagnosticCode.MORE_ERRORS,
                        Spans.of(sentence.first()),
                        "reading ends here, after " + MAX_MISREAD + " sentences that could not be read",
                        "cure what is shown and check again");
                return;
            }
            // What follows a sentence that was not understood and begins no declaration is taken for the rest of that
            // sentence.
            if (sentence.hasKind() || understood) {
                understood = read(sentence, at == 0);
                misread += understood ? 0 : 1;
            }
        }
    }

    /** Reads one sentence; whether it was understood. */
    private boolean read(Sentence sentence, boolean first) {
        Reports reports = new Reports(diagnostics);
        if (!sentence.hasKind()) {
            reportUnknownKind(sentence, reports);
            if (sentence.id().isPresent()) {
                declarations.add(broken(sentence, Optional.empty()));
            }
            return false;
        }
        if (sentence.first().getType() == PolicyLexer.POLICY && !first) {
            reports.add(
                    DiagnosticCode.UNEXPECTED_WORD,
                    Spans.of(sentence.first()),
                    "a file has one header, and it comes first",
                    "keep one header at the beginning of the file");
        }
        if (sentence.first().getType() == PolicyLexer.PART && !first) {
            reports.add(
                    DiagnosticCode.UNEXPECTED_WORD,
                    Spans.of(sentence.first()),
                    "`part` begins a file and stands nowhere else",
                    "leave it out");
        }
        Optional<PolicyParser.SentenceContext> parsed =
                nestedTooDeep(sentence, reports) ? Optional.empty() : sentence.parse(PolicyParser::sentence, reports);
        parsed.ifPresent(context -> build(sentence, context, reports));
        if (parsed.isEmpty() && sentence.first().getType() != PolicyLexer.POLICY) {
            declarations.add(broken(sentence, Optional.empty()));
        }
        return parsed.isPresent();
    }

    private void build(Sentence sentence, PolicyParser.SentenceContext context, Reports reports) {
        TreeBuilder builder = new TreeBuilder(reports, new WordText(sentence.words()));
        if (context.header() != null) {
            HeaderSyntax built = builder.visitHeader(context.header());
            if (!reports.broken()) {
                header = Optional.of(built);
            }
            return;
        }
        Declaration built = builder.visitSentence(context);
        declarations.add(reports.broken() ? broken(sentence, Optional.of(built)) : built);
    }

    private static Declaration.Broken broken(Sentence sentence, Optional<Declaration> partlyRead) {
        return new Declaration.Broken(sentence.kind(), sentence.id(), sentence.span(), partlyRead);
    }

    private static boolean nestedTooDeep(Sentence sentence, Reports reports) {
        int depth = 0;
        for (Token word : sentence.words()) {
            if (word.getType() == PolicyLexer.OPENING && ++depth > MAX_NESTING) {
                reports.add(
                        DiagnosticCode.NESTED_TOO_DEEP,
                        Spans.of(word),
                        "parentheses are nested deeper than " + MAX_NESTING,
                        "give parts of the condition a name with `scope`, or leave needless parentheses out");
                return true;
            }
            if (word.getType() == PolicyLexer.CLOSING) {
                depth--;
            }
        }
        return false;
    }

    private void requireBeginning(Sentence first) {
        int word = first.first().getType();
        Span span = Spans.of(first.first());
        if (beginning == Beginning.EITHER && word == PolicyLexer.PART) {
            return;
        }
        if (beginning == Beginning.PART && word != PolicyLexer.PART) {
            diagnostics.report(
                    DiagnosticCode.NOT_A_PART,
                    span,
                    "an imported file begins with `part`",
                    word == PolicyLexer.POLICY
                            ? "import the files that both policies share, not a policy"
                            : "begin it with `part \"London scopes\" language 1.`");
        } else if (beginning == Beginning.HEADER && word == PolicyLexer.PART) {
            diagnostics.report(
                    DiagnosticCode.PART_ALONE,
                    span,
                    "this file is a part that policies import, and no policy",
                    "name the policy that imports it");
        } else if (beginning != Beginning.PART && word != PolicyLexer.POLICY) {
            diagnostics.report(
                    DiagnosticCode.MISSING_CLAUSE,
                    span,
                    "the file does not begin with a header",
                    "begin with `policy`, the name of the policy in quotation marks, and its version");
        }
    }

    private static void reportUnknownKind(Sentence sentence, Reports reports) {
        String word = sentence.first().getText();
        Span span = Spans.of(sentence.first());
        if (sentence.first().getType() == PolicyLexer.STOP) {
            reports.add(DiagnosticCode.UNEXPECTED_WORD, span, "there is nothing before the full stop", "leave it out");
            return;
        }
        reports.add(Diagnostic.of(
                DiagnosticCode.UNKNOWN_DECLARATION,
                span,
                "no declaration begins with " + UserText.quoted(word),
                Optional.ofNullable(Phrasebook.CURES_FOR_KINDS.get(word))
                        .map(Cure::of)
                        .orElseGet(() -> Spelling.cure(
                                word, span, KINDS, "declarations begin with " + String.join(", ", KINDS)))));
    }
}
