package org.portcullis.languageserver.feature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyWords;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.words.Continuation;
import org.portcullis.compiler.words.WordKind;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.Places;
import org.portcullis.languageserver.document.PolicyFile;
import org.portcullis.languageserver.port.ProvisionText;

/**
 * Offers what could stand at a place: words of the language that the grammar allows there, and names that mean something there.
 *
 * <p>In a sentence that cannot be read up to the place, every word of the language and every attribute is offered. Editors filter what they get by what was
 * typed already.
 */
public final class Completions {
    private final ProvisionText provisions;

    /** Describes citations in the words of a catalogue. */
    public Completions(ProvisionText provisions) {
        this.provisions = provisions;
    }

    /** The offers at an offset. */
    public List<CompletionItem> of(Analysis analysis, List<PolicyFile> around, CompilerSettings settings, int offset) {
        Continuation at = PolicyWords.continuation(analysis.source(), offset);
        if (at.kind().filter(WordKind.COMMENT::equals).isPresent()) {
            return List.of();
        }
        Suggestions known = new Suggestions(analysis, around, settings, provisions, at);
        Stream<Offer> offers =
                at.kind().isPresent() ? known.insideText() : Stream.concat(known.names(), keywords(at, known));
        Span replaced = known.replaced();
        return offers.map(offer -> item(analysis, offer, replaced)).toList();
    }

    private static Stream<Offer> keywords(Continuation at, Suggestions known) {
        if (known.isNameAlone()) {
            return Stream.empty();
        }
        List<String> words = at.understood() ? at.keywords() : PolicyWords.keywords();
        Set<String> units = Set.copyOf(known.units());
        return words.stream()
                .map(word -> new Offer(
                        word,
                        word,
                        units.contains(word) ? CompletionItemKind.Unit : CompletionItemKind.Keyword,
                        "",
                        KeywordText.of(word).orElse(""),
                        units.contains(word) ? Offer.FIRST : Offer.LAST));
    }

    private static CompletionItem item(Analysis analysis, Offer offer, Span replaced) {
        CompletionItem item = new CompletionItem(offer.label());
        item.setKind(offer.kind());
        item.setFilterText(offer.text());
        item.setSortText(offer.rank() + offer.label().toLowerCase(Locale.ROOT));
        item.setTextEdit(Either.forLeft(new TextEdit(Places.range(analysis.source(), replaced), offer.text())));
        Optional.of(offer.detail()).filter(text -> !text.isEmpty()).ifPresent(item::setDetail);
        Optional.of(offer.documentation())
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, text)));
        return item;
    }

    /**
     * One thing that could be written.
     *
     * @param label what the list shows
     * @param text what is written
     * @param rank what the list is ordered by, before the label
     */
    record Offer(String label, String text, CompletionItemKind kind, String detail, String documentation, String rank) {
        static final String FIRST = "1";
        static final String NEXT = "2";
        static final String LAST = "3";
    }
}
