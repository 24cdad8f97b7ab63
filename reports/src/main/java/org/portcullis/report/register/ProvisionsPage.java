package org.portcullis.report.register;

import static org.portcullis.report.html.Node.element;
import static org.portcullis.report.html.Node.link;
import static org.portcullis.report.html.Node.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.mapping.ObligationKind;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.Sureness;
import org.portcullis.mapping.coverage.CitingControl;
import org.portcullis.mapping.coverage.ControlCoverage;
import org.portcullis.model.citation.Citation;
import org.portcullis.report.html.Address;
import org.portcullis.report.html.Attribute;
import org.portcullis.report.html.Node;
import org.portcullis.report.html.Tag;

/** The clause matrix: every provision of the catalogue with the controls that serve it, gaps included. */
final class ProvisionsPage {
    private static final String PAGE = Site.PROVISIONS;

    private final Site site;
    private final ControlCoverage coverage;

    ProvisionsPage(Site site, ControlCoverage coverage) {
        this.site = site;
        this.coverage = coverage;
    }

    RegisterFile page() {
        List<Node> content = new ArrayList<>();
        content.add(element(Tag.H1, "Provisions"));
        content.add(
                element(
                        Tag.P,
                        "Which controls of the policy serve which provision of the catalogue. A control serves a provision when it cites it or a part"
                                + " of it. That a control cites a provision is a statement of its owner and no legal opinion."));
        content.add(element(Tag.H2, "Gaps").id("gaps"));
        content.add(gaps());
        for (String corpus : site.catalogue().ruleBooks()) {
            content.add(corpus(corpus));
        }
        content.add(element(Tag.H2, "How a paraphrase is known").id("sureness"));
        Node.Element legend = element(Tag.DL).of("facts");
        for (Sureness sureness : Sureness.values()) {
            legend = legend.add(IndexPage.fact(sureness.mark(), Site.sentence(sureness.meaning())));
        }
        content.add(legend);
        return site.page(PAGE, "Provisions", content);
    }

    private Node gaps() {
        List<Citation> gaps = coverage.gaps();
        if (gaps.isEmpty()) {
            return element(Tag.P, "Every provision of the catalogue is served by a control.");
        }
        Node.Element list = element(Tag.UL).of("gaps");
        for (Citation gap : gaps) {
            list = list.add(element(Tag.LI, link(Address.place(site.anchor(gap)), gap.toString())));
        }
        return element(
                Tag.DIV,
                element(
                        Tag.P,
                        gaps.size() + " of " + site.catalogue().provisions().size()
                                + " provisions of the catalogue have no control in this policy. Some ask for what running controls cannot show,"
                                + " such as governance; others may be served elsewhere."),
                list);
    }

    private Node corpus(String name) {
        List<Node.Element> rows = site.catalogue().provisions().stream()
                .filter(provision -> provision.citation().corpus().equals(name))
                .map(this::row)
                .toList();
        String title = site.catalogue()
                .corpus(name)
                .map(corpus -> corpus.body() + ": " + corpus.title())
                .orElse(name);
        return element(
                Tag.SECTION,
                element(Tag.H2, name).id(name),
                element(Tag.P, title),
                Site.table(
                        "Provisions of " + name,
                        List.of(
                                "Provision",
                                "Asks for (paraphrase)",
                                "Known",
                                "Kind",
                                "On " + site.register().day(),
                                "Controls"),
                        rows));
    }

    private Node.Element row(Provision provision) {
        Citation citation = provision.citation();
        return Site.row(
                        text(citation.provision()),
                        List.of(
                                Site.cell(provision.paraphrase().text()),
                                Site.cell(element(Tag.ABBR, provision.sureness().mark())
                                        .with(
                                                Attribute.TITLE,
                                                provision.sureness().meaning())),
                                Site.cell(provision.kinds().stream()
                                        .map(ObligationKind::word)
                                        .collect(Collectors.joining(", "))),
                                Site.cell(CitedProvision.words(site.catalogue()
                                        .standing(citation, site.register().day()))),
                                controls(citation)))
                .id(site.anchor(citation));
    }

    private Node.Element controls(Citation citation) {
        List<String> citing =
                coverage.citing(citation).stream().map(CitingControl::id).toList();
        List<String> parts = coverage.covering(citation).stream()
                .map(CitingControl::id)
                .filter(id -> !citing.contains(id))
                .toList();
        Node.Element cell = element(Tag.TD).add(Site.joined(links(citing)));
        if (citing.isEmpty() && parts.isEmpty()) {
            return cell.add(Site.mark("attention", "gap"));
        }
        if (parts.isEmpty()) {
            return cell;
        }
        return cell.add(text(citing.isEmpty() ? "parts of it: " : "; parts of it: "))
                .add(Site.joined(links(parts)));
    }

    private List<Node> links(List<String> ids) {
        return ids.stream().map(id -> site.control(PAGE, id)).toList();
    }
}
