package org.portcullis.report.register;

import static org.portcullis.report.html.Node.element;
import static org.portcullis.report.html.Node.text;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.report.html.Node;
import org.portcullis.report.html.Tag;

/** The page of the policy's own tests, and of the controls that none of them tries. */
final class TestsPage {
    private static final String PAGE = Site.TESTS;

    private TestsPage() {}

    static RegisterFile of(Site site) {
        Register register = site.register();
        List<Node> content = new ArrayList<>();
        content.add(element(Tag.H1, "Tests"));
        content.add(
                element(
                        Tag.P,
                        "The policy carries its own examples with their expected outcomes. They were run for this register; what is not given is unknown."));
        content.add(element(Tag.H2, "Examples").id("tests"));
        if (register.tests().isEmpty()) {
            content.add(element(Tag.P, "The policy has no tests."));
        }
        for (TestEntry test : register.tests()) {
            content.add(test(site, test));
        }
        content.add(element(Tag.H2, "Controls that no test tries").id("untested"));
        List<Node> untested = register.controls().stream()
                .filter(entry -> entry.tests().isEmpty())
                .map(entry -> site.control(PAGE, entry.id()))
                .toList();
        content.add(
                untested.isEmpty()
                        ? element(Tag.P, "None: every control is evaluated by at least one test.")
                        : element(Tag.P).add(Site.joined(untested)));
        return site.page(PAGE, "Tests", content);
    }

    /** The id of a test on the page; names are unique in a policy, but an id has no blanks. */
    static String anchor(Register register, String name) {
        int number = 1;
        for (TestEntry test : register.tests()) {
            if (test.name().equals(name)) {
                break;
            }
            number++;
        }
        return "test-" + number;
    }

    private static Node test(Site site, TestEntry test) {
        Node.Element facts = element(Tag.DL).of("facts").add(element(Tag.DT, "Given"));
        for (String given : test.given()) {
            facts = facts.add(element(Tag.DD).add(ControlPage.words(given)));
        }
        facts = facts.add(IndexPage.fact("Stage", test.stage())).add(element(Tag.DT, "Expects"));
        for (String expected : test.expected()) {
            facts = facts.add(element(Tag.DD).add(ControlPage.words(expected)));
        }
        if (!test.mismatches().isEmpty()) {
            facts = facts.add(element(Tag.DT, "Found instead"));
            for (String mismatch : test.mismatches()) {
                facts = facts.add(element(Tag.DD, mismatch));
            }
        }
        return element(
                Tag.SECTION,
                element(
                                Tag.H3,
                                text(test.name() + " "),
                                test.passed() ? Site.mark("good", "passes") : Site.mark("bad", "fails"))
                        .id(anchor(site.register(), test.name())),
                facts);
    }
}
