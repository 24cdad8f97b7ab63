package org.portcullis.report.register;

import static org.portcullis.report.html.Node.element;
import static org.portcullis.report.html.Node.link;
import static org.portcullis.report.html.Node.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.citation.Citation;
import org.portcullis.report.html.Address;
import org.portcullis.report.html.Attribute;
import org.portcullis.report.html.Document;
import org.portcullis.report.html.Node;
import org.portcullis.report.html.Tag;

/**
 * Where the pages of one register stand and what they have in common: heading, navigation, foot.
 *
 * @param prefix the folder of this register, with a slash at its end, or nothing
 */
record Site(Register register, ProvisionCatalogue catalogue, String prefix, Optional<String> parent) {
    static final String STYLE = "style.css";

    static final String INDEX = "index.html";
    static final String SCOPES = "scopes.html";
    static final String PROVISIONS = "provisions.html";
    static final String TESTS = "tests.html";
    static final String REVIEWS = "reviews.html";

    private record Entry(String page, String title) {}

    private static final List<Entry> NAVIGATION = List.of(
            new Entry(INDEX, "Controls"),
            new Entry(PROVISIONS, "Provisions"),
            new Entry(SCOPES, "Scopes"),
            new Entry(TESTS, "Tests"),
            new Entry(REVIEWS, "Reviews"));

    /** A page of this register. */
    RegisterFile page(String page, String title, List<? extends Node> content) {
        Node.Element main = element(Tag.MAIN).id("content").add(content);
        Node.Element body = element(
                Tag.BODY,
                link(Address.place("content"), "Skip to the content").of("skip"),
                header(page),
                main,
                footer());
        String path = prefix + page;
        String name = register.pack().header().name();
        return new RegisterFile(path, new Document(path, title + " – " + name, STYLE, body).html());
    }

    /** The address of a page of this register, from another. */
    Address address(String from, String to) {
        return Address.page(from, to);
    }

    /** A link to a control from a page. */
    Node control(String from, String id) {
        return link(address(from, controlPage(id)), id).of("id");
    }

    static String controlPage(String id) {
        return "controls/" + id + ".html";
    }

    /** A link to a provision from a page; its name alone where the catalogue does not know it. */
    Node provision(String from, Citation citation) {
        return catalogue.find(citation).isPresent()
                ? link(address(from, PROVISIONS).at(anchor(citation)), citation.toString())
                        .of("provision")
                : text(citation.toString());
    }

    /** Links joined by commas. */
    static List<Node> joined(List<? extends Node> nodes) {
        List<Node> joined = new ArrayList<>();
        for (Node node : nodes) {
            if (!joined.isEmpty()) {
                joined.add(text(", "));
            }
            joined.add(node);
        }
        return joined;
    }

    /** The id of a provision on its page: `UK-RTS6-15.1.a`, the same for ever. */
    String anchor(Citation citation) {
        return anchors(catalogue).getOrDefault(citation, "unknown");
    }

    /** Two provisions whose names differ in signs alone are told apart by their place in the catalogue. */
    private static Map<Citation, String> anchors(ProvisionCatalogue catalogue) {
        Map<Citation, String> anchors = new HashMap<>();
        Map<String, Integer> used = new HashMap<>();
        for (Citation citation : catalogue.citations()) {
            String words = citation.corpus() + "-"
                    + citation.provision().replaceAll("[^A-Za-z0-9]+", ".").replaceAll("\\.$", "");
            int times = used.merge(words, 1, Integer::sum);
            anchors.put(citation, times == 1 ? words : words + "-" + times);
        }
        return anchors;
    }

    private Node.Element header(String page) {
        Node.Element list = element(Tag.UL);
        for (Entry entry : NAVIGATION) {
            Node.Element to = link(address(page, entry.page()), entry.title());
            list = list.add(element(Tag.LI, entry.page().equals(page) ? to.with(Attribute.ARIA_CURRENT, "page") : to));
        }
        Node.Element header = element(Tag.HEADER).of("top");
        if (parent.isPresent()) {
            header = header.add(element(Tag.P, link(Address.page(prefix + page, parent.get()), "All policies"))
                    .of("up"));
        }
        return header.add(
                element(Tag.P, text("Control register")).of("kicker"),
                element(
                                Tag.P,
                                link(
                                        address(page, INDEX),
                                        register.pack().header().name()),
                                text(" version " + register.pack().header().version()))
                        .of("policy"),
                element(Tag.NAV, list).with(Attribute.ARIA_LABEL, "Register"));
    }

    private Node.Element footer() {
        return element(
                Tag.FOOTER,
                element(
                        Tag.P,
                        text("Generated by Portcullis from "),
                        element(Tag.CODE, register.source()),
                        text(" as of " + register.day() + ".")),
                element(
                        Tag.P,
                        text("Fingerprint of the policy: "),
                        element(Tag.CODE, register.fingerprint().value())),
                element(
                        Tag.P,
                        "Provisions are paraphrased in our own words, not quoted, and say how sure they are. Nothing here is legal advice."));
    }

    /** A word that stands out, and says in words what its colour says. */
    static Node.Element mark(String styleClass, String words) {
        return element(Tag.SPAN, words).of("mark " + styleClass);
    }

    /** A table with a caption and column headings; it scrolls by itself where the page is narrow. */
    static Node.Element table(String caption, List<String> columns, List<Node.Element> rows) {
        Node.Element head = element(Tag.TR);
        for (String column : columns) {
            head = head.add(element(Tag.TH, column).with(Attribute.SCOPE, "col"));
        }
        Node.Element table = element(
                Tag.TABLE,
                element(Tag.CAPTION, caption),
                element(Tag.THEAD, head),
                element(Tag.TBODY)
                        .add(rows.stream().map(row -> titled(row, columns)).toList()));
        return element(Tag.DIV, table)
                .of("table")
                .with(Attribute.ROLE, "region")
                .with(Attribute.ARIA_LABEL, caption)
                .with(Attribute.TABINDEX, "0");
    }

    /** The row with each cell naming its column. */
    private static Node.Element titled(Node.Element row, List<String> columns) {
        List<Node> cells = new ArrayList<>();
        for (Node cell : row.children()) {
            String column = columns.get(cells.size());
            cells.add(cell.match(new Node.Cases<Node>() {
                @Override
                public Node text(Node.Text text) {
                    return text;
                }

                @Override
                public Node element(Node.Element element) {
                    return element.with(Attribute.DATA_COLUMN, column);
                }
            }));
        }
        return new Node.Element(row.tag(), row.attributes(), row.address(), cells);
    }

    /** A day that stays in one line. */
    static Node day(java.time.LocalDate day) {
        return element(Tag.TIME, day.toString()).with(Attribute.DATETIME, day.toString());
    }

    /** A row whose first cell names it. */
    static Node.Element row(Node name, List<Node.Element> cells) {
        return element(Tag.TR, element(Tag.TH, name).with(Attribute.SCOPE, "row"))
                .add(cells);
    }

    static Node.Element cell(Node... content) {
        return element(Tag.TD, content);
    }

    static Node.Element cell(String content) {
        return element(Tag.TD, content);
    }

    /** A sentence begins with a capital letter and ends with a full stop. */
    static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
