package org.portcullis.app.coverage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.app.terminal.Ink;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.mapping.LibraryControl;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.CoverageLink;
import org.portcullis.mapping.coverage.CoverageReport;
import org.portcullis.mapping.coverage.PolicyControl;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.text.Resemblance;

/** Follows the links between provisions, controls and tests, from either end, and where a journal is given on to decisions and people. */
public final class TraceText {
    private final ProvisionCatalogue catalogue;
    private final CoverageReport report;
    private final List<PolicyControl> controls;
    private final Ink ink;
    private final Optional<PeriodText> period;
    private final List<String> lines = new ArrayList<>();
    private final Set<PolicyControl> followed = new LinkedHashSet<>();

    /** Takes what there is to follow, without a journal. */
    public TraceText(ProvisionCatalogue catalogue, CoverageReport report, List<PolicyControl> controls, Ink ink) {
        this(catalogue, report, controls, ink, Optional.empty());
    }

    private TraceText(
            ProvisionCatalogue catalogue,
            CoverageReport report,
            List<PolicyControl> controls,
            Ink ink,
            Optional<PeriodText> period) {
        this.catalogue = catalogue;
        this.report = report;
        this.controls = controls;
        this.ink = ink;
        this.period = period;
    }

    /** Goes on into a journal. */
    public TraceText into(PeriodText journal) {
        return new TraceText(catalogue, report, controls, ink, Optional.of(journal));
    }

    /** Gives the controls that were followed, in the order in which they were. */
    public List<PolicyControl> followed() {
        return List.copyOf(followed);
    }

    /**
     * Follows a provision such as {@code UK-RTS6 15(1)(b)}, a control of the library such as {@code CONTROL-LIBRARY 29}, or a
     * control of the policies by its id.
     *
     * @throws UserMistake if there is no such thing
     */
    public List<String> from(String end) {
        period.ifPresent(journal -> lines.addAll(journal.head()));
        int blank = end.indexOf(' ');
        String corpus = blank < 0 ? "" : end.substring(0, blank);
        String number = blank < 0 ? "" : end.substring(blank + 1).replace("\"", "");
        if (Citation.isCorpus(corpus) && Citation.isProvision(number)) {
            Citation citation = new Citation(corpus, number);
            Optional<Provision> provision = catalogue.find(citation);
            Optional<LibraryControl> control = catalogue.libraryControl(citation);
            if (provision.isEmpty() && control.isEmpty()) {
                throw unknown(
                        end,
                        catalogue.citations().stream()
                                .map(known -> known.corpus() + " " + known.provision())
                                .toList());
            }
            provision.ifPresent(this::provision);
            control.ifPresent(this::library);
        } else {
            List<PolicyControl> found = controls.stream()
                    .filter(control -> control.id().equals(end))
                    .toList();
            if (found.isEmpty()) {
                throw unknown(end, controls.stream().map(PolicyControl::id).toList());
            }
            found.forEach(this::control);
        }
        return lines;
    }

    private static UserMistake unknown(String end, List<String> known) {
        return new UserMistake("nothing is called `" + end + "`; "
                + Resemblance.didYouMean(
                        end,
                        known,
                        "write a provision such as `UK-RTS6 15(1)(b)`, or the id of a control in force on the day"));
    }

    private void provision(Provision provision) {
        Citation citation = provision.citation();
        lines.add(ink.paint(Ink.Tone.STRONG, citation.toString()) + " ("
                + provision.sureness().mark() + "), " + provision.inForce().text());
        text("  ", provision.paraphrase().text());
        for (Citation other : catalogue.equivalents(citation)) {
            text("  equivalent  ", other.toString());
        }
        catalogue.library().stream()
                .flatMap(library -> library.serving(citation).stream())
                .forEach(control -> text("  in library  ", control.id() + " " + control.name()));
        List<CoverageLink> links = report.links(citation);
        if (links.isEmpty()) {
            lines.add("  no control of the policies answers to it");
        }
        for (CoverageLink link : links) {
            lines.add("");
            head(link.control());
            text(
                    "    because  ",
                    link.rationale()
                            + (link.provision().equals(citation)
                                    ? ""
                                    : " (its part " + link.provision().provision() + ")"));
            text("    says     ", link.author());
            tests(link.control());
        }
    }

    private void library(LibraryControl control) {
        lines.add(ink.paint(Ink.Tone.STRONG, control.citation().toString()) + " " + control.name() + " ("
                + control.sureness().mark() + ")");
        text("  against  ", control.prevents());
        text("  typical  ", control.measure());
        control.serves().forEach(served -> text("  serves   ", served.toString()));
        List<PolicyControl> claiming = controls.stream()
                .filter(of -> of.control().heading().citations().contains(control.citation()))
                .toList();
        if (claiming.isEmpty()) {
            lines.add("  no control of the policies claims to implement it");
        }
        for (PolicyControl of : claiming) {
            lines.add("");
            head(of);
            tests(of);
        }
    }

    private void control(PolicyControl control) {
        head(control);
        for (CoverageLink link : report.links(control)) {
            text("    answers to  ", link.provision().toString() + ": " + link.rationale());
            text("                ", "so says " + link.author());
            for (Citation other : catalogue.equivalents(link.provision())) {
                text("                ", "equivalent: " + other);
            }
        }
        tests(control);
    }

    private void head(PolicyControl control) {
        lines.add("  " + ink.paint(Ink.Tone.STRONG, control.id()) + ", "
                + ControlKind.of(control.control()).words() + " "
                + control.control().heading().applies().stage().words() + ", of `" + control.policy() + "`"
                + (control.isEnforced() ? "" : ", not enforced"));
    }

    private void tests(PolicyControl control) {
        text("    tests    ", CoverageText.tests(control));
        followed.add(control);
        for (PolicyControl.Tried test : control.tests()) {
            if (test.breached()) {
                text("             ", "\"" + test.test() + "\" shows a breach" + (test.passed() ? "" : " and FAILS"));
            }
        }
        period.ifPresent(journal -> lines.addAll(journal.of(control)));
    }

    private void text(String first, String text) {
        lines.addAll(Paragraph.hanging(first, text, Table.WIDTH));
    }
}
