package org.portcullis.report.register;

import static org.portcullis.report.html.Node.element;
import static org.portcullis.report.html.Node.text;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.model.Scope;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.report.html.Node;
import org.portcullis.report.html.Tag;

/** The page of scopes: what each means and which controls apply in it. */
final class ScopesPage {
    private static final String PAGE = Site.SCOPES;

    private ScopesPage() {}

    static RegisterFile of(Site site) {
        List<Node> content = new ArrayList<>();
        content.add(element(Tag.H1, "Scopes"));
        content.add(
                element(
                        Tag.P,
                        "A scope names a condition. Where it is unknown whether a scope covers an order, the control's missing-data effect applies."));
        if (site.register().pack().scopes().isEmpty()) {
            content.add(element(Tag.P, "The policy has no scopes."));
        }
        for (Scope scope : site.register().pack().scopes()) {
            content.add(scope(site, scope));
        }
        List<Node> everywhere = controls(site, List.of());
        content.add(element(
                Tag.SECTION,
                element(Tag.H2, "Everywhere").id("everywhere"),
                everywhere.isEmpty()
                        ? element(Tag.P, "Every control names a scope.")
                        : element(Tag.P, text("Controls without a scope: ")).add(everywhere)));
        return site.page(PAGE, "Scopes", content);
    }

    private static Node scope(Site site, Scope scope) {
        List<Node> controls = site.register().controls().stream()
                .filter(entry -> entry.scopes().contains(scope))
                .map(entry -> site.control(PAGE, entry.id()))
                .toList();
        return element(
                Tag.SECTION,
                element(Tag.H2, scope.id().text()).id(scope.id().text()),
                element(Tag.P, text("means "))
                        .of("sentence")
                        .add(ControlPage.words(ConditionText.words(scope.means()))),
                controls.isEmpty()
                        ? element(Tag.P, Site.mark("attention", "not used"), text(" No control applies in it."))
                        : element(Tag.P, text("Controls: ")).add(Site.joined(controls)));
    }

    private static List<Node> controls(Site site, List<Scope> scopes) {
        return Site.joined(site.register().controls().stream()
                .filter(entry -> entry.scopes().equals(scopes))
                .map(entry -> site.control(PAGE, entry.id()))
                .toList());
    }
}
