package org.portcullis.mapping.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.portcullis.mapping.ControlLibrary;
import org.portcullis.mapping.ControlStage;
import org.portcullis.mapping.ControlTier;
import org.portcullis.mapping.Corpus;
import org.portcullis.mapping.LibraryControl;
import org.portcullis.mapping.Source;
import org.portcullis.mapping.Sureness;
import org.portcullis.model.citation.Citation;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Fields;
import org.portcullis.yaml.Spot;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlValue;

/** Reads the file of the control library. Mutable, owned by the thread that loads, used for one {@link #read}. */
final class LibraryReading {

    private static final List<String> HEADER =
            List.of("corpus", "body", "title", "jurisdiction", "verification", "controls");
    private static final List<String> ROW =
            List.of("id", "name", "prevents", "stages", "tiers", "measure", "fix", "serves", "sources", "sureness");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,3}");

    private final Faults faults;
    private final Map<String, Source> sources;
    private final Set<String> sourceKeys;
    private final Set<Citation> provisions;
    private final Map<String, Spot> places = new LinkedHashMap<>();
    private final List<LibraryControl> controls = new ArrayList<>();

    /** Starts with all sources and provisions that were read; the names include those whose own entry is at fault. */
    LibraryReading(Faults faults, Map<String, Source> sources, Set<String> sourceKeys, Set<Citation> provisions) {
        this.faults = faults;
        this.sources = sources;
        this.sourceKeys = sourceKeys;
        this.provisions = provisions;
    }

    Optional<ControlLibrary> read(String fileName, YamlValue root) {
        Fields header = Fields.of(root, HEADER, faults);
        String corpus = header.text("corpus");
        if (!corpus.isEmpty() && !Citation.isCorpus(corpus)) {
            faults.add(
                    header.at("corpus"),
                    "`" + corpus + "` is not the name of a corpus",
                    "write upper-case words joined by dashes such as `CONTROL-LIBRARY`");
        }
        String body = header.text("body");
        String title = header.text("title");
        String jurisdiction = header.text("jurisdiction");
        String verification = header.text("verification");
        for (YamlValue node : header.entries("controls", true)) {
            readControl(corpus, Fields.of(node, ROW, faults));
        }
        return faults.none()
                ? Optional.of(new ControlLibrary(
                        new Corpus(corpus, body, title, jurisdiction, verification, fileName), controls))
                : Optional.empty();
    }

    private void readControl(String corpus, Fields row) {
        String id = readId(row);
        String name = row.text("name");
        String prevents = row.text("prevents");
        List<ControlStage> stages = row.choices("stages", true, List.of(ControlStage.values()), ControlStage::word);
        List<ControlTier> tiers = row.choices("tiers", false, List.of(ControlTier.values()), ControlTier::word);
        String measure = row.text("measure");
        List<String> fix = row.has("fix")
                ? row.texts("fix", true).stream().map(Text::value).toList()
                : List.of();
        List<Citation> serves = readServed(row);
        List<String> keys = SourceKeys.read(row, true, sources, sourceKeys, faults);
        Sureness sureness = row.choice("sureness", List.of(Sureness.values()), Sureness::mark);
        if (faults.none()) {
            controls.add(new LibraryControl(
                    new Citation(corpus, id), name, prevents, stages, tiers, measure, fix, serves, keys, sureness));
        }
    }

    private String readId(Fields row) {
        String id = row.text("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            faults.add(row.at("id"), "`" + id + "` is not the number of a control", "write a number such as `29`");
        }
        Spot earlier = id.isEmpty() ? null : places.putIfAbsent(id, row.at("id"));
        if (earlier != null) {
            faults.add(
                    row.at("id"),
                    "the control `" + id + "` is there twice, first on " + earlier.words(),
                    "give the second one a number of its own");
        }
        return id;
    }

    private List<Citation> readServed(Fields row) {
        List<Citation> served = new ArrayList<>();
        for (Text text : row.texts("serves", true)) {
            CitationText.read(text, faults).ifPresent(citation -> {
                if (!provisions.contains(citation)) {
                    faults.add(
                            text.at(),
                            "the provision `" + text.value() + "` is not in the catalogue",
                            "catalogue it first or correct its number");
                } else if (served.contains(citation)) {
                    faults.add(text.at(), "`" + text.value() + "` is there twice", "keep one of them");
                } else {
                    served.add(citation);
                }
            });
        }
        return served;
    }
}
