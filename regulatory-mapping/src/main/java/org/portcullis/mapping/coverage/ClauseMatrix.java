package org.portcullis.mapping.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.CitationIndex.Standing;

/**
 * Gives every catalogued provision a verdict by predicates that are stated in {@link #PREDICATES} and printed with it.
 *
 * <p>Provisions without a control are in the matrix too: a gap that is not listed cannot be seen.
 */
public final class ClauseMatrix {

    /** States the predicates in the order in which they are tried, for a dictionary or the foot of a sheet. */
    public static final List<String> PREDICATES = List.of(
            "NOT APPLICABLE: a named person excluded the provision or what it is part of, or the catalogue's dates show that"
                    + " it was not in force on any day of the period",
            "NOT EVIDENCED: no control of the pack cites the provision or a part of it, or none that does was evaluated in"
                    + " the journal",
            "PARTIAL: some of these controls were evaluated and not all, or a part of the provision that applies is not MET,"
                    + " or the obligation is only to notify, govern or attest, which running controls cannot show alone",
            "MET: every control that cites the provision or a part of it was evaluated at least once, and every part that"
                    + " applies is MET; a limit that never fired counts as evaluated");

    /** Says what no verdict claims; it belongs beside every print of the matrix. */
    public static final String CAVEAT =
            "verdicts speak of evidence in the journal and are no legal opinion; provisions are paraphrased, not quoted";

    private final List<Clause> clauses;
    private final List<Citation> unresolved;
    private final List<String> strayEvidence;

    private ClauseMatrix(List<Clause> clauses, List<Citation> unresolved, List<String> strayEvidence) {
        this.clauses = clauses;
        this.unresolved = unresolved;
        this.strayEvidence = strayEvidence;
    }

    /** Answers a question for every provision of the catalogue. */
    public static ClauseMatrix of(ProvisionCatalogue catalogue, CoverageQuestion question) {
        ControlCoverage coverage = ControlCoverage.of(catalogue, question.controls());
        Map<Citation, Clause> judged = new Judgement(catalogue, question, coverage).all();
        Set<String> ids = question.controls().stream().map(CitingControl::id).collect(Collectors.toSet());
        List<String> stray = question.evidence().stream()
                .map(ControlEvidence::controlId)
                .filter(id -> !ids.contains(id))
                .toList();
        List<Clause> inOrder = catalogue.citations().stream()
                .flatMap(c -> Optional.ofNullable(judged.get(c)).stream())
                .toList();
        Set<Citation> unresolved = new LinkedHashSet<>(coverage.unresolved());
        question.exclusions().stream()
                .map(Exclusion::citation)
                .filter(citation -> !catalogue.knows(citation))
                .forEach(unresolved::add);
        return new ClauseMatrix(inOrder, List.copyOf(unresolved), stray);
    }

    /** Lists all provisions with their verdicts, in the order of the catalogue. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** Finds the clause of a provision. */
    public Optional<Clause> find(Citation citation) {
        return clauses.stream()
                .filter(clause -> clause.provision().citation().equals(citation))
                .findFirst();
    }

    /** Counts the clauses with this verdict. */
    public long count(Verdict verdict) {
        return clauses.stream().filter(clause -> clause.verdict() == verdict).count();
    }

    /** Lists cited or excluded provisions that the catalogue does not know; a compiled pack cites none. */
    public List<Citation> unresolved() {
        return unresolved;
    }

    /** Lists ids of controls that the journal shows and the pack does not have, such as those of an earlier version. */
    public List<String> strayEvidence() {
        return strayEvidence;
    }

    /** Judges all provisions of one question, parts before the whole. */
    private static final class Judgement {
        private final ProvisionCatalogue catalogue;
        private final CoverageQuestion question;
        private final ControlCoverage coverage;
        private final Map<String, ControlEvidence> evidence = new LinkedHashMap<>();
        private final Map<Citation, Exclusion> exclusions = new LinkedHashMap<>();
        private final Map<Citation, Clause> judged = new LinkedHashMap<>();

        Judgement(ProvisionCatalogue catalogue, CoverageQuestion question, ControlCoverage coverage) {
            this.catalogue = catalogue;
            this.question = question;
            this.coverage = coverage;
            question.evidence().forEach(row -> evidence.put(row.controlId(), row));
            question.exclusions().forEach(row -> exclusions.put(row.citation(), row));
        }

        Map<Citation, Clause> all() {
            List<Provision> provisions = catalogue.provisions();
            // INVARIANT: a catalogue lists parents before their parts, so the reverse order judges parts first.
            for (int i = provisions.size() - 1; i >= 0; i--) {
                Provision provision = provisions.get(i);
                judged.put(provision.citation(), judge(provision));
            }
            return judged;
        }

        private Clause judge(Provision provision) {
            Citation citation = provision.citation();
            Optional<String> inapplicable = inapplicable(provision);
            if (inapplicable.isPresent()) {
                return clause(provision, Verdict.NOT_APPLICABLE, inapplicable.get());
            }
            List<CitingControl> covering = coverage.covering(citation, this::applies);
            List<String> idle = covering.stream()
                    .map(CitingControl::id)
                    .filter(id -> evidence(id).evaluated() == 0)
                    .toList();
            if (covering.isEmpty()) {
                return clause(
                        provision, Verdict.NOT_EVIDENCED, "no control of the pack cites the provision or a part of it");
            }
            if (idle.size() == covering.size()) {
                return clause(
                        provision,
                        Verdict.NOT_EVIDENCED,
                        "of " + covering.size() + " citing controls none was evaluated in the journal");
            }
            List<String> missing = missing(provision, covering, idle);
            if (!missing.isEmpty()) {
                return clause(provision, Verdict.PARTIAL, String.join("; ", missing));
            }
            return clause(provision, Verdict.MET, met(covering));
        }

        private boolean applies(Citation part) {
            return Optional.ofNullable(judged.get(part))
                    .filter(clause -> clause.verdict() == Verdict.NOT_APPLICABLE)
                    .isEmpty();
        }

        private Optional<String> inapplicable(Provision provision) {
            Optional<Citation> at = Optional.of(provision.citation());
            while (at.isPresent()) {
                Exclusion exclusion = exclusions.get(at.get());
                if (exclusion != null) {
                    return Optional.of("excluded by " + exclusion.author() + ": " + exclusion.reason());
                }
                at = catalogue.parent(at.get());
            }
            if (provision.inForce().on(question.to()) == Standing.NOT_YET) {
                return Optional.of("not yet in force on " + question.to() + ", the last day of the period");
            }
            if (provision.inForce().on(question.from()) == Standing.WITHDRAWN) {
                return Optional.of("no longer in force on " + question.from() + ", the first day of the period");
            }
            return Optional.empty();
        }

        private List<String> missing(Provision provision, List<CitingControl> covering, List<String> idle) {
            List<String> missing = new ArrayList<>();
            if (!idle.isEmpty()) {
                missing.add((covering.size() - idle.size()) + " of " + covering.size()
                        + " citing controls were evaluated, not " + String.join(", ", idle));
            }
            List<String> partsNotMet = catalogue.children(provision.citation()).stream()
                    .flatMap(part -> Optional.ofNullable(judged.get(part)).stream())
                    .filter(part -> part.verdict() != Verdict.MET && part.verdict() != Verdict.NOT_APPLICABLE)
                    .map(part -> part.provision().citation().provision() + " is "
                            + part.verdict().words())
                    .toList();
            if (!partsNotMet.isEmpty()) {
                missing.add("of its parts " + String.join(", ", partsNotMet));
            }
            if (!provision.shownByControls()) {
                missing.add("the obligation is to "
                        + provision.kinds().stream().map(kind -> kind.word()).collect(Collectors.joining(" and "))
                        + ", which running controls cannot show alone");
            }
            return missing;
        }

        private String met(List<CitingControl> covering) {
            long evaluated = 0;
            long fired = 0;
            for (CitingControl control : covering) {
                evaluated = Math.addExact(evaluated, evidence(control.id()).evaluated());
                fired = Math.addExact(fired, evidence(control.id()).fired());
            }
            return "all citing controls (" + covering.size() + ") were evaluated, " + evaluated
                    + " times in total, and fired " + fired + " times";
        }

        private Clause clause(Provision provision, Verdict verdict, String because) {
            List<Clause.Cell> cells = coverage.citing(provision.citation()).stream()
                    .map(control -> new Clause.Cell(control, evidence(control.id())))
                    .toList();
            return new Clause(provision, verdict, because, cells);
        }

        private ControlEvidence evidence(String controlId) {
            return evidence.getOrDefault(controlId, ControlEvidence.none(controlId));
        }
    }
}
