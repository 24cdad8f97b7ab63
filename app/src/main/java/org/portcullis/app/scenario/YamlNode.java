package org.portcullis.app.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.app.terminal.UserMistake;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One value of a scenario file with its place, so that every mistake names file, line and column. */
record YamlNode(String file, Node node) {

    /** The fields of a mapping; a field that is not among {@code known} is a mistake. */
    Map<String, YamlNode> fields(Set<String> known) {
        Map<String, YamlNode> fields = fields();
        fields.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.mistake("`" + name + "` is no field here; known are " + String.join(", ", known));
            }
        });
        return fields;
    }

    /** The fields of a mapping whose names are free, in the order of the file. */
    Map<String, YamlNode> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw mistake("expected fields here");
        }
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            YamlNode before = fields.put(key.text(), new YamlNode(file, tuple.getValueNode()));
            if (before != null) {
                throw key.mistake("`" + key.text() + "` stands twice");
            }
        }
        return fields;
    }

    /** A field that must be there. */
    YamlNode need(Map<String, YamlNode> fields, String name) {
        YamlNode value = fields.get(name);
        if (value == null) {
            throw mistake("the field `" + name + "` is missing");
        }
        return value;
    }

    /** A field that may be left out. */
    static Optional<YamlNode> find(Map<String, YamlNode> fields, String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The items of a list. */
    List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw mistake("expected a list here");
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(file, item));
        }
        return items;
    }

    /** The text of a scalar as it is written; YAML's own guesses about types are not used. */
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw mistake("expected one value here");
        }
        return scalar.getValue();
    }

    /** A whole number that is not negative. */
    int whole() {
        try {
            int number = Integer.parseInt(text());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the one message for all that is no whole number.
        }
        throw mistake("expected a whole number, found `" + text() + "`");
    }

    /** A mistake at this place. */
    UserMistake mistake(String sentence) {
        return new UserMistake(file + ":" + (node.getStartMark().getLine() + 1) + ":"
                + (node.getStartMark().getColumn() + 1) + ": " + sentence);
    }
}
