package org.portcullis.report.register;

import static org.portcullis.report.html.Node.element;
import static org.portcullis.report.html.Node.link;
import static org.portcullis.report.html.Node.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portcullis.mapping.coverage.ControlCoverage;
import org.portcullis.model.Header;
import org.portcullis.model.value.ValueText;
import org.portcullis.report.html.Address;
import org.portcullis.report.html.Node;
import org.portcullis.report.html.Tag;

/** The first page: what the policy is, what stands out, and all controls. */
final class IndexPage {
    private static final String PAGE = Site.INDEX;

    private final Site site;
    private final Register register;
    private final ControlCoverage coverage;

    IndexPage(Site site, ControlCoverage coverage) {
        this.site = site;
        this.register = site.register();
        this.coverage = coverage;
    }

    RegisterFile page() {
        List<Node> content = new ArrayList<>();
        content.add(element(Tag.H1, register.pack().header().name()));
        content.add(standing());
        content.add(element(Tag.H2, "At a glance"));
        content.add(glance());
        content.add(element(Tag.H2, "Controls").id("controls"));
        content.add(controls());
        content.add(element(Tag.H2, "The policy"));
        content.add(policy());
        return site.page(PAGE, "Controls", content);
    }

    private Node standing() {
        Header header = register.pack().header();
        String period = "from " + header.effectiveFrom()
                + header.effectiveUntil().map(until -> " until " + until).orElse("");
        Node mark = register.inForce()
                ? Site.mark("good", "in force on " + register.day())
                : Site.mark("bad", "not in force on " + register.day());
        return element(Tag.P, mark, text(" Effective " + period + ".")).of("lead");
    }

    private static String counted(String kind, long count) {
        return count == 1 ? kind : kind + (kind.endsWith("ch") ? "es" : "s");
    }

    private Node glance() {
        long overdue = register.controls().stream()
                .filter(entry -> entry.review().overdue())
                .count();
        long untested = register.controls().stream()
                .filter(entry -> entry.tests().isEmpty())
                .count();
        long failing = register.tests().stream().filter(test -> !test.passed()).count();
        long served = register.controls().stream()
                .flatMap(entry -> entry.provisions().stream())
                .map(CitedProvision::citation)
                .distinct()
                .count();
        Map<String, Long> kinds = register.controls().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.terms().kind(), LinkedHashMap::new, Collectors.counting()));
        String kindWords = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + counted(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining(", "));
        return element(
                        Tag.UL,
                        fact(register.controls().size() + "", "controls", kindWords, Site.INDEX, "controls"),
                        fact(
                                served + "",
                                "provisions cited",
                                coverage.gaps().size() + " of the catalogue without a control",
                                Site.PROVISIONS,
                                "gaps"),
                        fact(
                                register.tests().size() + "",
                                "tests",
                                failing == 0 ? "all pass" : failing + " fail",
                                Site.TESTS,
                                "tests"),
                        fact(untested + "", "controls without a test", "", Site.TESTS, "untested"),
                        fact(overdue + "", "reviews overdue", "on " + register.day(), Site.REVIEWS, "reviews"))
                .of("glance");
    }

    private Node.Element fact(String number, String what, String detail, String page, String place) {
        Node.Element item = element(
                Tag.LI,
                element(Tag.STRONG, number),
                text(" "),
                link(
                        page.equals(PAGE)
                                ? Address.place(place)
                                : site.address(PAGE, page).at(place),
                        what));
        return detail.isEmpty()
                ? item
                : item.add(text(" "), element(Tag.SPAN, detail).of("detail"));
    }

    private Node controls() {
        List<Node.Element> rows = new ArrayList<>();
        for (ControlEntry entry : register.controls()) {
            rows.add(Site.row(
                    site.control(PAGE, entry.id()),
                    List.of(
                            Site.cell(entry.terms().kind()),
                            Site.cell(entry.terms().effect()),
                            Site.cell(entry.thresholds().isEmpty() ? "–" : String.join("; ", entry.thresholds())),
                            Site.cell(applies(entry)),
                            Site.cell(entry.terms().owner()),
                            due(entry.review()),
                            element(Tag.TD)
                                    .add(Site.joined(entry.provisions().stream()
                                            .map(cited -> site.provision(PAGE, cited.citation()))
                                            .toList())))));
        }
        return Site.table(
                "All controls of the policy, in its order",
                List.of("Control", "Kind", "Does", "Threshold", "Applies", "Owner", "Review due", "Provisions"),
                rows);
    }

    static String applies(ControlEntry entry) {
        String where = entry.scopes().isEmpty()
                ? "everywhere"
                : "in scope "
                        + entry.scopes().stream()
                                .map(scope -> scope.id().text())
                                .collect(Collectors.joining(" or "));
        return entry.terms().subject() + " " + where + ", " + entry.terms().stage();
    }

    static Node.Element due(ReviewState review) {
        Node.Element cell = Site.cell(review.due().map(Site::day).orElseGet(() -> text("by the calendar")));
        return review.overdue() ? cell.add(text(" "), Site.mark("bad", "overdue")) : cell;
    }

    private Node policy() {
        Header header = register.pack().header();
        return element(Tag.DL)
                .of("facts")
                .add(fact("Owner", header.owner()))
                .add(fact("Language", header.languageVersion()))
                .add(fact("Time zone and calendar", header.zone().getId() + ", " + header.calendar()))
                .add(fact(
                        "Currency",
                        header.currency() + ", converted at " + header.rateSource() + ", rates stale after "
                                + ValueText.canonical(header.rateStaleAfter())))
                .add(fact(
                        "Stale data",
                        "market data after " + ValueText.canonical(header.marketDataStaleAfter())
                                + ", reference data after " + ValueText.canonical(header.referenceDataStaleAfter())))
                .add(fact("Missing data", header.missingData().word()));
    }

    /** One term of a list with what it is. */
    static List<Node> fact(String term, String what) {
        return List.of(element(Tag.DT, term), element(Tag.DD, what));
    }
}
