package org.portcullis.yaml;

import org.yaml.snakeyaml.nodes.Node;

/** A value of a file that was not looked into yet; {@link Fields} takes it apart. */
public final class YamlValue {
    private final String file;
    private final Node node;

    YamlValue(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** The place of the value. */
    public Spot at() {
        return Spot.at(file, node);
    }

    String file() {
        return file;
    }

    Node node() {
        return node;
    }
}
