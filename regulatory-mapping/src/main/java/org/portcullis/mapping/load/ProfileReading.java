package org.portcullis.mapping.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.mapping.coverage.Exclusion;
import org.portcullis.model.citation.Citation;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Fields;
import org.portcullis.yaml.Spot;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlText;
import org.portcullis.yaml.YamlValue;

/** Reads one profile. Mutable, owned by the thread that loads, used for one {@link #read}. */
final class ProfileReading {

    private static final List<String> FIELDS =
            List.of("profile", "title", "applies-to", "author", "extends", "required", "asked", "exclusions");
    private static final List<String> EXCLUSION = List.of("provision", "reason", "author");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_NAME = 60;

    private final String label;
    private final ProvisionCatalogue catalogue;
    private final Faults faults = new Faults();
    private final Map<Citation, Spot> places = new LinkedHashMap<>();
    private final Map<Citation, CoverageProfile.Row> rows = new LinkedHashMap<>();
    private final List<Exclusion> exclusions = new ArrayList<>();

    ProfileReading(String label, ProvisionCatalogue catalogue) {
        this.label = label;
        this.catalogue = catalogue;
    }

    ProfileLoading read(byte[] bytes) {
        Optional<CoverageProfile> profile = new YamlText(label, ProfileLoader.MAX_BYTES, faults)
                .parse(bytes)
                .flatMap(this::read);
        return profile.isPresent() && faults.none()
                ? new ProfileLoading.Loaded(profile.get())
                : new ProfileLoading.Refused(faults.sorted());
    }

    private Optional<CoverageProfile> read(YamlValue root) {
        Fields fields = Fields.of(root, FIELDS, faults);
        String name = fields.text("profile");
        if (!name.isEmpty() && (name.length() > MAX_NAME || !NAME.matcher(name).matches())) {
            faults.add(
                    fields.at("profile"),
                    "`" + name + "` is not the name of a profile",
                    "write at most " + MAX_NAME + " lower-case letters and digits, words joined by dashes");
        }
        String title = fields.text("title");
        String appliesTo = fields.text("applies-to");
        String author = fields.text("author");
        fields.optional("extends").ifPresent(this::begin);
        rows(fields.texts("required", false), true);
        rows(fields.texts("asked", false), false);
        for (YamlValue node : fields.entries("exclusions", false)) {
            exclusion(Fields.of(node, EXCLUSION, faults));
        }
        if (rows.isEmpty() && faults.none()) {
            faults.add(fields.at(), "the profile asks for nothing", "list a provision under `required` or `asked`");
        }
        return faults.none()
                ? Optional.of(
                        new CoverageProfile(name, title, appliesTo, author, List.copyOf(rows.values()), exclusions))
                : Optional.empty();
    }

    /** Begins with what a built-in profile asks; what this one says of a provision counts instead. */
    private void begin(Text name) {
        if (!ProfileLoader.BUILT_IN.contains(name.value())) {
            faults.add(
                    name.at(),
                    "there is no profile `" + name.value() + "` to extend",
                    "name one of `" + String.join("`, `", ProfileLoader.BUILT_IN) + "`");
            return;
        }
        CoverageProfile whole = ProfileLoader.builtIn(name.value(), catalogue);
        whole.rows().forEach(row -> rows.put(row.provision(), row));
        exclusions.addAll(whole.exclusions());
    }

    private void rows(List<Text> texts, boolean required) {
        for (Text text : texts) {
            known(text).ifPresent(citation -> {
                Spot earlier = places.putIfAbsent(citation, text.at());
                if (earlier == null) {
                    rows.put(citation, new CoverageProfile.Row(citation, required));
                } else {
                    faults.add(
                            text.at(),
                            "`" + text.value() + "` is there twice, first on " + earlier.words(),
                            "keep it in one list");
                }
            });
        }
    }

    private void exclusion(Fields fields) {
        long before = faults.count();
        Optional<Citation> citation = fields.required("provision").flatMap(this::known);
        String reason = fields.text("reason");
        String author = fields.text("author");
        if (faults.count() != before || citation.isEmpty()) {
            return;
        }
        if (exclusions.stream().anyMatch(other -> other.citation().equals(citation.get()))) {
            faults.add(fields.at("provision"), "the provision is excluded twice", "keep one of the reasons");
        } else {
            exclusions.add(new Exclusion(citation.get(), reason, author));
        }
    }

    private Optional<Citation> known(Text text) {
        Optional<Citation> citation = CitationText.read(text, faults);
        if (citation.isPresent() && catalogue.find(citation.get()).isEmpty()) {
            faults.add(
                    text.at(),
                    "the provision `" + text.value() + "` is not in the catalogue",
                    "correct its number; controls of the library are not asked for");
            return Optional.empty();
        }
        return citation;
    }
}
