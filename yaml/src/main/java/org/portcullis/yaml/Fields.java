package org.portcullis.yaml;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.model.text.Resemblance;
import org.portcullis.model.text.ShownText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the fields of one mapping by name and reports unknown, repeated, missing and mistyped ones.
 *
 * <p>After a fault a reading method gives an empty or first value so that reading can go on; callers compare the count
 * of faults and drop what they built.
 */
public final class Fields {

    /** The most entries of one list. */
    public static final int MAX_ENTRIES = 5_000;

    private final Spot at;
    private final Faults faults;
    private final Map<String, Node> nodes;

    private Fields(Spot at, Faults faults, Map<String, Node> nodes) {
        this.at = at;
        this.faults = faults;
        this.nodes = nodes;
    }

    /** Gives fields for a place where no mapping stands; every required field is missing but only once reported. */
    public static Fields of(YamlValue value, List<String> allowed, Faults faults) {
        String file = value.file();
        Node node = value.node();
        Spot at = Spot.at(file, node);
        Map<String, Node> found = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            faults.add(
                    at, "fields are expected here", "write " + listed(allowed) + ", each with a colon and its value");
            return new Fields(at, new Faults(), found);
        }
        for (NodeTuple tuple : mapping.getValue()) {
            Spot keyAt = Spot.at(file, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(keyAt, "the name of a field must be text", "the fields here are " + listed(allowed));
            } else if (!allowed.contains(key.getValue())) {
                faults.add(
                        keyAt,
                        "the field " + ShownText.quoted(key.getValue()) + " is unknown",
                        Resemblance.didYouMean(key.getValue(), allowed, "the fields here are " + listed(allowed)));
            } else if (found.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                faults.add(
                        keyAt, "the field " + ShownText.quoted(key.getValue()) + " is there twice", "keep one of them");
            }
        }
        return new Fields(at, faults, found);
    }

    /** Gives fields that fall back on others where they have none of their own. */
    public Fields fallingBackOn(Fields defaults) {
        Map<String, Node> merged = new LinkedHashMap<>(defaults.nodes);
        merged.putAll(nodes);
        return new Fields(at, faults, merged);
    }

    /** Gives the fields of a nested mapping, or of nothing when the field is absent and optional. */
    public Fields nested(String name, List<String> allowed, boolean required) {
        Node node = nodes.get(name);
        if (node == null) {
            if (required) {
                missing(name);
            }
            return new Fields(at, new Faults(), Map.of());
        }
        return of(new YamlValue(at.file(), node), allowed, faults);
    }

    /** Gives the place of the mapping. */
    public Spot at() {
        return at;
    }

    /** Gives the place of a field's value, or of the mapping when there is none. */
    public Spot at(String name) {
        Node node = nodes.get(name);
        return node == null ? at : Spot.at(at.file(), node);
    }

    /** Gives the text of a required field that must not be blank. */
    public String text(String name) {
        return required(name).map(Text::value).orElse("");
    }

    /** Tells whether the field is there. */
    public boolean has(String name) {
        return nodes.containsKey(name);
    }

    /** Gives the text of a required field with its place, or nothing after reporting why not. */
    public Optional<Text> required(String name) {
        if (!nodes.containsKey(name)) {
            missing(name);
        }
        return optional(name);
    }

    /** Gives the text of a field, or nothing when it is absent or at fault. */
    public Optional<Text> optional(String name) {
        Node node = nodes.get(name);
        return node == null ? Optional.empty() : scalar(node, "`" + name + "`");
    }

    /** Gives the choice whose word the field holds. */
    public <T> T choice(String name, List<T> choices, Function<T, String> word) {
        if (!nodes.containsKey(name)) {
            missing(name);
            return choices.get(0);
        }
        return optional(name).map(text -> choose(text, name, choices, word)).orElse(choices.get(0));
    }

    /** Gives the choices whose words the listed field holds, without repeats. */
    public <T> List<T> choices(String name, List<T> choices, Function<T, String> word) {
        return choices(name, true, choices, word);
    }

    /** Gives the choices whose words the listed field holds, without repeats; the list may be empty unless one is needed. */
    public <T> List<T> choices(String name, boolean needed, List<T> choices, Function<T, String> word) {
        List<T> chosen = new ArrayList<>();
        for (Text text : texts(name, needed)) {
            T choice = choose(text, name, choices, word);
            if (chosen.contains(choice)) {
                faults.add(text.at(), ShownText.quoted(text.value()) + " is there twice", "keep one of them");
            } else {
                chosen.add(choice);
            }
        }
        return chosen;
    }

    /** Gives the texts of a required list, which may be empty unless something is needed. */
    public List<Text> texts(String name, boolean needed) {
        List<Text> texts = new ArrayList<>();
        for (YamlValue entry : entries(name, needed)) {
            scalar(entry.node(), "an entry of `" + name + "`").ifPresent(texts::add);
        }
        return texts;
    }

    /** Gives the nodes of a required list, which may be empty unless something is needed. */
    public List<YamlValue> entries(String name, boolean needed) {
        Node node = nodes.get(name);
        if (node == null) {
            missing(name);
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            faults.add(at(name), "`" + name + "` must be a list", "write one entry to a line, each after a dash");
            return List.of();
        }
        List<YamlValue> entries = sequence.getValue().stream()
                .map(entry -> new YamlValue(at.file(), entry))
                .toList();
        if (entries.isEmpty() && needed) {
            faults.add(at(name), "`" + name + "` is empty", "write at least one entry");
        }
        if (entries.size() > MAX_ENTRIES) {
            faults.add(
                    at(name),
                    "`" + name + "` has " + entries.size() + " entries and the maximum is " + MAX_ENTRIES,
                    "split the file");
            return List.of();
        }
        return entries;
    }

    /** Gives the days of a required list in ascending order. */
    public List<LocalDate> days(String name) {
        List<LocalDate> days = new ArrayList<>();
        for (Text text : texts(name, false)) {
            Optional<LocalDate> day = day(text, "");
            if (day.isPresent() && !days.isEmpty() && !days.get(days.size() - 1).isBefore(day.get())) {
                faults.add(
                        text.at(),
                        "the day " + ShownText.quoted(text.value()) + " does not come after the one before",
                        "sort the days");
            } else {
                day.ifPresent(days::add);
            }
        }
        return days;
    }

    /**
     * Reads a text of this file as a day.
     *
     * @param orWords what else may be written, as the end of the sentence that says so
     */
    public Optional<LocalDate> day(Text text, String orWords) {
        try {
            return Optional.of(LocalDate.parse(text.value(), DateTimeFormatter.ISO_LOCAL_DATE));
        } catch (DateTimeParseException e) {
            faults.add(
                    text.at(),
                    ShownText.quoted(text.value()) + " is not a day",
                    "write year, month and day such as `2022-05-02`" + orWords);
            return Optional.empty();
        }
    }

    private Optional<Text> scalar(Node node, String what) {
        Spot place = Spot.at(at.file(), node);
        if (!(node instanceof ScalarNode scalar)) {
            faults.add(place, what + " must be text", "write one value after the colon or dash");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            faults.add(place, what + " is blank", "write a value, or leave the field out where it is optional");
            return Optional.empty();
        }
        return Optional.of(new Text(scalar.getValue(), place));
    }

    private <T> T choose(Text text, String name, List<T> choices, Function<T, String> word) {
        for (T choice : choices) {
            if (word.apply(choice).equals(text.value())) {
                return choice;
            }
        }
        faults.add(
                text.at(),
                ShownText.quoted(text.value()) + " is not a value of `" + name + "`",
                Resemblance.didYouMean(
                        text.value(),
                        choices.stream().map(word).toList(),
                        "write one of " + listed(choices.stream().map(word).toList())));
        return choices.get(0);
    }

    private void missing(String name) {
        faults.add(at, "the field `" + name + "` is missing", "add `" + name + ":` with its value");
    }

    private static String listed(List<String> words) {
        return "`" + String.join("`, `", words) + "`";
    }
}
