package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.assessment.JournalReach;
import org.portcullis.mapping.assessment.Questionnaire;
import org.portcullis.mapping.coverage.CitingControl;
import org.portcullis.mapping.coverage.Clause;
import org.portcullis.mapping.coverage.ControlCoverage;
import org.portcullis.mapping.coverage.ControlEvidence;
import org.portcullis.mapping.coverage.Verdict;
import org.portcullis.model.citation.Citation;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.assessment.SelfAssessment;
import org.portcullis.report.assessment.SelfAssessment.Answer;
import org.portcullis.report.assessment.SelfAssessment.Asked;
import org.portcullis.report.assessment.SelfAssessment.Shown;
import org.portcullis.report.assessment.SelfAssessment.State;
import org.portcullis.report.obligation.Judgement;

/** Fills in a questionnaire with what the journal and its policies say. Mutable while it numbers questions; used once, by one thread. */
final class AssessmentAnswers {

    private static final int MAX_CONTROLS = 6;
    private static final int MAX_ENTRIES = 30;

    private final Questionnaire questionnaire;
    private final ProvisionCatalogue catalogue;
    private final EvidenceRequest request;
    private final Survey survey;
    private final ClauseSheet clauses;
    private final UnaryOperator<String> shown;
    private final AssessmentFacts facts;
    private final Set<Citation> listed = new HashSet<>();
    private int questions;

    private AssessmentAnswers(
            Questionnaire questionnaire,
            ProvisionCatalogue catalogue,
            EvidenceRequest request,
            Survey survey,
            ClauseSheet clauses,
            UnaryOperator<String> shown) {
        this.questionnaire = questionnaire;
        this.catalogue = catalogue;
        this.request = request;
        this.survey = survey;
        this.clauses = clauses;
        this.shown = shown;
        this.facts = new AssessmentFacts(request, survey);
        request.profile().rows().forEach(row -> listed.add(row.provision()));
    }

    /** Fills it in; provisions that the catalogue lacks are left out and counted in a note. */
    static SelfAssessment of(
            Questionnaire questionnaire,
            ProvisionCatalogue catalogue,
            EvidenceRequest request,
            Survey survey,
            ClauseSheet clauses,
            UnaryOperator<String> shown) {
        return new AssessmentAnswers(questionnaire, catalogue, request, survey, clauses, shown).filled();
    }

    private SelfAssessment filled() {
        List<SelfAssessment.Section> sections = new ArrayList<>();
        for (Questionnaire.Section section : questionnaire.sections()) {
            List<Answer> answers = new ArrayList<>();
            for (Questionnaire.Item item : section.items()) {
                catalogue.find(item.provision()).ifPresent(provision -> answers.add(answer(item, provision)));
            }
            if (!answers.isEmpty()) {
                sections.add(new SelfAssessment.Section(section.heading(), section.subject(), answers));
            }
        }
        return new SelfAssessment(request, questionnaire.title(), questionnaire.about(), notes(), sections);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Prepared by a program from the journal, not signed by anybody, and no legal opinion. What is asked is paraphrased in our words."
                        + " Questions: " + questionnaire.author() + ". Owner and answer are for people to fill in.");
        notes.add(
                "EVIDENCED: in our reading a journal answers it whole; every control that cites it or a part of it was evaluated under every policy of"
                        + " the period, and every obligation that answers to it and applies was met.");
        notes.add(
                "PARTLY: a control that cites it was evaluated, or an obligation that names it was met at least in part, and something is missing"
                        + " or for people to say. FOR PEOPLE: neither. NOT APPLICABLE: a named person excluded it, or it was not in force.");
        long missing = questionnaire.items().stream()
                .filter(item -> catalogue.find(item.provision()).isEmpty())
                .count();
        if (missing > 0) {
            notes.add("Provisions of the questionnaire that the catalogue does not have, and that are left out: "
                    + missing + ".");
        }
        return notes;
    }

    private Answer answer(Questionnaire.Item item, Provision provision) {
        List<Clause> judged = clauses.judged().stream()
                .flatMap(each -> each.matrix().find(item.provision()).stream())
                .toList();
        Optional<Clause> excluded = judged.stream()
                .filter(clause -> clause.verdict() == Verdict.NOT_APPLICABLE)
                .findFirst();
        String asked = provision.paraphrase().text();
        String mark = provision.sureness().mark();
        String citation = item.provision().toString();
        if (excluded.isPresent()) {
            return new Answer(
                    citation,
                    asked,
                    mark,
                    State.NOT_APPLICABLE,
                    shown.apply(excluded.get().because()),
                    List.of(),
                    List.of());
        }
        List<Judgement> direct = obligations(List.of(item.provision()));
        List<Judgement> all = item.reach() == JournalReach.NONE ? direct : obligations(line(item.provision()));
        List<String> missing = missing(item, all);
        State state = state(judged, direct, missing);
        return new Answer(
                citation,
                asked,
                mark,
                state,
                shown.apply(because(state, missing)),
                evidence(item, all),
                state == State.EVIDENCED ? List.of() : questions(item));
    }

    private State state(List<Clause> judged, List<Judgement> direct, List<String> missing) {
        boolean evaluated = judged.stream()
                .anyMatch(clause -> clause.verdict() == Verdict.MET || clause.verdict() == Verdict.PARTIAL);
        boolean met =
                direct.stream().anyMatch(each -> each.verdict() == Verdict.MET || each.verdict() == Verdict.PARTIAL);
        if (!evaluated && !met) {
            return State.FOR_PEOPLE;
        }
        return missing.isEmpty() ? State.EVIDENCED : State.PARTLY;
    }

    private static String because(State state, List<String> missing) {
        return switch (state) {
            case EVIDENCED ->
                "every citing control was evaluated under every policy of the period, and no obligation failed";
            case FOR_PEOPLE ->
                "no control that cites it was evaluated, and no obligation that names it by itself was met";
            case PARTLY, NOT_APPLICABLE -> String.join("; ", missing);
        };
    }

    private List<String> missing(Questionnaire.Item item, List<Judgement> obligations) {
        List<String> missing = new ArrayList<>();
        switch (item.reach()) {
            case WHOLE -> {}
            case PART -> missing.add("a journal shows a part of it alone");
            case NONE -> missing.add("people have to answer, and the journal helps");
        }
        missing.addAll(notMet(item.provision()));
        if (clauses.judged().isEmpty()) {
            missing.add("no policy decided or was put in force in the period");
        }
        obligations.stream()
                .filter(each -> each.verdict() == Verdict.PARTIAL || each.verdict() == Verdict.NOT_EVIDENCED)
                .forEach(each -> missing.add("obligation " + each.obligation().id() + " is "
                        + each.verdict().words()));
        return missing;
    }

    /** Says under which policies the provision is not MET, once for those with the same reason. */
    private List<String> notMet(Citation provision) {
        Map<String, List<String>> same = new LinkedHashMap<>();
        for (ClauseSheet.Judged each : clauses.judged()) {
            each.matrix()
                    .find(provision)
                    .filter(clause -> clause.verdict() != Verdict.MET)
                    .ifPresent(clause -> same.computeIfAbsent(
                                    clause.verdict().words() + ", " + clause.because(), first -> new ArrayList<>())
                            .add(each.pack().label()));
        }
        return same.entrySet().stream()
                .map(each -> "under "
                        + AssessmentFacts.named(
                                each.getValue(), clauses.judged().size())
                        + " it is " + each.getKey())
                .toList();
    }

    /** Gives the provision and what it is a part of. */
    private List<Citation> line(Citation citation) {
        List<Citation> line = new ArrayList<>();
        Optional<Citation> at = Optional.of(citation);
        while (at.isPresent()) {
            line.add(at.get());
            at = catalogue.parent(at.get());
        }
        return line;
    }

    private List<Judgement> obligations(List<Citation> provisions) {
        return survey.judgements().stream()
                .filter(each -> each.obligation().provisions().stream().anyMatch(provisions::contains))
                .toList();
    }

    private List<Shown> evidence(Questionnaire.Item item, List<Judgement> obligations) {
        List<Shown> evidence = new ArrayList<>();
        for (ClauseSheet.Judged each : clauses.judged()) {
            List<CitingControl> covering =
                    ControlCoverage.of(catalogue, each.pack().citing()).covering(item.provision());
            if (!covering.isEmpty()) {
                evidence.add(new Shown(
                        shown.apply(controls(each.pack(), covering)),
                        listed.contains(item.provision()) ? ClauseSheet.NAME : ControlRegister.NAME));
            }
        }
        obligations.forEach(each -> evidence.add(new Shown(shown.apply(obligation(each)), ObligationSheet.NAME)));
        item.facts().forEach(kind -> {
            Shown fact = facts.of(kind);
            evidence.add(new Shown(shown.apply(sentence(fact.text())), fact.sheet()));
        });
        return evidence;
    }

    private static String controls(Pack pack, List<CitingControl> covering) {
        String named = covering.stream()
                .limit(MAX_CONTROLS)
                .map(control -> control(pack.evidence(control.id())))
                .collect(Collectors.joining("; "));
        String rest = covering.size() > MAX_CONTROLS ? "; and " + (covering.size() - MAX_CONTROLS) + " more" : "";
        return "Controls of " + pack.label() + ": " + named + rest + ".";
    }

    private static String control(ControlEvidence evidence) {
        return evidence.evaluated() == 0
                ? evidence.controlId() + " not evaluated"
                : evidence.controlId() + " evaluated " + evidence.evaluated() + " times, fired " + evidence.fired()
                        + ", entries " + first(evidence);
    }

    private static String first(ControlEvidence evidence) {
        String text = evidence.entriesText();
        int cut = text.length() <= MAX_ENTRIES ? text.length() : text.lastIndexOf(", ", MAX_ENTRIES);
        return (cut == text.length() && evidence.further() == 0) || cut < 0
                ? text
                : text.substring(0, cut) + " and more, " + evidence.entryCount() + " in all";
    }

    private static String obligation(Judgement judgement) {
        String entries = judgement.exceptions().isEmpty()
                ? judgement.evidence().isEmpty() ? "" : " Entries: " + judgement.evidence() + "."
                : " Exceptions in entries: " + judgement.exceptions() + ".";
        return "Obligation " + judgement.obligation().id() + ", "
                + judgement.obligation().title() + ": " + judgement.verdict().words() + ", " + judgement.because() + "."
                + entries;
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private List<Asked> questions(Questionnaire.Item item) {
        return item.questions().stream()
                .map(question ->
                        new Asked(++questions, question.who(), question.asks() + " To give: " + question.give() + "."))
                .toList();
    }
}
