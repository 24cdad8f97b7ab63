package org.portcullis.mapping.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.mapping.Addressee;
import org.portcullis.mapping.Corpus;
import org.portcullis.mapping.DateMark;
import org.portcullis.mapping.InForce;
import org.portcullis.mapping.ObligationKind;
import org.portcullis.mapping.Paraphrase;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.Source;
import org.portcullis.mapping.Sureness;
import org.portcullis.model.citation.Citation;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Fields;
import org.portcullis.yaml.Spot;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlValue;

/** Reads the file of one corpus. Mutable, owned by the thread that loads, used for one {@link #read}. */
final class CorpusReading {

    /** Stands for the corpus when its name is at fault, so that the rest of the file is still checked. */
    private static final String UNNAMED = "UNNAMED-CORPUS";

    private static final List<String> HEADER =
            List.of("body", "corpus", "title", "jurisdiction", "verification", "defaults", "provisions");
    private static final List<String> SHARED = List.of(
            "segment", "kinds", "applies-to", "condition", "in-force", "sources", "verified-on", "sureness", "note");
    private static final List<String> ROW = List.of(
            "provision",
            "parent",
            "segment",
            "kinds",
            "paraphrase",
            "applies-to",
            "condition",
            "in-force",
            "sources",
            "verified-on",
            "sureness",
            "note",
            "equivalent-to");
    private static final List<String> DATES = List.of("from", "to", "seen-on", "sureness", "basis");

    private final Faults faults;
    private final Map<String, Source> sources;
    private final Set<String> sourceKeys;
    private final Map<String, Spot> names = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Provision> provisions = new ArrayList<>();
    private final Map<Citation, Citation> parents = new LinkedHashMap<>();
    private final List<Link> equivalents = new ArrayList<>();

    /** Starts with the sources read so far; the keys include those whose own entry is at fault. */
    CorpusReading(Faults faults, Map<String, Source> sources, Set<String> sourceKeys) {
        this.faults = faults;
        this.sources = sources;
        this.sourceKeys = sourceKeys;
    }

    Contents read(String fileName, YamlValue root) {
        Fields header = Fields.of(root, HEADER, faults);
        String body = header.text("body");
        Optional<Text> corpus = readCorpusName(header);
        String title = header.text("title");
        String jurisdiction = header.text("jurisdiction");
        String verification = header.text("verification");
        Fields defaults = header.nested("defaults", SHARED, false);
        List<Fields> rows = new ArrayList<>();
        for (YamlValue node : header.entries("provisions", true)) {
            rows.add(Fields.of(node, ROW, faults));
        }
        String name = corpus.map(Text::value).orElse(UNNAMED);
        for (Fields row : rows) {
            row.optional("provision").ifPresent(text -> names.putIfAbsent(text.value(), text.at()));
        }
        for (Fields row : rows) {
            readRow(name, row, row.fallingBackOn(defaults));
        }
        Optional<Corpus> description = faults.none()
                ? Optional.of(new Corpus(name, body, title, jurisdiction, verification, fileName))
                : Optional.empty();
        return new Contents(corpus, description, places, provisions, parents, equivalents);
    }

    private Optional<Text> readCorpusName(Fields header) {
        String name = header.text("corpus");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!Citation.isCorpus(name)) {
            faults.add(
                    header.at("corpus"),
                    "`" + name + "` is not the name of a corpus",
                    "write upper-case words joined by dashes such as `FCA-MAR`");
            return Optional.empty();
        }
        return Optional.of(new Text(name, header.at("corpus")));
    }

    private void readRow(String corpus, Fields row, Fields fields) {
        String number = row.text("provision");
        if (!number.isEmpty() && !Citation.isProvision(number)) {
            faults.add(
                    row.at("provision"),
                    "`" + number + "` is not the number of a provision",
                    "write letters, digits, dots and brackets such as `7A.3.2R(2)`");
        } else if (!number.isEmpty()) {
            places.add(new Place(new Citation(corpus, number), row.at("provision")));
        }
        if (!number.isEmpty()) {
            row.optional("parent").ifPresent(parent -> readParent(corpus, number, row, parent));
        }
        String paraphrase = row.text("paraphrase");
        if (!paraphrase.isEmpty()) {
            Paraphrase.objection(paraphrase)
                    .ifPresent(objection -> faults.add(
                            row.at("paraphrase"),
                            objection,
                            "say it shortly, in words of our own and without quoting"));
        }
        boolean confirmed = !fields.optional("sureness").map(Text::value).equals(Optional.of(Sureness.GENERAL.mark()));
        if (Citation.isProvision(number)) {
            readEquivalents(new Citation(corpus, number), row);
        }
        String segment = fields.text("segment");
        List<ObligationKind> kinds =
                fields.choices("kinds", confirmed, List.of(ObligationKind.values()), ObligationKind::word);
        Addressee appliesTo = fields.choice("applies-to", List.of(Addressee.values()), Addressee::word);
        String condition = fields.text("condition");
        Sureness sureness = fields.choice("sureness", List.of(Sureness.values()), Sureness::mark);
        List<String> keys = SourceKeys.read(fields, confirmed, sources, sourceKeys, faults);
        DateMark verifiedOn = DateMarks.read(fields, "verified-on", false);
        String note = fields.optional("note").map(Text::value).orElse("");
        Optional<InForce> inForce = readDates(fields.nested("in-force", DATES, true));
        // One fault refuses the whole catalogue, so a row is built only while there is none at all.
        if (faults.none() && inForce.isPresent()) {
            provisions.add(new Provision(
                    new Citation(corpus, number),
                    segment,
                    new Paraphrase(paraphrase),
                    kinds,
                    appliesTo,
                    condition,
                    inForce.get(),
                    keys,
                    verifiedOn,
                    sureness,
                    note));
        }
    }

    private void readParent(String corpus, String number, Fields row, Text parent) {
        Spot parentAt = names.get(parent.value());
        if (parentAt == null) {
            faults.add(
                    parent.at(),
                    "the parent `" + parent.value() + "` is not a provision of this file",
                    "catalogue the parent before its parts or correct its number");
        } else if (!isPart(number, parent.value())) {
            faults.add(
                    parent.at(),
                    "`" + number + "` is not a part of `" + parent.value() + "`",
                    "the number of a part begins with the whole number of its parent");
        } else if (parentAt.isAfter(row.at())) {
            faults.add(
                    parent.at(),
                    "the parent `" + parent.value() + "` stands after its part, on " + parentAt.words(),
                    "move the parent before its parts");
        } else if (Citation.isProvision(number) && Citation.isProvision(parent.value())) {
            parents.put(new Citation(corpus, number), new Citation(corpus, parent.value()));
        }
    }

    private static boolean isPart(String number, String parent) {
        return number.length() > parent.length()
                && number.startsWith(parent)
                && !Character.isLetterOrDigit(number.charAt(parent.length()));
    }

    private void readEquivalents(Citation from, Fields row) {
        if (row.has("equivalent-to")) {
            for (Text to : row.texts("equivalent-to", true)) {
                CitationText.read(to, faults).ifPresent(citation -> equivalents.add(new Link(from, citation, to.at())));
            }
        }
    }

    private Optional<InForce> readDates(Fields dates) {
        long before = faults.count();
        DateMark from = DateMarks.read(dates, "from", false);
        DateMark to = DateMarks.read(dates, "to", true);
        List<LocalDate> seenOn = dates.days("seen-on");
        Sureness sureness = dates.choice("sureness", List.of(Sureness.values()), Sureness::mark);
        String basis = dates.text("basis");
        if (faults.count() != before || basis.isEmpty()) {
            return Optional.empty();
        }
        if (InForce.endsBeforeItBegins(from, to)) {
            faults.add(
                    dates.at("to"),
                    "the last day `" + to.text() + "` precedes the first `" + from.text() + "`",
                    "correct one of the two days");
            return Optional.empty();
        }
        return Optional.of(new InForce(from, to, seenOn, sureness, basis));
    }

    /** Is where a provision is declared. */
    record Place(Citation citation, Spot at) {}

    /** Says that a provision points at another, and where. */
    record Link(Citation from, Citation to, Spot at) {}

    /** Is what a file holds; the corpus has no description when anything in the file is at fault. */
    record Contents(
            Optional<Text> corpus,
            Optional<Corpus> description,
            List<Place> places,
            List<Provision> provisions,
            Map<Citation, Citation> parents,
            List<Link> equivalents) {}
}
