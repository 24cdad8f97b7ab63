package org.portcullis.report.register;

import static org.portcullis.report.html.Node.element;
import static org.portcullis.report.html.Node.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portcullis.mapping.Provision;
import org.portcullis.model.Scope;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.report.html.Node;
import org.portcullis.report.html.Tag;

/** The page of one control. */
final class ControlPage {
    private final Site site;
    private final ControlEntry entry;
    private final String page;

    ControlPage(Site site, ControlEntry entry) {
        this.site = site;
        this.entry = entry;
        this.page = Site.controlPage(entry.id());
    }

    RegisterFile page() {
        List<Node> content = new ArrayList<>();
        content.add(element(Tag.H1, text(entry.id())));
        content.add(element(
                        Tag.P,
                        element(Tag.STRONG, entry.terms().kind()),
                        text(", " + entry.terms().effect() + ", acting on "
                                + entry.terms().target() + "."))
                .of("lead"));
        content.add(element(Tag.H2, "The control's own sentence").id("sentence"));
        content.add(sentence());
        content.add(element(Tag.H2, "What it does").id("terms"));
        content.add(facts());
        content.add(element(Tag.H2, "Provisions that it serves").id("provisions"));
        content.add(provisions());
        content.add(element(Tag.H2, "Tests of the policy that try it").id("tests"));
        content.add(tests());
        return site.page(page, entry.id(), content);
    }

    private Node sentence() {
        Node.Element lines = element(Tag.DIV).of("sentence");
        for (SentenceLayout.Line line : entry.sentence()) {
            Node.Element paragraph = element(Tag.P);
            boolean first = true;
            for (Word word : line.words()) {
                if (word.spaced() && !first) {
                    paragraph = paragraph.text(" ");
                }
                paragraph = paragraph.add(word(word));
                first = false;
            }
            lines = lines.add(paragraph);
        }
        return lines;
    }

    static Node word(Word word) {
        return switch (word.kind()) {
            case LANGUAGE, SIGN -> text(word.text());
            case ID, ATTRIBUTE, NUMBER, TEXT ->
                element(Tag.SPAN, word.text()).of(word.kind().name().toLowerCase(Locale.ROOT));
        };
    }

    private Node facts() {
        Node.Element list = element(Tag.DL).of("facts");
        list = list.add(element(Tag.DT, "Thresholds on " + site.register().day()));
        if (entry.thresholds().isEmpty()) {
            list = list.add(element(Tag.DD, "none"));
        }
        for (String threshold : entry.thresholds()) {
            list = list.add(element(Tag.DD).add(words(threshold)));
        }
        list = many(list, "Limited", entry.limitations());
        list = list.add(element(Tag.DT, "Applies"));
        list = list.add(element(Tag.DD, IndexPage.applies(entry)));
        if (!entry.applies().equals("always") && !entry.isJustItsScope()) {
            list = list.add(element(Tag.DD, text("where ")).add(words(entry.applies())));
        }
        for (Scope scope : entry.scopes()) {
            list = list.add(element(
                            Tag.DD,
                            Node.link(
                                            site.address(page, Site.SCOPES)
                                                    .at(scope.id().text()),
                                            scope.id().text())
                                    .of("id"),
                            text(" means "))
                    .add(words(ConditionText.words(scope.means()))));
        }
        list = list.add(IndexPage.fact("Missing data", entry.terms().missingData()));
        list = many(list, "People", entry.terms().recipients());
        list = many(list, "Terms", entry.terms().terms());
        list = list.add(IndexPage.fact("Owner", entry.terms().owner()));
        list = list.add(element(Tag.DT, "Review"), review());
        list = list.add(element(Tag.DT, "What people are shown"));
        list = list.add(element(
                Tag.DD,
                entry.terms().message().isEmpty()
                        ? "nothing of its own"
                        : "“" + entry.terms().message() + "”"));
        if (entry.example().isPresent()) {
            list = list.add(element(
                    Tag.DD,
                    text("for example “" + entry.example().get().message() + "” (in the test “"
                            + entry.example().get().test() + "”)")));
        }
        return list;
    }

    private Node review() {
        Node.Element words = element(
                Tag.DD,
                "every " + entry.review().every() + ", last on "
                        + entry.review().lastOn() + ", due "
                        + entry.review().due().map(day -> "on " + day).orElse("by the calendar") + " ");
        return entry.review().overdue() ? words.add(Site.mark("bad", "overdue")) : words;
    }

    private static Node.Element many(Node.Element list, String term, List<String> items) {
        if (items.isEmpty()) {
            return list;
        }
        Node.Element more = list.add(element(Tag.DT, term));
        for (String item : items) {
            more = more.add(element(Tag.DD, item));
        }
        return more;
    }

    /** A condition or value with its words highlighted. */
    static List<Node> words(String text) {
        List<Node> nodes = new ArrayList<>();
        for (Word word : SentenceLayout.words(text)) {
            if (word.spaced() && !nodes.isEmpty()) {
                nodes.add(text(" "));
            }
            nodes.add(word(word));
        }
        return nodes;
    }

    private Node provisions() {
        if (entry.provisions().isEmpty()) {
            return element(Tag.P, "It cites no provision.");
        }
        List<Node.Element> rows = new ArrayList<>();
        for (CitedProvision cited : entry.provisions()) {
            rows.add(Site.row(
                    site.provision(page, cited.citation()),
                    List.of(
                            Site.cell(cited.provision()
                                    .map(known -> known.paraphrase().text())
                                    .or(cited::claim)
                                    .orElse("not in the catalogue")),
                            Site.cell(
                                    cited.provision().map(ControlPage::sureness).orElse("–")),
                            Site.cell(cited.standingWords()))));
        }
        return Site.table(
                "Provisions in our own words, not quoted",
                List.of(
                        "Provision",
                        "Asks for",
                        "How this is known",
                        "On " + site.register().day()),
                rows);
    }

    static String sureness(Provision provision) {
        return provision.sureness().mark() + ": " + provision.sureness().meaning();
    }

    private Node tests() {
        if (entry.tests().isEmpty()) {
            return element(
                    Tag.P, Site.mark("attention", "no test"), text(" No test of the policy tries this control."));
        }
        List<Node.Element> rows = new ArrayList<>();
        for (TestUse use : entry.tests()) {
            rows.add(Site.row(
                    Node.link(
                            site.address(page, Site.TESTS).at(TestsPage.anchor(site.register(), use.test())),
                            use.test()),
                    List.of(
                            Site.cell(use.shows()),
                            Site.cell(use.named() ? "yes" : "no"),
                            Site.cell(use.passed() ? Site.mark("good", "passes") : Site.mark("bad", "fails")))));
        }
        return Site.table(
                "Tests that evaluate this control",
                List.of("Test", "The control is", "Expects something of it", "Result"),
                rows);
    }
}
