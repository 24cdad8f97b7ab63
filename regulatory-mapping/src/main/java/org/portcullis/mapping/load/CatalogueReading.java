package org.portcullis.mapping.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.portcullis.mapping.ControlLibrary;
import org.portcullis.mapping.Corpus;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.Source;
import org.portcullis.model.citation.Citation;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Fields;
import org.portcullis.yaml.Spot;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlText;
import org.portcullis.yaml.YamlValue;

/** Reads all files of one catalogue once. Mutable, owned by the thread that loads, used for one {@link #read}. */
final class CatalogueReading {

    private static final String INDEX = "index.yaml";
    private static final String FORMAT = "1";
    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,58}\\.yaml");
    private static final Pattern SOURCE_KEY = Pattern.compile("[A-Z][A-Z0-9-]{0,15}");

    private final CatalogueFiles files;
    private final Faults faults = new Faults();
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Spot> sourcePlaces = new LinkedHashMap<>();
    private final Map<String, Spot> corpusPlaces = new LinkedHashMap<>();
    private final Map<Citation, Spot> provisionPlaces = new LinkedHashMap<>();
    private final List<Corpus> corpora = new ArrayList<>();
    private final List<Provision> provisions = new ArrayList<>();
    private final Map<Citation, Citation> parents = new LinkedHashMap<>();
    private final List<CorpusReading.Link> equivalents = new ArrayList<>();
    private Optional<ControlLibrary> library = Optional.empty();

    CatalogueReading(CatalogueFiles files) {
        this.files = files;
    }

    CatalogueLoading read() {
        String title = readIndex();
        if (!faults.none()) {
            return new CatalogueLoading.Refused(faults.sorted());
        }
        Map<Citation, List<Citation>> linked = new LinkedHashMap<>();
        equivalents.forEach(link ->
                linked.computeIfAbsent(link.from(), unused -> new ArrayList<>()).add(link.to()));
        ProvisionCatalogue catalogue = ProvisionCatalogue.of(
                        title, corpora, List.copyOf(sources.values()), provisions, parents)
                .withEquivalents(linked);
        return new CatalogueLoading.Loaded(library.map(catalogue::withLibrary).orElse(catalogue));
    }

    private String readIndex() {
        Optional<YamlValue> root = open(INDEX, Spot.startOf(files.label(INDEX)));
        if (root.isEmpty()) {
            return "";
        }
        Fields index = Fields.of(root.get(), List.of("format", "title", "sources", "corpora", "controls"), faults);
        Optional<Text> format = index.optional("format");
        if (!format.map(Text::value).equals(Optional.of(FORMAT))) {
            faults.add(index.at("format"), "the format is not `" + FORMAT + "`", "write `format: \"" + FORMAT + "\"`");
        }
        String title = index.text("title");
        Set<String> listed = new LinkedHashSet<>(List.of(INDEX));
        List<Text> sourceFiles = index.optional("sources").stream().toList();
        if (sourceFiles.isEmpty()) {
            index.text("sources");
        }
        for (Text name : sourceFiles) {
            openListed(name, listed).ifPresent(this::readSources);
        }
        for (Text name : index.texts("corpora", true)) {
            openListed(name, listed).ifPresent(node -> readCorpus(name.value(), node));
        }
        equivalents.forEach(this::checkEquivalent);
        index.optional("controls")
                .ifPresent(name -> openListed(name, listed).ifPresent(node -> readLibrary(name.value(), node)));
        reportUnlisted(listed, index.at("corpora"));
        return title;
    }

    private Optional<YamlValue> openListed(Text name, Set<String> listed) {
        if (!FILE_NAME.matcher(name.value()).matches()) {
            faults.add(
                    name.at(),
                    "`" + name.value() + "` is not the name of a catalogue file",
                    "write lower-case letters, digits and dashes and the ending `.yaml`, without a folder");
            return Optional.empty();
        }
        if (!listed.add(name.value())) {
            faults.add(name.at(), "`" + name.value() + "` is listed twice", "keep one of them");
            return Optional.empty();
        }
        return open(name.value(), name.at());
    }

    private Optional<YamlValue> open(String name, Spot referrer) {
        try {
            return new YamlText(files.label(name), CatalogueFiles.MAX_BYTES, faults).parse(files.read(name));
        } catch (IOException e) {
            faults.add(
                    referrer,
                    "`" + name + "` cannot be read: "
                            + Optional.ofNullable(e.getMessage()).orElse("no cause is known"),
                    "put the file beside the index or correct its name");
            return Optional.empty();
        }
    }

    private void reportUnlisted(Set<String> listed, Spot at) {
        try {
            for (String name : files.present()) {
                if (!listed.contains(name)) {
                    faults.add(
                            at, "`" + name + "` is in the folder and not in the index", "list the file or remove it");
                }
            }
        } catch (IOException e) {
            faults.add(at, "the folder cannot be listed", "allow this user to list the folder");
        }
    }

    private void readSources(YamlValue root) {
        for (YamlValue node : Fields.of(root, List.of("sources"), faults).entries("sources", true)) {
            long before = faults.count();
            Fields fields = Fields.of(node, List.of("key", "title", "tier", "addresses"), faults);
            String key = fields.text("key");
            String title = fields.text("title");
            Source.Tier tier = fields.choice(
                    "tier",
                    List.of(Source.Tier.values()),
                    choice -> choice.name().toLowerCase(Locale.ROOT));
            List<String> addresses =
                    fields.texts("addresses", false).stream().map(Text::value).toList();
            if (!key.isEmpty() && !SOURCE_KEY.matcher(key).matches()) {
                faults.add(
                        fields.at("key"),
                        "`" + key + "` is not a source key",
                        "write up to 16 upper-case letters, digits and dashes, a letter first");
            }
            Spot earlier = key.isEmpty() ? null : sourcePlaces.putIfAbsent(key, fields.at("key"));
            if (earlier != null) {
                faults.add(
                        fields.at("key"),
                        "the source `" + key + "` is there twice, first on " + earlier.words(),
                        "give the second one a key of its own");
            }
            if (faults.count() == before) {
                sources.put(key, new Source(key, title, tier, addresses));
            }
        }
    }

    private void readCorpus(String name, YamlValue root) {
        CorpusReading reading = new CorpusReading(faults, sources, sourcePlaces.keySet());
        CorpusReading.Contents contents = reading.read(name, root);
        contents.corpus().ifPresent(named -> {
            Spot earlier = corpusPlaces.putIfAbsent(named.value(), named.at());
            if (earlier != null) {
                faults.add(
                        named.at(),
                        "the corpus `" + named.value() + "` is there twice, first on " + earlier.words(),
                        "keep one file to a corpus");
            }
        });
        contents.places().forEach(this::declare);
        equivalents.addAll(contents.equivalents());
        if (faults.none()) {
            corpora.addAll(contents.description().stream().toList());
            provisions.addAll(contents.provisions());
            parents.putAll(contents.parents());
        }
    }

    private void readLibrary(String name, YamlValue root) {
        library = new LibraryReading(faults, sources, sourcePlaces.keySet(), provisionPlaces.keySet()).read(name, root);
    }

    private void checkEquivalent(CorpusReading.Link link) {
        String to = link.to().corpus() + " " + link.to().provision();
        if (!provisionPlaces.containsKey(link.to())) {
            faults.add(
                    link.at(),
                    "the provision `" + to + "` is not in the catalogue",
                    "catalogue it first or correct its number");
        } else if (link.to().corpus().equals(link.from().corpus())) {
            faults.add(
                    link.at(),
                    "`" + to + "` stands in the same corpus",
                    "an equivalent stands in another rule book; remove it");
        }
    }

    private void declare(CorpusReading.Place place) {
        Spot earlier = provisionPlaces.putIfAbsent(place.citation(), place.at());
        if (earlier != null) {
            faults.add(
                    place.at(),
                    "the provision `" + place.citation().provision() + "` of `"
                            + place.citation().corpus() + "` is there twice, first on " + earlier.words(),
                    "merge the two or correct the number of one");
        }
    }
}
