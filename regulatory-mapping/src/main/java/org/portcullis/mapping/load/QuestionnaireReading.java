package org.portcullis.mapping.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.portcullis.mapping.assessment.FactKind;
import org.portcullis.mapping.assessment.JournalReach;
import org.portcullis.mapping.assessment.Questionnaire;
import org.portcullis.model.citation.Citation;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Fields;
import org.portcullis.yaml.Spot;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlText;
import org.portcullis.yaml.YamlValue;

/** Reads one questionnaire. Mutable, owned by the thread that loads, used for one {@link #read}. */
final class QuestionnaireReading {

    private static final List<String> FIELDS = List.of("questionnaire", "title", "about", "author", "sections");
    private static final List<String> SECTION = List.of("heading", "subject", "items");
    private static final List<String> ITEM = List.of("provision", "journal", "facts", "questions");
    private static final List<String> QUESTION = List.of("who", "asks", "give");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_NAME = 60;

    private final String label;
    private final Predicate<Citation> known;
    private final Faults faults = new Faults();
    private final Map<Citation, Spot> places = new LinkedHashMap<>();

    QuestionnaireReading(String label, Predicate<Citation> known) {
        this.label = label;
        this.known = known;
    }

    QuestionnaireLoading read(byte[] bytes) {
        Optional<Questionnaire> read = new YamlText(label, QuestionnaireLoader.MAX_BYTES, faults)
                .parse(bytes)
                .flatMap(this::read);
        return read.isPresent() && faults.none()
                ? new QuestionnaireLoading.Loaded(read.get())
                : new QuestionnaireLoading.Refused(faults.sorted());
    }

    private Optional<Questionnaire> read(YamlValue root) {
        Fields fields = Fields.of(root, FIELDS, faults);
        String name = fields.text("questionnaire");
        if (!name.isEmpty() && (name.length() > MAX_NAME || !NAME.matcher(name).matches())) {
            faults.add(
                    fields.at("questionnaire"),
                    "`" + name + "` is not the name of a questionnaire",
                    "write at most " + MAX_NAME + " lower-case letters and digits, words joined by dashes");
        }
        String title = fields.text("title");
        String about = fields.text("about");
        String author = fields.text("author");
        List<Questionnaire.Section> sections = new ArrayList<>();
        for (YamlValue node : fields.entries("sections", true)) {
            sections.add(section(Fields.of(node, SECTION, faults)));
        }
        return faults.none() ? Optional.of(new Questionnaire(name, title, about, author, sections)) : Optional.empty();
    }

    private Questionnaire.Section section(Fields fields) {
        String heading = fields.text("heading");
        String subject = fields.text("subject");
        List<Questionnaire.Item> items = new ArrayList<>();
        for (YamlValue node : fields.entries("items", true)) {
            item(Fields.of(node, ITEM, faults)).ifPresent(items::add);
        }
        return new Questionnaire.Section(heading, subject, items);
    }

    private Optional<Questionnaire.Item> item(Fields fields) {
        long before = faults.count();
        Optional<Citation> provision = fields.required("provision").flatMap(this::provision);
        JournalReach reach = fields.choice("journal", List.of(JournalReach.values()), JournalReach::word);
        List<FactKind> facts = fields.choices("facts", false, List.of(FactKind.values()), FactKind::word);
        List<Questionnaire.Question> questions = new ArrayList<>();
        for (YamlValue node : fields.entries("questions", true)) {
            Fields question = Fields.of(node, QUESTION, faults);
            questions.add(
                    new Questionnaire.Question(question.text("who"), question.text("asks"), question.text("give")));
        }
        return faults.count() == before
                ? provision.map(citation -> new Questionnaire.Item(citation, reach, facts, questions))
                : Optional.empty();
    }

    private Optional<Citation> provision(Text text) {
        Optional<Citation> citation = CitationText.read(text, faults);
        if (citation.isEmpty()) {
            return citation;
        }
        if (!known.test(citation.get())) {
            faults.add(
                    text.at(),
                    "the provision `" + text.value() + "` is not in the catalogue",
                    "correct its number; controls of the library are not asked about");
            return Optional.empty();
        }
        Spot earlier = places.putIfAbsent(citation.get(), text.at());
        if (earlier != null) {
            faults.add(
                    text.at(),
                    "`" + text.value() + "` is there twice, first on " + earlier.words(),
                    "ask all questions about it in one place");
            return Optional.empty();
        }
        return citation;
    }
}
