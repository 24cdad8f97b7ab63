package org.portcullis.mapping.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.Rationale;

class ClauseMatrixTest {

    private static final ProvisionCatalogue CATALOGUE = CatalogueLoader.embedded();
    private static final LocalDate DAY = LocalDate.parse("2022-05-02");
    private static final String WAVE = "LDN-WAVE-NOTIONAL";
    private static final String ORDER = "D1-ORDER-NOTIONAL";

    @Test
    void provisionWithoutControlIsNotEvidencedAndListed() {
        Clause clause = clause(rts6("15(1)(b)"), ask());
        assertEquals(Verdict.NOT_EVIDENCED, clause.verdict());
        assertEquals("no control of the pack cites the provision or a part of it", clause.because());
        assertEquals(List.of(), clause.controls());
    }

    @Test
    void controlThatWasNeverEvaluatedIsNoEvidence() {
        Clause clause = clause(rts6("15(1)(b)"), ask().control(WAVE, rts6("15(1)(b)")));
        assertEquals(Verdict.NOT_EVIDENCED, clause.verdict());
        assertEquals("of 1 citing controls none was evaluated in the journal", clause.because());
    }

    @Test
    void someControlsEvaluatedIsPartial() {
        Clause clause = clause(
                rts6("15(1)(b)"),
                ask().control(WAVE, rts6("15(1)(b)"))
                        .control(ORDER, rts6("15(1)(b)"))
                        .evaluated(WAVE, 1, 1));
        assertEquals(Verdict.PARTIAL, clause.verdict());
        assertEquals("1 of 2 citing controls were evaluated, not D1-ORDER-NOTIONAL", clause.because());
    }

    @Test
    void allControlsEvaluatedIsMet() {
        Clause clause = clause(
                rts6("15(1)(b)"),
                ask().control(WAVE, rts6("15(1)(b)"))
                        .control(ORDER, rts6("15(1)(b)"))
                        .evaluated(WAVE, 1, 1)
                        .evaluated(ORDER, 349, 123));
        assertEquals(Verdict.MET, clause.verdict());
        assertEquals(
                "all citing controls (2) were evaluated, 350 times in total, and fired 124 times", clause.because());
    }

    @Test
    void limitThatNeverFiredIsMet() {
        Clause clause =
                clause(rts6("15(1)(b)"), ask().control(WAVE, rts6("15(1)(b)")).evaluated(WAVE, 4, 0));
        assertEquals(Verdict.MET, clause.verdict());
    }

    @Test
    void wholeIsPartialWhileAPartIsNot() {
        Clause clause =
                clause(rts6("15(1)"), ask().control(WAVE, rts6("15(1)(b)")).evaluated(WAVE, 1, 0));
        assertEquals(Verdict.PARTIAL, clause.verdict());
        assertEquals(
                "of its parts 15(1)(a) is NOT EVIDENCED, 15(1)(c) is NOT EVIDENCED, 15(1)(d) is NOT EVIDENCED",
                clause.because());
    }

    @Test
    void citingTheWholeDoesNotCoverItsParts() {
        Question question = ask().control(WAVE, rts6("15(1)")).evaluated(WAVE, 1, 0);
        assertEquals(Verdict.NOT_EVIDENCED, clause(rts6("15(1)(b)"), question).verdict());
        assertEquals(Verdict.PARTIAL, clause(rts6("15(1)"), question).verdict());
    }

    @Test
    void wholeIsMetWhenAllItsPartsAre() {
        Question question = ask();
        for (String point : List.of("a", "b", "c", "d")) {
            question.control("POINT-" + point, rts6("15(1)(" + point + ")")).evaluated("POINT-" + point, 1, 0);
        }
        assertEquals(Verdict.MET, clause(rts6("15(1)"), question).verdict());
        assertEquals(Verdict.PARTIAL, clause(rts6("15"), question).verdict());
    }

    @Test
    void excludedPartDoesNotHoldTheWholeBack() {
        Question question = ask();
        for (String point : List.of("a", "b", "c", "d")) {
            question.control("POINT-" + point, rts6("15(1)(" + point + ")"));
        }
        question.evaluated("POINT-a", 1, 0).evaluated("POINT-b", 1, 0).evaluated("POINT-c", 1, 0);
        assertEquals(Verdict.PARTIAL, clause(rts6("15(1)"), question).verdict());
        question.exclude(rts6("15(1)(d)"));
        assertEquals(Verdict.MET, clause(rts6("15(1)"), question).verdict());
    }

    @Test
    void exclusionReachesPartsAndNamesItsAuthor() {
        Clause clause = clause(rts6("16(5)"), ask().exclude(rts6("16")));
        assertEquals(Verdict.NOT_APPLICABLE, clause.verdict());
        assertEquals("excluded by Head of Compliance: no algorithms are run", clause.because());
    }

    @Test
    void organisationalDutyIsNeverMetByControlsAlone() {
        Citation principle = new Citation("FCA-PRIN", "3");
        Clause clause =
                clause(principle, ask().control("D1-ALERT-FLOOD", principle).evaluated("D1-ALERT-FLOOD", 2, 1));
        assertEquals(Verdict.PARTIAL, clause.verdict());
        assertEquals("the obligation is to govern, which running controls cannot show alone", clause.because());
    }

    @Test
    void cellsAreTheControlsThatCiteTheProvisionItself() {
        Question question = ask().control(WAVE, rts6("15(1)(b)")).evaluated(WAVE, 2, 1);
        assertEquals(List.of(), clause(rts6("15(1)"), question).controls());
        Clause.Cell cell = clause(rts6("15(1)(b)"), question).controls().get(0);
        assertEquals("0-1", cell.evidence().entriesText());
        assertEquals(
                "the policy cites the provision and states no rationale",
                cell.control().rationale());
        assertEquals(
                "E-Trading Risk and Controls (owner of the control)",
                cell.control().author());
    }

    @Test
    void matrixListsEveryProvisionOnceInOrder() {
        assertEquals(
                provisions(),
                matrix(ask()).clauses().stream()
                        .map(c -> c.provision().citation())
                        .toList());
    }

    @Test
    void verdictsAddUpToThePopulation() {
        ClauseMatrix matrix = matrix(ask().control(WAVE, rts6("15(1)(b)")).evaluated(WAVE, 1, 0));
        long sum = Stream.of(Verdict.values()).mapToLong(matrix::count).sum();
        assertEquals(CATALOGUE.provisions().size(), sum);
    }

    @Test
    void unknownCitationsAndStrayEvidenceAreListed() {
        Citation unknown = rts6("99");
        ClauseMatrix matrix = matrix(ask().control(WAVE, unknown).evaluated("OLD-CONTROL", 1, 0));
        assertEquals(List.of(unknown), matrix.unresolved());
        assertEquals(List.of("OLD-CONTROL"), matrix.strayEvidence());
    }

    @Test
    void gapsAndControlsWithoutCitationAreFoundFromTheTextAlone() {
        ControlCoverage coverage = ControlCoverage.of(
                CATALOGUE, ask().control(WAVE, rts6("15(1)(b)")).control(ORDER).controls);
        assertEquals(provisions().size() - 3, coverage.gaps().size());
        assertTrue(!coverage.gaps().contains(rts6("15")));
        assertEquals(List.of(ORDER), coverage.controlsWithoutCitation());
    }

    @Test
    void repeatedControlsAreRefused() {
        Question twice = ask().control(WAVE).control(WAVE);
        assertThrows(IllegalArgumentException.class, twice::question);
    }

    private static Citation rts6(String provision) {
        return new Citation("UK-RTS6", provision);
    }

    private static Question ask() {
        return new Question();
    }

    @Test
    void rationaleIsWhatThePolicySaysOrThatItSaysNone() {
        Citation one = new Citation("UK-RTS6", "15(1)(b)");
        Citation other = new Citation("UK-RTS6", "15(1)(c)");
        CitingControl control = CitingControl.asWritten(
                "A-B", "hard limit", List.of(one, other), List.of(new Rationale(one, "no order is larger")), "Risk");
        assertEquals("no order is larger", control.rationale(one));
        assertEquals("the policy cites the provision and states no rationale", control.rationale(other));
    }

    private static ClauseMatrix matrix(Question question) {
        return ClauseMatrix.of(CATALOGUE, question.question());
    }

    private static Clause clause(Citation citation, Question question) {
        return matrix(question).find(citation).orElseThrow();
    }

    /** Builds a question step by step; entries of the journal count from 0. */
    private static final class Question {
        private final List<CitingControl> controls = new ArrayList<>();
        private final List<ControlEvidence> evidence = new ArrayList<>();
        private final List<Exclusion> exclusions = new ArrayList<>();

        Question control(String id, Citation... citations) {
            controls.add(CitingControl.asWritten(
                    id, "hard limit", List.of(citations), List.of(), "E-Trading Risk and Controls"));
            return this;
        }

        Question evaluated(String id, long evaluated, long fired) {
            List<Long> entries = Stream.iterate(0L, i -> i + 1).limit(evaluated).toList();
            evidence.add(new ControlEvidence(id, evaluated, fired, entries));
            return this;
        }

        Question exclude(Citation citation) {
            exclusions.add(new Exclusion(citation, "no algorithms are run", "Head of Compliance"));
            return this;
        }

        CoverageQuestion question() {
            return new CoverageQuestion(DAY, DAY, controls, evidence, exclusions);
        }
    }

    private static List<Citation> provisions() {
        return CATALOGUE.provisions().stream().map(Provision::citation).toList();
    }
}
