package org.portcullis.languageserver.feature;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItemKind;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.words.Continuation;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;
import org.portcullis.compiler.words.WordKind;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.IdUse;
import org.portcullis.languageserver.document.PolicyFile;
import org.portcullis.languageserver.feature.Completions.Offer;
import org.portcullis.languageserver.port.ProvisionText;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.control.Role;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.SpanUnit;

/** The names that mean something at one place: attributes, ids, roles, citations, currencies, values. */
final class Suggestions {
    private static final List<String> PLACEHOLDERS = List.of("limit", "ratio", "count", "needed");
    private static final List<String> SCALES = List.of("thousand", "million", "billion");

    private final Analysis analysis;
    private final List<PolicyFile> around;
    private final CompilerSettings settings;
    private final ProvisionText provisions;
    private final Continuation at;
    private final Optional<Citing> citing;

    Suggestions(
            Analysis analysis,
            List<PolicyFile> around,
            CompilerSettings settings,
            ProvisionText provisions,
            Continuation at) {
        this.analysis = analysis;
        this.around = around;
        this.settings = settings;
        this.provisions = provisions;
        this.at = at;
        this.citing = Citing.at(at);
    }

    /** What an offer takes the place of. */
    Span replaced() {
        return isPlaceholder() ? new Span(openBrace() + 1, at.begun().end()) : at.begun();
    }

    /** Whether a name has to stand here and no word of the language can. */
    boolean isNameAlone() {
        return at.understood() && at.keywords().isEmpty();
    }

    /** The offers where a text could be written, with quotation marks, and where other names could. */
    Stream<Offer> names() {
        Stream<Offer> texts = at.kinds().contains(WordKind.TEXT)
                ? texts().map(offer -> new Offer(
                        offer.label(),
                        "\"" + offer.text() + "\"",
                        offer.kind(),
                        offer.detail(),
                        offer.documentation(),
                        offer.rank()))
                : Stream.empty();
        boolean attribute = !at.understood() || at.kinds().contains(WordKind.ATTRIBUTE);
        return Stream.of(
                        texts,
                        attribute ? attributes(Offer.NEXT) : Stream.<Offer>empty(),
                        at.kinds().contains(WordKind.ID) || !at.understood() ? ids() : Stream.<Offer>empty(),
                        at.kinds().contains(WordKind.CAPITALS) && citing.isEmpty()
                                ? currencies()
                                : Stream.<Offer>empty(),
                        at.kinds().contains(WordKind.REGION) ? zones() : Stream.<Offer>empty())
                .flatMap(offers -> offers);
    }

    /** The offers inside quotation marks. */
    Stream<Offer> insideText() {
        return isPlaceholder() ? placeholders() : texts();
    }

    /** The words that say what a number counts. */
    List<String> units() {
        List<String> units = new ArrayList<>(SCALES);
        Arrays.stream(CountUnit.values()).map(CountUnit::word).forEach(units::add);
        Arrays.stream(SpanUnit.values()).map(SpanUnit::word).forEach(units::add);
        units.add("bps");
        return units;
    }

    private Stream<Offer> texts() {
        if (citing.flatMap(Citing::corpus).isPresent()) {
            return provisionsOf(citing.flatMap(Citing::corpus).orElseThrow());
        }
        String before = at.back(1).map(Word::text).orElse("");
        return switch (before) {
            case "role" -> roles();
            case "owner" ->
                after("owner").stream().map(name -> offer(name, CompletionItemKind.Value, "an owner of this file"));
            case "is", "not", "(", "," -> values();
            default -> Stream.empty();
        };
    }

    private Stream<Offer> provisionsOf(String corpus) {
        return settings.citations().stream()
                .flatMap(index -> index.citations().stream())
                .filter(citation -> citation.corpus().equals(corpus))
                .map(this::provision);
    }

    private Offer provision(Citation citation) {
        Optional<ProvisionText.Entry> entry = provisions.find(citation);
        return new Offer(
                citation.provision(),
                citation.provision(),
                CompletionItemKind.Reference,
                entry.map(ProvisionText.Entry::title).orElse(""),
                entry.map(CitationText::markdown).orElse(""),
                Offer.FIRST);
    }

    private Stream<Offer> roles() {
        Set<String> roles = new LinkedHashSet<>(after("role"));
        settings.knownRoles().stream().map(Role::name).forEach(roles::add);
        return roles.stream()
                .filter(role -> !role.isBlank())
                .map(role -> offer(
                        role,
                        CompletionItemKind.Value,
                        settings.knownRoles().contains(new Role(role))
                                ? "a role of the organisation"
                                : "a role of this file"));
    }

    /** The texts that the file compares the same attribute with. */
    private Stream<Offer> values() {
        Optional<Word> attribute = lastAttribute(at.before());
        if (attribute.isEmpty()) {
            return Stream.empty();
        }
        Set<String> values = new TreeSet<>();
        if (attribute.get().is(Measure.ORDER_SIDE.path())) {
            values.addAll(List.of("BUY", "SELL"));
        }
        Measure.byPath(attribute.get().text()).map(Measure::words).ifPresent(values::addAll);
        for (SentenceWords sentence : analysis.sentences()) {
            for (int index = 0; index < sentence.words().size(); index++) {
                Word word = sentence.words().get(index);
                if (word.kind() == WordKind.TEXT
                        && !isBeingTyped(word)
                        && lastAttribute(sentence.words().subList(0, index))
                                .filter(other -> other.is(attribute.get().text()))
                                .isPresent()) {
                    values.add(word.unquoted());
                }
            }
        }
        return values.stream()
                .map(value ->
                        offer(value, CompletionItemKind.Value, attribute.get().text()));
    }

    /** The attribute that a text right after these words is compared with. */
    private static Optional<Word> lastAttribute(List<Word> words) {
        for (int index = words.size() - 1; index >= 0; index--) {
            Word word = words.get(index);
            boolean goesOn = word.kind() == WordKind.TEXT
                    || Set.of("is", "not", "one", "of", "(", ",").contains(word.text());
            if (!goesOn) {
                return word.kind() == WordKind.ATTRIBUTE ? Optional.of(word) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The texts that follow the word anywhere in the file. */
    private Set<String> after(String keyword) {
        Set<String> texts = new TreeSet<>();
        for (SentenceWords sentence : analysis.sentences()) {
            for (int index = 1; index < sentence.words().size(); index++) {
                Word word = sentence.words().get(index);
                boolean follows = sentence.words().get(index - 1).is(keyword);
                if (follows && word.kind() == WordKind.TEXT && !isBeingTyped(word)) {
                    texts.add(word.unquoted());
                }
            }
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    private boolean isBeingTyped(Word word) {
        return word.span().start() <= at.begun().end()
                && at.begun().start() <= word.span().end();
    }

    private Stream<Offer> attributes(String rank) {
        return Measure.paths().stream()
                .flatMap(path -> Measure.byPath(path).stream())
                .map(measure -> new Offer(
                        measure.path(),
                        measure.path(),
                        CompletionItemKind.Property,
                        AttributeText.unit(measure),
                        AttributeText.markdown(measure),
                        rank));
    }

    private Stream<Offer> placeholders() {
        return Stream.concat(
                PLACEHOLDERS.stream().map(name -> offer(name, CompletionItemKind.Variable, "a placeholder")),
                attributes(Offer.NEXT));
    }

    private Stream<Offer> ids() {
        if (citing.isPresent()) {
            return settings.citations().stream()
                    .flatMap(index -> index.corpora().stream())
                    .map(corpus -> offer(
                            corpus,
                            CompletionItemKind.Module,
                            provisions.corpus(corpus).orElse("a corpus")));
        }
        String before = at.back(1).map(Word::text).orElse("");
        boolean named =
                at.before().stream().anyMatch(word -> word.kind() == WordKind.ID || word.kind() == WordKind.TEXT);
        boolean declares = at.understood() && !named && !before.equals("of");
        if (declares) {
            return Stream.empty();
        }
        boolean scopesAlone = before.equals("scope") || isAmongScopes();
        boolean controlsAlone = before.equals("by") || before.equals("not") || before.equals("of");
        Stream<Offer> declared = around.stream()
                .flatMap(file -> file.ids().stream())
                .filter(use -> use.role() == IdUse.Role.DECLARED)
                .filter(use -> use.sentence().kind().equals("scope") ? !controlsAlone : !scopesAlone)
                .map(use -> offer(
                        use.word().text(),
                        CompletionItemKind.Class,
                        use.sentence().kind()));
        return before.equals("by") ? Stream.concat(declared, reasons()) : declared;
    }

    /** `in scope LDN-D1 or`. */
    private boolean isAmongScopes() {
        int places = 1;
        while (at.back(places).filter(word -> word.is("or")).isPresent()
                && at.back(places + 1)
                        .filter(word -> word.kind() == WordKind.ID)
                        .isPresent()) {
            places += 2;
        }
        return places > 1 && at.back(places).filter(word -> word.is("scope")).isPresent();
    }

    private static Stream<Offer> reasons() {
        return Stream.of(ReasonCode.NOT_GRANTED, ReasonCode.NO_POLICY)
                .map(reason -> offer(reason.code(), CompletionItemKind.Constant, "a reason beside controls"));
    }

    /** The policy's own currency first, then those that the file names, then all others. */
    private Stream<Offer> currencies() {
        if (Set.of("zone", "calendar", "at").contains(at.back(1).map(Word::text).orElse(""))) {
            return Stream.empty();
        }
        Set<String> used = new LinkedHashSet<>();
        analysis.words().stream()
                .filter(word -> word.kind() == WordKind.CAPITALS && word.text().length() == 3)
                .filter(word -> !isBeingTyped(word))
                .map(Word::text)
                .forEach(used::add);
        Stream<Offer> others = Currency.getAvailableCurrencies().stream()
                .filter(currency -> !used.contains(currency.getCurrencyCode()))
                .map(currency -> new Offer(
                        currency.getCurrencyCode(),
                        currency.getCurrencyCode(),
                        CompletionItemKind.EnumMember,
                        currency.getDisplayName(Locale.ENGLISH),
                        "",
                        Offer.LAST))
                .sorted((one, other) -> one.label().compareTo(other.label()));
        return Stream.concat(
                used.stream().map(code -> offer(code, CompletionItemKind.EnumMember, "used in this file")), others);
    }

    private static Stream<Offer> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && Character.isUpperCase(zone.charAt(0)))
                .sorted()
                .map(zone -> new Offer(zone, zone, CompletionItemKind.Value, "a time zone", "", Offer.LAST));
    }

    private boolean isPlaceholder() {
        return at.kind().isPresent() && openBrace() >= 0;
    }

    /** The brace before the place that is not closed, or -1. */
    private int openBrace() {
        String text = analysis.source().text();
        int open = text.lastIndexOf('{', at.begun().end() - 1);
        int close = text.lastIndexOf('}', at.begun().end() - 1);
        return open >= at.begun().start() && open > close ? open : -1;
    }

    private static Offer offer(String text, CompletionItemKind kind, String detail) {
        return new Offer(text, text, kind, detail, "", Offer.FIRST);
    }

    /**
     * That the place belongs to a list of citations.
     *
     * @param corpus the corpus of which a provision has to follow; empty where a corpus has to
     */
    private record Citing(Optional<String> corpus) {
        static Optional<Citing> at(Continuation at) {
            int places = 1;
            while (at.back(places).filter(Citing::goesOn).isPresent()) {
                places++;
            }
            boolean cites = at.back(places).filter(word -> word.is("cites")).isPresent();
            Optional<Word> before = at.back(1);
            boolean over = before.filter(word -> word.kind() == WordKind.TEXT).isPresent();
            if (!cites || over) {
                return Optional.empty();
            }
            return Optional.of(
                    new Citing(before.filter(word -> word.kind() == WordKind.ID || word.kind() == WordKind.CAPITALS)
                            .map(Word::text)));
        }

        private static boolean goesOn(Word word) {
            return word.is(",")
                    || word.kind() == WordKind.ID
                    || word.kind() == WordKind.CAPITALS
                    || word.kind() == WordKind.TEXT;
        }
    }
}
