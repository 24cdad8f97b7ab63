package org.portcullis.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.CitationIndex;

/**
 * Holds all catalogued provisions in the order of their files, with their parents, corpora and sources.
 *
 * <p>Immutable and safe for use by several threads. Build one with {@code org.portcullis.mapping.load.CatalogueLoader}.
 */
public final class ProvisionCatalogue implements CitationIndex {

    private final String title;
    private final Map<String, Corpus> corpora;
    private final Map<String, Source> sources;
    private final Map<Citation, Provision> provisions;
    private final Map<Citation, Citation> parents;
    private final Map<Citation, List<Citation>> children;
    private final Map<Citation, List<Citation>> equivalents;
    private final Optional<ControlLibrary> library;

    private ProvisionCatalogue(
            String title,
            Map<String, Corpus> corpora,
            Map<String, Source> sources,
            Map<Citation, Provision> provisions,
            Map<Citation, Citation> parents,
            Map<Citation, List<Citation>> children,
            Map<Citation, List<Citation>> equivalents,
            Optional<ControlLibrary> library) {
        this.title = title;
        this.corpora = corpora;
        this.sources = sources;
        this.provisions = provisions;
        this.parents = parents;
        this.children = children;
        this.equivalents = equivalents;
        this.library = library;
    }

    /**
     * Builds a catalogue from rows that are already checked; a parent MUST come before its children.
     *
     * @param parents for each provision that is part of another, that other
     * @throws IllegalArgumentException if a row is there twice, or names a corpus, source or parent that is not
     */
    public static ProvisionCatalogue of(
            String title,
            List<Corpus> corpora,
            List<Source> sources,
            List<Provision> provisions,
            Map<Citation, Citation> parents) {
        Map<String, Corpus> byName = keyed(corpora, Corpus::name);
        Map<String, Source> byKey = keyed(sources, Source::key);
        Map<Citation, Provision> rows = keyed(provisions, Provision::citation);
        Map<Citation, Citation> up = new LinkedHashMap<>();
        Map<Citation, List<Citation>> down = new LinkedHashMap<>();
        Set<Citation> seen = new HashSet<>();
        for (Provision row : provisions) {
            Citation citation = row.citation();
            require(byName.containsKey(citation.corpus()), citation + " has no corpus");
            for (String source : row.sources()) {
                require(byKey.containsKey(source), citation + " names the unknown source `" + source + "`");
            }
            Optional.ofNullable(parents.get(citation)).ifPresent(parent -> {
                require(seen.contains(parent), citation + " precedes its parent " + parent);
                up.put(citation, parent);
                down.computeIfAbsent(parent, unused -> new ArrayList<>()).add(citation);
            });
            seen.add(citation);
        }
        require(up.size() == parents.size(), "a parent is named for a provision that is not there");
        down.replaceAll((parent, list) -> List.copyOf(list));
        return new ProvisionCatalogue(title, byName, byKey, rows, up, down, Map.of(), Optional.empty());
    }

    /**
     * Gives this catalogue with the links between rule books of several places.
     *
     * @param equivalents for a provision, those elsewhere that it is an equivalent of
     * @throws IllegalArgumentException if one of them is not there
     */
    public ProvisionCatalogue withEquivalents(Map<Citation, List<Citation>> equivalents) {
        Map<Citation, List<Citation>> both = new LinkedHashMap<>();
        equivalents.forEach((from, others) -> others.forEach(to -> {
            require(provisions.containsKey(from) && provisions.containsKey(to), from + " or " + to + " is not there");
            both.computeIfAbsent(from, unused -> new ArrayList<>()).add(to);
            both.computeIfAbsent(to, unused -> new ArrayList<>()).add(from);
        }));
        both.replaceAll((citation, list) -> list.stream().distinct().toList());
        return new ProvisionCatalogue(title, corpora, sources, provisions, parents, children, both, library);
    }

    /**
     * Gives this catalogue with controls that policies may claim to implement; they can be cited and are no provisions.
     *
     * @throws IllegalArgumentException if a control serves a provision or names a source that is not there
     */
    public ProvisionCatalogue withLibrary(ControlLibrary added) {
        require(!corpora.containsKey(added.corpus().name()), added.corpus().name() + " is a rule book already");
        for (LibraryControl control : added.controls()) {
            require(
                    provisions.keySet().containsAll(control.serves()),
                    control.citation() + " serves what is not there");
            require(sources.keySet().containsAll(control.sources()), control.citation() + " names an unknown source");
        }
        return new ProvisionCatalogue(
                title, corpora, sources, provisions, parents, children, equivalents, Optional.of(added));
    }

    /** Gives the controls that policies may claim to implement, if the catalogue has any. */
    public Optional<ControlLibrary> library() {
        return library;
    }

    /** Finds the control of the library that a policy claims to implement by this citation. */
    public Optional<LibraryControl> libraryControl(Citation citation) {
        return library.flatMap(controls -> controls.find(citation));
    }

    /** Lists the provisions elsewhere that ask for something like it, whichever of the two names the other. */
    public List<Citation> equivalents(Citation citation) {
        return equivalents.getOrDefault(citation, List.of());
    }

    /** Gives the catalogue's own title. */
    public String title() {
        return title;
    }

    /** Finds the entry of exactly this citation. */
    public Optional<Provision> find(Citation citation) {
        return Optional.ofNullable(provisions.get(citation));
    }

    /** Lists all provisions, corpus by corpus, parents before their children. */
    public List<Provision> provisions() {
        return List.copyOf(provisions.values());
    }

    /** Finds the provision that the cited one is a part of. */
    public Optional<Citation> parent(Citation citation) {
        return Optional.ofNullable(parents.get(citation));
    }

    /** Lists the direct parts of the cited provision in reading order; none for a leaf or an unknown citation. */
    public List<Citation> children(Citation citation) {
        return children.getOrDefault(citation, List.of());
    }

    /** Finds the description of a corpus; the library has one too. */
    public Optional<Corpus> corpus(String name) {
        return Optional.ofNullable(corpora.get(name))
                .or(() -> library.map(ControlLibrary::corpus)
                        .filter(corpus -> corpus.name().equals(name)));
    }

    /** Lists the names of the rule books, without the library. */
    public List<String> ruleBooks() {
        return List.copyOf(corpora.keySet());
    }

    /** Finds a source by its key. */
    public Optional<Source> source(String key) {
        return Optional.ofNullable(sources.get(key));
    }

    /** Lists all sources in the order of their file. */
    public List<Source> sources() {
        return List.copyOf(sources.values());
    }

    /** Tells whether there is such a provision, or such a control of the library. */
    @Override
    public boolean knows(Citation citation) {
        return provisions.containsKey(citation) || libraryControl(citation).isPresent();
    }

    /** Lists the rule books, and the library after them. */
    @Override
    public List<String> corpora() {
        List<String> names = new ArrayList<>(corpora.keySet());
        library.ifPresent(controls -> names.add(controls.corpus().name()));
        return List.copyOf(names);
    }

    /** Lists the provisions, and the controls of the library after them. */
    @Override
    public List<Citation> citations() {
        List<Citation> citations = new ArrayList<>(provisions.keySet());
        library.ifPresent(controls -> controls.controls().forEach(control -> citations.add(control.citation())));
        return List.copyOf(citations);
    }

    /** Says whether a provision was in force; a control of the library always counts as in force. */
    @Override
    public Standing standing(Citation citation, LocalDate day) {
        Provision provision = provisions.get(citation);
        if (provision != null) {
            return provision.inForce().on(day);
        }
        return libraryControl(citation).isPresent() ? Standing.IN_FORCE : Standing.NOT_CATALOGUED;
    }

    private static <K, V> Map<K, V> keyed(List<V> rows, Function<V, K> key) {
        Map<K, V> byKey = new LinkedHashMap<>();
        for (V row : rows) {
            require(byKey.put(key.apply(row), row) == null, "`" + key.apply(row) + "` is there twice");
        }
        return byKey;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
