package org.portcullis.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A piece of a page: a text or an element with what it contains. */
public sealed interface Node {

    /** Dispatches on the kind of piece. */
    <R> R match(Cases<R> cases);

    /** Handles both kinds of piece. */
    interface Cases<R> {
        R text(Text text);

        R element(Element element);
    }

    /** A text, as people wrote it; it is escaped when it is written. */
    record Text(String text) implements Node {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /**
     * An element.
     *
     * @param address where it leads, for links and the style sheet
     */
    record Element(Tag tag, Map<Attribute, String> attributes, Optional<Address> address, List<Node> children)
            implements Node {
        public Element {
            attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
            children = List.copyOf(children);
            if (tag.isEmpty() && !children.isEmpty()) {
                throw new IllegalArgumentException("`" + tag.word() + "` has no content");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.element(this);
        }

        /** The same element with an attribute. */
        public Element with(Attribute attribute, String value) {
            Map<Attribute, String> more = new TreeMap<>(attributes);
            more.put(attribute, value);
            return new Element(tag, more, address, children);
        }

        /** The same element of a class of the style sheet. */
        public Element of(String styleClass) {
            return with(Attribute.CLASS, styleClass);
        }

        /** The same element with an id to link to. */
        public Element id(String id) {
            return with(Attribute.ID, id);
        }

        /** The same element leading somewhere. */
        public Element to(Address target) {
            return new Element(tag, attributes, Optional.of(target), children);
        }

        /** The same element with more in it. */
        public Element add(Node... more) {
            return add(List.of(more));
        }

        /** The same element with more in it. */
        public Element add(List<? extends Node> more) {
            List<Node> all = new ArrayList<>(children);
            all.addAll(more);
            return new Element(tag, attributes, address, all);
        }

        /** The same element with a text at its end. */
        public Element text(String text) {
            return add(new Text(text));
        }
    }

    /** A text. */
    static Text text(String text) {
        return new Text(text);
    }

    /** An element with what it contains. */
    static Element element(Tag tag, Node... children) {
        return new Element(tag, Map.of(), Optional.empty(), List.of(children));
    }

    /** An element that contains a text. */
    static Element element(Tag tag, String text) {
        return element(tag, text(text));
    }

    /** A link. */
    static Element link(Address to, String text) {
        return element(Tag.A, text).to(to);
    }
}
