package org.portcullis.app.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.app.terminal.Ink;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.engine.decision.ControlTrace;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Age;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.model.Header;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;
import org.portcullis.report.register.CitedProvision;
import org.portcullis.report.register.ControlEntry;

/** Writes an answer for a terminal: the findings first, then what is satisfied and what does not apply. */
public final class AnswerText {
    private static final int EFFECT = 7;
    private static final int LABEL = 19;
    private static final int MOST_GRANTS = 5;

    private final Answer answer;
    private final Ink ink;
    private final boolean all;
    private final List<String> lines = new ArrayList<>();

    private AnswerText(Answer answer, Ink ink, boolean all) {
        this.answer = answer;
        this.ink = ink;
        this.all = all;
    }

    /** The lines; {@code all} tells also the reasons of what is satisfied or does not apply. */
    public static List<String> lines(Answer answer, Ink ink, boolean all) {
        AnswerText text = new AnswerText(answer, ink, all);
        text.head();
        text.findings();
        text.rest();
        return text.lines;
    }

    private void head() {
        Header header = answer.register().pack().header();
        int orders = answer.facts().lines().size();
        String what =
                orders == 0 ? "a basket as a whole" : orders == 1 ? "1 order" : "a basket of " + orders + " orders";
        paragraph("", answer.shown() + ": " + what + ", " + answer.stage().words() + ", at " + answer.at());
        paragraph(
                "",
                "policy " + header.name() + ", version " + header.version() + " ("
                        + answer.register().source() + ")");
        lines.add("");
        lines.add(decision());
    }

    private String decision() {
        List<String> counts = new ArrayList<>();
        count(counts, answer.count(InFlightEffect.KILL), "kill");
        count(counts, answer.count(InFlightEffect.CANCEL), "cancellation");
        count(counts, answer.count(InFlightEffect.SUSPEND), "suspension");
        count(counts, answer.count(Effect.BLOCK), "block");
        count(counts, answer.count(Effect.HOLD), "hold");
        count(counts, answer.count(Effect.WARN), "warning");
        count(counts, answer.count(Effect.NOTE), "note");
        String word = answer.stage().isInFlight()
                ? working(answer.assessment().inFlight())
                : entering(answer.assessment().effect());
        return counts.isEmpty() ? word : word + ": " + String.join(", ", counts);
    }

    private String entering(Effect effect) {
        return switch (effect) {
            case RELEASE -> ink.paint(Ink.Tone.GOOD, "RELEASED");
            case NOTE -> ink.paint(Ink.Tone.GOOD, "RELEASED") + " with a note";
            case WARN -> ink.paint(Ink.Tone.ATTENTION, "RELEASED") + " when the warnings are acknowledged";
            case HOLD -> ink.paint(Ink.Tone.ATTENTION, "HELD");
            case BLOCK -> ink.paint(Ink.Tone.BAD, "BLOCKED");
        };
    }

    private String working(InFlightEffect effect) {
        return switch (effect) {
            case CONTINUE -> ink.paint(Ink.Tone.GOOD, "CONTINUES");
            case SUSPEND -> ink.paint(Ink.Tone.BAD, "SUSPENDED");
            case CANCEL -> ink.paint(Ink.Tone.BAD, "CANCELLED");
            case KILL -> ink.paint(Ink.Tone.BAD, "KILLED");
        };
    }

    private static void count(List<String> counts, long count, String noun) {
        if (count > 0) {
            counts.add(count + " " + noun + (count == 1 ? "" : "s"));
        }
    }

    private void findings() {
        for (FindingGroup group : answer.assessment().groups()) {
            lines.add("");
            boolean continues = group.inFlight() == InFlightEffect.CONTINUE;
            String effect = continues ? group.effect().word() : group.inFlight().word();
            String name =
                    group.control().map(ControlId::text).orElse(group.reason().code());
            String kind = entry(group.control())
                    .map(entry -> " (" + entry.terms().kind() + ")")
                    .orElse("");
            lines.add(ink.paint(continues ? tone(group.effect()) : Ink.Tone.BAD, effect)
                    + " ".repeat(Math.max(1, EFFECT - effect.length()))
                    + ink.paint(Ink.Tone.STRONG, name)
                    + kind);
            indented(group.headline());
            group.worst().forEach(finding -> finding(group, finding));
            gaps(group);
            if (group.reason() == ReasonCode.NOT_GRANTED) {
                grants();
            }
            if (group.worst().size() < group.count()) {
                indented("and " + (group.count() - group.worst().size()) + " more, see --json");
            }
            entry(group.control()).ifPresent(this::provisions);
        }
    }

    private void finding(FindingGroup group, Finding finding) {
        if (group.reason() != ReasonCode.LIMIT_BREACHED) {
            return;
        }
        indented(place(finding) + finding.message());
        Optional<ControlTrace> trace = answer.behind(finding);
        finding.limit()
                .ifPresent(limit -> labelled(
                        "limit",
                        ValueText.readable(limit)
                                + finding.ratio()
                                        .map(ratio -> "; the value is "
                                                + share(
                                                        ratio,
                                                        trace.flatMap(AnswerText::comparedWith)
                                                                .orElse("the limit")))
                                        .orElse("")));
        finding.nearestPassing().ifPresent(value -> labelled("would pass", value));
        trace.ifPresent(this::facts);
    }

    private static String share(Value.Ratio ratio, String of) {
        String words = ValueText.readable(ratio);
        return words + (words.endsWith("%") ? " of " : " ") + of;
    }

    private String place(Finding finding) {
        boolean named = finding.line() == 0 || answer.facts().lines().size() == 1;
        return named ? "" : "line " + finding.line() + ", ";
    }

    /** The attribute of which a percentage was taken. */
    private static Optional<String> comparedWith(ControlTrace trace) {
        return trace.condition().stream()
                .filter(part -> part.truth() == Truth.TRUE && part.facts().size() > 1)
                .map(part -> part.facts().get(1).reference().words())
                .findFirst();
    }

    /** What is not known and what would make it known, each once. */
    private void gaps(FindingGroup group) {
        Set<FactGap> gaps = new LinkedHashSet<>();
        group.worst().forEach(finding -> gaps.addAll(finding.gaps()));
        for (FactGap gap : gaps) {
            labelled("not known", gap.detail());
            labelled("cure", gap.cure());
        }
    }

    private void facts(ControlTrace trace) {
        Set<String> told = new LinkedHashSet<>();
        trace.condition().stream()
                .filter(part -> part.truth() == Truth.TRUE)
                .flatMap(part -> part.facts().stream())
                .filter(fact ->
                        fact.gap().isEmpty() && told.add(fact.reference().words()))
                .forEach(fact -> labelled(fact.reference().words(), fact(fact)));
    }

    private static String fact(ControlTrace.FactReading fact) {
        List<String> origin = new ArrayList<>();
        fact.source().ifPresent(origin::add);
        fact.age().filter(age -> !age.isZero()).ifPresent(age -> origin.add(Age.words(age) + " old"));
        return origin.isEmpty() ? fact.words() : fact.words() + " (" + String.join(", ", origin) + ")";
    }

    private void grants() {
        List<ControlTrace> grants = answer.traces().stream()
                .filter(trace -> trace.kind() == ControlKind.GRANT)
                .filter(trace -> trace.verdict() != Verdict.SATISFIED)
                .toList();
        grants.stream()
                .limit(MOST_GRANTS)
                .forEach(trace -> indented(trace.control() + (trace.line() == 0 ? "" : ", line " + trace.line()) + ": "
                        + trace.because()));
        if (grants.isEmpty()) {
            indented("the policy grants nothing " + answer.stage().words());
        }
    }

    private void provisions(ControlEntry entry) {
        String label = "serves";
        for (CitedProvision cited : entry.provisions()) {
            if (cited.library().isPresent()) {
                // What it claims to implement is no provision; `explain` says it.
                continue;
            }
            String paraphrase = cited.provision()
                    .map(known -> ": " + known.paraphrase().text() + " ("
                            + known.sureness().mark() + ")")
                    .orElse("");
            labelled(label, cited.citation() + paraphrase);
            label = "";
        }
    }

    private void rest() {
        lines.add("");
        if (all) {
            byName("breached", answer.traces(Verdict.BREACHED));
            byName("not known", answer.traces(Verdict.CONDITION_UNKNOWN));
            byName("not known whether it applies", answer.traces(Verdict.APPLICABILITY_UNKNOWN));
        }
        byName("satisfied", answer.traces(Verdict.SATISFIED));
        byName("does not apply", answer.traces(Verdict.NOT_APPLICABLE));
        answer.assessment().findings().stream()
                .filter(finding -> !finding.counts())
                .map(finding -> finding.control().map(ControlId::text).orElse("") + " gives way to "
                        + finding.supersededBy().map(ControlId::text).orElse(""))
                .distinct()
                .forEach(words -> paragraph("", words));
    }

    private void byName(String label, List<ControlTrace> traces) {
        Map<String, List<ControlTrace>> named = traces.stream()
                .collect(Collectors.groupingBy(
                        trace -> trace.control().text(), LinkedHashMap::new, Collectors.toList()));
        if (named.isEmpty()) {
            return;
        }
        String head = label + " (" + named.size() + ")";
        if (!all) {
            paragraph(
                    head + "  ",
                    named.entrySet().stream().map(AnswerText::named).collect(Collectors.joining(", ")));
            return;
        }
        lines.add(head);
        traces.forEach(trace -> lines.addAll(Paragraph.hanging(
                "  " + trace.control() + (trace.line() == 0 ? "" : ", line " + trace.line()) + "  ",
                trace.because(),
                Table.WIDTH)));
    }

    private static String named(Map.Entry<String, List<ControlTrace>> control) {
        int times = control.getValue().size();
        return times == 1 ? control.getKey() : control.getKey() + " " + times + " times";
    }

    private Optional<ControlEntry> entry(Optional<ControlId> id) {
        return id.flatMap(wanted -> answer.register().controls().stream()
                .filter(entry -> entry.id().equals(wanted.text()))
                .findFirst());
    }

    private static Ink.Tone tone(Effect effect) {
        return switch (effect) {
            case BLOCK -> Ink.Tone.BAD;
            case HOLD, WARN -> Ink.Tone.ATTENTION;
            case NOTE, RELEASE -> Ink.Tone.GOOD;
        };
    }

    private void labelled(String label, String text) {
        String first = " ".repeat(EFFECT) + "  " + label + " ".repeat(Math.max(1, LABEL - label.length()));
        paragraph(first, text);
    }

    private void indented(String text) {
        paragraph(" ".repeat(EFFECT), text);
    }

    private void paragraph(String first, String text) {
        lines.addAll(Paragraph.hanging(first, text, Table.WIDTH));
    }
}
