package org.portcullis.report.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Is an element of a small XML part with what is in it; names are without their namespaces.
 *
 * @param attributes those that comparisons ask for
 * @param text of an element that holds text alone
 */
record XmlTree(String name, Map<String, String> attributes, String text, List<XmlTree> children) {

    /** A drawing or a chart of an evidence workbook has a hundredth of these. */
    private static final int MAX_ELEMENTS = 100_000;

    private static final int MAX_DEPTH = 60;
    private static final Set<String> OF_TEXT = Set.of("f", "v", "t", "formatCode", "row", "col");
    private static final List<String> ATTRIBUTES =
            List.of("val", "idx", "hidden", "formatCode", "uri", "rot", "id", "Requires");

    XmlTree {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** Reads a part from its root. */
    static XmlTree read(XmlPart part) throws UnreadableWorkbook {
        if (!part.nextElement()) {
            throw part.unreadable("is empty");
        }
        return new Reader(part).element();
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** Gives the first element of a name right below. */
    Optional<XmlTree> child(String child) {
        return children.stream().filter(each -> each.name.equals(child)).findFirst();
    }

    /** Gives the elements of a name right below. */
    List<XmlTree> children(String child) {
        return children.stream().filter(each -> each.name.equals(child)).toList();
    }

    /** Gives the element at the end of a path of names, each right below the other. */
    Optional<XmlTree> at(String... path) {
        Optional<XmlTree> found = Optional.of(this);
        for (String step : path) {
            found = found.flatMap(each -> each.child(step));
        }
        return found;
    }

    /** Gives all elements of a name, however deep. */
    List<XmlTree> all(String wanted) {
        List<XmlTree> found = new ArrayList<>();
        if (name.equals(wanted)) {
            found.add(this);
        }
        children.forEach(each -> found.addAll(each.all(wanted)));
        return found;
    }

    /** Gives the attribute {@code val} of the element at the end of a path; empty where there is none. */
    String value(String... path) {
        return at(path).map(each -> each.attribute("val")).orElse("");
    }

    private static final class Reader {
        private final XmlPart part;
        private int elements;

        Reader(XmlPart part) {
            this.part = part;
        }

        XmlTree element() throws UnreadableWorkbook {
            if (++elements > MAX_ELEMENTS || part.depth() > MAX_DEPTH) {
                throw part.unreadable("has more elements than a drawing of a workbook needs");
            }
            String name = part.element();
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String attribute : ATTRIBUTES) {
                String value = part.attribute(attribute);
                if (!value.isEmpty()) {
                    attributes.put(attribute, value);
                }
            }
            String relationship = part.relationship();
            if (!relationship.isEmpty()) {
                attributes.put("relationship", relationship);
            }
            if (OF_TEXT.contains(name)) {
                return new XmlTree(name, attributes, part.text(), List.of());
            }
            int depth = part.depth();
            List<XmlTree> children = new ArrayList<>();
            while (part.next() && part.depth() >= depth) {
                if (part.begins()) {
                    children.add(element());
                }
            }
            return new XmlTree(name, attributes, "", children);
        }
    }
}
