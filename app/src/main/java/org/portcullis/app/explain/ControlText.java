package org.portcullis.app.explain;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.app.terminal.Ink;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.Sureness;
import org.portcullis.model.Header;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.report.register.CitedProvision;
import org.portcullis.report.register.ControlEntry;
import org.portcullis.report.register.Register;
import org.portcullis.report.register.SentenceLayout;
import org.portcullis.report.register.TestUse;

/** Writes what a register says of a control for a terminal. */
public final class ControlText {
    private static final int OPENER = 8;
    private static final int LABEL = 14;

    private final Register today;
    private final Ink ink;

    /** Writes about controls of the register. */
    public ControlText(Register today, Ink ink) {
        this.today = today;
        this.ink = ink;
    }

    /**
     * The lines about one control.
     *
     * @param onDate the same control on the day that was asked about, or the same entry
     */
    public List<String> lines(ControlEntry entry, Register then, ControlEntry onDate) {
        List<String> lines = new ArrayList<>(sentence(entry));
        Header header = today.pack().header();
        lines.add("");
        labelled(lines, "policy", header.name() + ", version " + header.version() + " (" + today.source() + ")");
        labelled(lines, "in force", inForce(then));
        onDate.limitations().forEach(words -> labelled(lines, "", words));
        labelled(lines, "does", does(entry));
        labelled(lines, "who", String.join("; ", entry.terms().recipients()));
        labelled(lines, "applies", applies(entry));
        if (!entry.isJustItsScope()) {
            entry.scopes()
                    .forEach(scope -> labelled(lines, "", scope.id() + " means " + ConditionText.words(scope.means())));
        }
        thresholds(lines, entry, then, onDate);
        labelled(lines, "missing data", entry.terms().missingData());
        labelled(lines, "owner", entry.terms().owner());
        labelled(lines, "review", entry.review().words());
        message(lines, entry);
        provisions(lines, onDate);
        tests(lines, entry);
        return lines;
    }

    private List<String> sentence(ControlEntry entry) {
        List<String> lines = new ArrayList<>();
        for (SentenceLayout.Line line : entry.sentence()) {
            String opener = line.openerText();
            if (lines.isEmpty()) {
                lines.add(ink.paint(Ink.Tone.STRONG, opener));
            } else {
                String first = "  " + opener + " ".repeat(Math.max(1, OPENER + 1 - opener.length()));
                lines.addAll(Paragraph.hanging(first, line.restText(), Table.WIDTH));
            }
        }
        return lines;
    }

    private String inForce(Register then) {
        Header header = then.pack().header();
        String period = "from " + header.effectiveFrom()
                + header.effectiveUntil().map(until -> " until " + until).orElse("");
        return then.inForce()
                ? "yes on " + then.day() + ": " + period
                : ink.paint(Ink.Tone.ATTENTION, "no") + " on " + then.day() + ": only " + period;
    }

    private static String does(ControlEntry entry) {
        List<String> words = new ArrayList<>();
        words.add(entry.terms().effect() + ", acting on " + entry.terms().target());
        words.addAll(entry.terms().terms());
        return String.join("; ", words);
    }

    private static String applies(ControlEntry entry) {
        String scope =
                entry.isJustItsScope() ? " in scope " + entry.scopes().get(0).id() + "," : "";
        String condition = entry.applies().equals("always") ? "" : scope + " where " + entry.applies();
        return "to " + entry.terms().subject() + condition + ", "
                + entry.terms().stage();
    }

    private void thresholds(List<String> lines, ControlEntry entry, Register then, ControlEntry onDate) {
        if (entry.thresholds().isEmpty()) {
            labelled(lines, "thresholds", "none");
            return;
        }
        String label = "thresholds";
        for (String threshold : entry.thresholds()) {
            labelled(lines, label, threshold);
            label = "";
        }
        if (!then.day().equals(today.day())) {
            boolean same = onDate.thresholds().equals(entry.thresholds());
            labelled(lines, then.day().toString(), same ? "the same" : String.join("; ", onDate.thresholds()));
        }
    }

    private static void message(List<String> lines, ControlEntry entry) {
        if (entry.terms().message().isEmpty()) {
            labelled(lines, "says", "nothing of its own");
            return;
        }
        labelled(lines, "says", "\"" + entry.terms().message() + "\"");
        entry.example()
                .ifPresent(example ->
                        labelled(lines, "for example", example.message() + " (test \"" + example.test() + "\")"));
    }

    private void provisions(List<String> lines, ControlEntry entry) {
        lines.add("");
        if (entry.provisions().isEmpty()) {
            lines.add("It cites no provision.");
            return;
        }
        lines.add("Provisions that it serves (paraphrased, not quoted)");
        for (CitedProvision cited : entry.provisions()) {
            lines.addAll(Paragraph.hanging(
                    "  ",
                    ink.paint(Ink.Tone.STRONG, cited.citation().toString()) + ": "
                            + cited.provision()
                                    .map(ControlText::paraphrase)
                                    .or(cited::claim)
                                    .orElse("not in the catalogue")
                            + " ["
                            + cited.standingWords() + "]",
                    Table.WIDTH));
        }
        entry.provisions().stream()
                .flatMap(cited -> cited.provision().stream())
                .map(Provision::sureness)
                .distinct()
                .sorted()
                .forEach(sureness -> lines.addAll(Paragraph.hanging("  ", legend(sureness), Table.WIDTH)));
    }

    private void tests(List<String> lines, ControlEntry entry) {
        lines.add("");
        if (entry.tests().isEmpty()) {
            lines.add(ink.paint(Ink.Tone.ATTENTION, "No test of the policy tries it."));
            return;
        }
        long breached = entry.tests().stream()
                .filter(use -> use.shows().equals("breached"))
                .count();
        lines.add("Tests of the policy that try it: " + entry.tests().size() + ", " + breached + " with a breach");
        int widest = entry.tests().stream()
                .mapToInt(use -> use.shows().length())
                .max()
                .orElse(0);
        for (TestUse use : entry.tests()) {
            String first = "  " + use.shows() + " ".repeat(widest - use.shows().length() + 2);
            String named = use.named() ? " (expects something of it)" : "";
            lines.addAll(Paragraph.hanging(first, use.test() + named + (use.passed() ? "" : ", FAILS"), Table.WIDTH));
        }
    }

    private static String paraphrase(Provision provision) {
        return provision.paraphrase().text() + " (" + provision.sureness().mark() + ")";
    }

    private static String legend(Sureness sureness) {
        return "(" + sureness.mark() + ") " + sureness.meaning();
    }

    private static void labelled(List<String> lines, String label, String text) {
        lines.addAll(Paragraph.hanging(label + " ".repeat(LABEL - label.length()), text, Table.WIDTH));
    }
}
