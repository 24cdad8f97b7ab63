package org.portcullis.app.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.mapping.coverage.ControlTrace;
import org.portcullis.mapping.coverage.CoverageLink;
import org.portcullis.mapping.coverage.CoverageReport;
import org.portcullis.mapping.coverage.PolicyControl;
import org.portcullis.report.trace.DecisionTrace;
import org.portcullis.report.trace.JournalTrace;

/** Tells people what a journal shows of controls in a period, and leads from a decision or a person back to provisions. */
public final class PeriodText {
    private final Period period;
    private final CoverageReport report;
    private final List<PolicyControl> controls;
    private final Map<String, String> fingerprints;

    /**
     * Takes what there is to follow.
     *
     * @param fingerprints of the policies that were given, by their names
     */
    public PeriodText(
            Period period, CoverageReport report, List<PolicyControl> controls, Map<String, String> fingerprints) {
        this.period = period;
        this.report = report;
        this.controls = List.copyOf(controls);
        this.fingerprints = new LinkedHashMap<>(fingerprints);
    }

    /**
     * Is a journal that verifies, read over a period.
     *
     * @param journal its folder as it was typed
     * @param from the first instant; empty means that of the first entry
     * @param to the first instant after; empty means just after the last entry
     * @param names gives for the id of a person, or for a text with ids, what people are to read
     */
    public record Period(
            String journal,
            Optional<Instant> from,
            Optional<Instant> to,
            JournalTrace trace,
            UnaryOperator<String> names) {

        /** Says which period of which journal it is. */
        public String words() {
            String span = from.isEmpty() && to.isEmpty()
                    ? "the whole journal"
                    : from.map(at -> "from " + at).orElse("from its first entry") + " "
                            + to.map(at -> "to " + at).orElse("to its last entry");
            return journal + ", which verifies; " + span + "; " + trace.decisions()
                    + (trace.decisions() == 1 ? " decision" : " decisions");
        }
    }

    /** Gives the line about the journal. */
    public List<String> head() {
        return Paragraph.hanging("journal  ", period.words(), Table.WIDTH);
    }

    /** Gives what the journal shows of a control; each line begins with the margin. */
    public List<String> of(PolicyControl control) {
        List<ControlTrace> found = period.trace().of(control.policy(), control.id());
        List<String> lines = new ArrayList<>();
        if (found.isEmpty()) {
            add(lines, "    period   ", "no decision in it evaluated the control");
        }
        for (ControlTrace each : found) {
            lines.addAll(shown(each));
        }
        return lines;
    }

    private List<String> shown(ControlTrace each) {
        List<String> lines = new ArrayList<>();
        ControlTrace.Entries evaluated = each.evaluated();
        add(
                lines,
                "    period   ",
                each.version() + " of the policy: evaluated in " + evaluated.count()
                        + (evaluated.count() == 1 ? " decision" : " decisions")
                        + (evaluated.count() == 0
                                ? ""
                                : ", the first at entry " + evaluated.first() + ", the last at entry "
                                        + evaluated.last()));
        other(each.policy(), each.fingerprint()).ifPresent(words -> add(lines, "             ", words));
        add(
                lines,
                "             ",
                "fired in " + each.fired().count()
                        + (each.fired().count() == 0 ? "" : ": " + each.fired().words()));
        each.effects().forEach((effect, entries) -> add(lines, "               ", effect + ": " + entries.words()));
        each.people()
                .forEach(acted -> add(
                        lines,
                        "    people   ",
                        period.names().apply(acted.person()) + " " + acted.did() + ": "
                                + acted.entries().words()));
        return lines;
    }

    private Optional<String> other(String policy, String fingerprint) {
        String given = fingerprints.get(policy);
        return given == null || given.equals(fingerprint)
                ? Optional.empty()
                : Optional.of(
                        "by another text than the one given: the journal has " + fingerprint + ", the file " + given);
    }

    /**
     * Leads from the decision to which an entry belongs to its controls and their provisions.
     *
     * @throws UserMistake if the entry belongs to no decision
     */
    public List<String> back(long entry) {
        DecisionTrace decision = period.trace()
                .decision()
                .orElseThrow(
                        () -> new UserMistake("entry " + entry + " belongs to no decision of " + period.journal()));
        List<String> lines = new ArrayList<>(head());
        add(
                lines,
                "entry " + decision.entry() + "  ",
                "decision on " + decision.submission() + " (" + decision.basket() + "), " + decision.at() + ": "
                        + decision.outcome() + "; by " + decision.policy());
        other(policyName(decision), decision.fingerprint()).ifPresent(words -> add(lines, "  ", words));
        decision.people()
                .forEach(acted -> add(
                        lines,
                        "  people   ",
                        period.names().apply(acted.person()) + " " + acted.did() + ": "
                                + acted.entries().words()));
        decision.fired().forEach((id, effect) -> {
            lines.add("");
            lines.add("  " + id + ": " + effect);
            provisions(lines, policyName(decision), id);
        });
        List<String> passed = decision.evaluated().stream()
                .filter(id -> !decision.fired().containsKey(id))
                .toList();
        lines.add("");
        add(lines, "  satisfied  ", passed.isEmpty() ? "none" : String.join(", ", passed));
        return lines;
    }

    private static String policyName(DecisionTrace decision) {
        int version = decision.policy().lastIndexOf(", ");
        return version < 0 ? decision.policy() : decision.policy().substring(0, version);
    }

    /**
     * Leads from a person to the controls about which that person acted, and to their provisions.
     *
     * @throws UserMistake if nobody of that name or id acted in the period
     */
    public List<String> back(String person) {
        String id = id(period, person);
        List<String> lines = new ArrayList<>(head());
        lines.add(period.names().apply(id));
        for (ControlTrace each : period.trace().by(id)) {
            lines.add("");
            lines.add("  " + each.control() + ", of `" + each.policy() + "`, " + each.version());
            other(each.policy(), each.fingerprint()).ifPresent(words -> add(lines, "    ", words));
            each.people()
                    .forEach(acted -> add(
                            lines, "    " + acted.did() + "  ", acted.entries().words()));
            provisions(lines, each.policy(), each.control());
        }
        return lines;
    }

    /**
     * Gives the controls about which a person acted.
     *
     * @throws UserMistake if nobody of that name or id acted in the period
     */
    public static List<ControlTrace> by(Period period, String person) {
        return period.trace().by(id(period, person));
    }

    private static String id(Period period, String person) {
        return period.trace().people().stream()
                .filter(each ->
                        each.equals(person) || period.names().apply(each).equals(person))
                .findFirst()
                .orElseThrow(() -> new UserMistake("nobody called `" + person
                        + "` acted about a control in the period; "
                        + (period.trace().people().isEmpty()
                                ? "nobody did"
                                : "these did: "
                                        + period.trace().people().stream()
                                                .map(each -> period.names().apply(each))
                                                .collect(Collectors.joining(", ")))));
    }

    private void provisions(List<String> lines, String policy, String control) {
        List<CoverageLink> links = controls.stream()
                .filter(each -> each.policy().equals(policy) && each.id().equals(control))
                .flatMap(each -> report.links(each).stream())
                .toList();
        if (links.isEmpty()) {
            add(lines, "    ", "the policies given have no such control, or it cites nothing");
        }
        links.forEach(link -> add(
                lines, "    answers to  ", link.provision() + ": " + link.rationale() + "; so says " + link.author()));
    }

    private static void add(List<String> lines, String first, String text) {
        lines.addAll(Paragraph.hanging(first, text, Table.WIDTH));
    }
}
