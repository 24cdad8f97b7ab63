package org.portcullis.languageserver.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;
import org.portcullis.compiler.words.WordKind;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.IdUse;
import org.portcullis.languageserver.document.Places;
import org.portcullis.languageserver.document.PolicyFile;
import org.portcullis.languageserver.port.ProvisionText;
import org.portcullis.model.InForce;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.ValueText;

/** Explains the word under the pointer. */
public final class Hovers {
    private final ProvisionText provisions;
    private final TestRuns runs;
    private final Supplier<Optional<LocalDate>> today;

    /**
     * Explains citations in the words of a catalogue, and tests by their last run.
     *
     * @param today the day of which thresholds are told; empty means as they are written
     */
    public Hovers(ProvisionText provisions, TestRuns runs, Supplier<Optional<LocalDate>> today) {
        this.provisions = provisions;
        this.runs = runs;
        this.today = today;
    }

    /** What there is to say at an offset. */
    public Optional<Hover> of(Analysis analysis, List<PolicyFile> around, int offset) {
        return analysis.wordAt(offset)
                .flatMap(word -> text(analysis, around, word, offset)
                        .map(text -> new Hover(
                                new MarkupContent(MarkupKind.MARKDOWN, text),
                                Places.range(analysis.source(), word.span()))));
    }

    private Optional<String> text(Analysis analysis, List<PolicyFile> around, Word word, int offset) {
        return switch (word.kind()) {
            case ATTRIBUTE -> Measure.byPath(word.text()).map(AttributeText::markdown);
            case ID, CAPITALS -> analysis.idAt(offset).flatMap(use -> id(analysis, around, use));
            case TEXT, UNCLOSED_TEXT -> text(analysis, word).or(() -> placeholder(word, offset));
            case KEYWORD -> keyword(analysis, word);
            case NUMBER, DATE, REGION, UNKNOWN_WORD, PUNCTUATION, UNKNOWN_SIGN, COMMENT -> Optional.empty();
        };
    }

    private Optional<String> id(Analysis analysis, List<PolicyFile> around, IdUse use) {
        String id = use.word().text();
        return switch (use.role()) {
            case CORPUS -> provisions.corpus(id).map(title -> "**" + id + "** — " + title);
            case HEADER -> Optional.empty();
            case DECLARED, MEANT ->
                around.stream()
                        .flatMap(file ->
                                file.declaration(id).stream().map(declared -> declaration(analysis, file, declared)))
                        .findFirst();
        };
    }

    private String declaration(Analysis analysis, PolicyFile file, IdUse declared) {
        String id = declared.word().text();
        SentenceWords sentence = declared.sentence();
        List<String> parts = new ArrayList<>();
        parts.add("**" + id + "** — " + sentence.kind());
        parts.add("```portcullis\n" + spelled(analysis, file, sentence) + "\n```");
        analysis.compilation().pack().flatMap(pack -> ruling(pack, id)).ifPresent(parts::add);
        return String.join("\n\n", parts);
    }

    /** What the control limits as the pack has it, and which tests look at it. */
    private Optional<String> ruling(PolicyPack pack, String id) {
        Optional<Control> control = pack.find(new ControlId(id));
        return control.map(found -> {
            long tests = TestIndex.of(pack).of(new TestRuns.Target(false, id)).size();
            List<String> facts = new ArrayList<>();
            facts.addAll(thresholdsToday(pack, found));
            facts.add("owner " + found.heading().owner());
            facts.add((tests == 0 ? "no test expects" : tests == 1 ? "1 test expects" : tests + " tests expect")
                    + " something of it");
            return String.join("; ", facts);
        });
    }

    private List<String> thresholdsToday(PolicyPack pack, Control written) {
        Optional<LocalDate> day = today.get();
        Optional<Control> inForce =
                day.map(date -> InForce.on(pack, date).find(written.id())).orElse(Optional.of(written));
        if (inForce.isEmpty()) {
            return List.of("not in force today");
        }
        String recalibrated = day.flatMap(date -> pack.recalibration(written.id(), date))
                .map(change -> ", recalibrated from " + ValueText.canonical(change.from())
                        + change.period()
                                .until()
                                .map(until -> " until " + until)
                                .orElse(""))
                .orElse("");
        return Obligation.thresholds(inForce.get()).stream()
                .map(threshold -> "today: " + threshold + recalibrated)
                .toList();
    }

    /** The declaration in canonical spelling; as it was written, on one line, if it cannot be read. */
    private static String spelled(Analysis analysis, PolicyFile file, SentenceWords sentence) {
        return analysis.compilation().syntax().filter(tree -> file.uri().equals(analysis.uri())).stream()
                .flatMap(syntax -> syntax.declarations().stream())
                .filter(declaration ->
                        declaration.span().start() == sentence.span().start())
                .map(CanonicalSpelling::of)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> sentence.words().stream().map(Word::text).collect(Collectors.joining(" ")));
    }

    private Optional<String> text(Analysis analysis, Word word) {
        Optional<SentenceWords> sentence = analysis.sentenceAt(word.span().start());
        if (sentence.isEmpty()) {
            return Optional.empty();
        }
        List<Word> words = sentence.get().words();
        int index = words.indexOf(word);
        if (index > 0) {
            Word before = words.get(index - 1);
            boolean cited = analysis.ids().stream()
                    .anyMatch(use -> use.word().equals(before) && use.role() == IdUse.Role.CORPUS);
            if (cited) {
                return provision(before.text(), word.unquoted());
            }
        }
        boolean named = sentence.get().kind().equals("test")
                && sentence.get().name().filter(word::equals).isPresent();
        return named ? runs.result(analysis, word.unquoted()).map(Hovers::result) : Optional.empty();
    }

    private Optional<String> provision(String corpus, String provision) {
        if (!Citation.isCorpus(corpus) || !Citation.isProvision(provision)) {
            return Optional.empty();
        }
        return provisions
                .find(new Citation(corpus, provision))
                .map(entry -> "**" + corpus + " " + provision + "** — " + entry.title() + "\n\n"
                        + CitationText.markdown(entry));
    }

    private static String result(PolicyTestResult result) {
        PolicyTest test = result.test();
        return result.passed()
                ? "**" + test.name() + "** passed"
                : "**" + test.name() + "** failed\n\n" + TestRuns.text(result).replace("\n", "\n\n");
    }

    private static Optional<String> placeholder(Word word, int offset) {
        int inside = offset - word.span().start();
        int open = word.text().lastIndexOf('{', inside);
        int close = open < 0 ? -1 : word.text().indexOf('}', open);
        return close < inside
                ? Optional.empty()
                : Measure.byPath(word.text().substring(open + 1, close)).map(AttributeText::markdown);
    }

    /** The word itself; of the words that name a kind of declaration, the kind. */
    private static Optional<String> keyword(Analysis analysis, Word word) {
        Span span = word.span();
        Optional<String> kind = analysis.sentenceAt(span.start())
                .filter(sentence -> !sentence.kind().isEmpty())
                .filter(sentence ->
                        sentence.words().indexOf(word) < sentence.kind().split(" ", -1).length)
                .filter(sentence -> word.kind() == WordKind.KEYWORD)
                .map(SentenceWords::kind);
        return kind.flatMap(found -> KeywordText.ofKind(found).map(text -> "**" + found + "** — " + text))
                .or(() -> KeywordText.of(word.text()).map(text -> "**" + word.text() + "** — " + text));
    }
}
