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

    private ProvisionCatalogue(
            String title,
            Map<String, Corpus> corpora,
            Map<String, Source> sources,
            Map<Citation, Provision> provisions,
            Map<Citation, Citation> parents,
            Map<Citation, List<Citation>> children) {
        this.title = title;
        this.corpora = corpora;
        this.sources = sources;
        this.provisions = provisions;
        this.parents = parents;
        this.children = children;
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
        return new ProvisionCatalogue(title, byName, byKey, rows, up, down);
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

    /** Finds the description of a corpus. */
    public Optional<Corpus> corpus(String name) {
        return Optional.ofNullable(corpora.get(name));
    }

    /** Finds a source by its key. */
    public Optional<Source> source(String key) {
        return Optional.ofNullable(sources.get(key));
    }

    /** Lists all sources in the order of their file. */
    public List<Source> sources() {
        return List.copyOf(sources.values());
    }

    @Override
    public boolean knows(Citation citation) {
        return provisions.containsKey(citation);
    }

    @Override
    public List<String> corpora() {
        return List.copyOf(corpora.keySet());
    }

    @Override
    public List<Citation> citations() {
        return List.copyOf(provisions.keySet());
    }

    @Override
    public Standing standing(Citation citation, LocalDate day) {
        Provision provision = provisions.get(citation);
        return provision == null ? Standing.NOT_CATALOGUED : provision.inForce().on(day);
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
