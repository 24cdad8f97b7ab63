package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.mapping.ObligationKind;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.Sureness;
import org.portcullis.mapping.coverage.Clause;
import org.portcullis.mapping.coverage.ClauseMatrix;
import org.portcullis.mapping.coverage.ControlEvidence;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.mapping.coverage.CoverageQuestion;
import org.portcullis.mapping.coverage.Verdict;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Makes the matrix of the profile's provisions and the controls that cite them, gaps included, for each policy pack. */
final class ClauseSheet {

    static final String NAME = "Clause matrix";

    private static final int MAX_ENTRIES_TEXT = 160;

    private final CoverageProfile profile;
    private final List<Judged> judged = new ArrayList<>();

    /**
     * Is one pack with its matrix.
     *
     * @param listed the clauses of the profile, in its order; a provision of it that the catalogue lacks has none
     */
    record Judged(Pack pack, ClauseMatrix matrix, List<Clause> listed) {

        Judged {
            listed = List.copyOf(listed);
        }

        long count(Verdict verdict) {
            return listed.stream().filter(clause -> clause.verdict() == verdict).count();
        }
    }

    ClauseSheet(ProvisionCatalogue catalogue, EvidenceRequest request, Survey survey) {
        this.profile = request.profile();
        for (Pack pack : survey.packs()) {
            CoverageQuestion question = new CoverageQuestion(
                    request.firstDay(), request.lastDay(), pack.citing(), pack.evidence(), request.allExclusions());
            ClauseMatrix matrix = ClauseMatrix.of(catalogue, question);
            List<Clause> listed = profile.rows().stream()
                    .flatMap(row -> matrix.find(row.provision()).stream())
                    .toList();
            judged.add(new Judged(pack, matrix, listed));
        }
    }

    /** Gives the matrices, in the order of the packs. */
    List<Judged> judged() {
        return List.copyOf(judged);
    }

    /** Gives the number of provisions of the profile that were judged, over all packs. */
    long clauses() {
        return judged.stream().mapToLong(each -> each.listed().size()).sum();
    }

    /** Gives the number of rows beyond one for each provision: second and further controls of one provision. */
    long furtherControls() {
        return judged.stream()
                .flatMap(each -> each.listed().stream())
                .mapToLong(clause -> Math.max(0, clause.controls().size() - 1L))
                .sum();
    }

    /** Gives the number of controls that were evaluated without being in their pack. */
    long strayEvidence() {
        return judged.stream()
                .mapToLong(each -> each.matrix().strayEvidence().size())
                .sum();
    }

    /** Gives the number of citations that the catalogue does not know. */
    long unresolved() {
        return judged.stream()
                .mapToLong(each -> each.matrix().unresolved().size())
                .sum();
    }

    TableSheet sheet() {
        List<String> notes = new ArrayList<>();
        notes.add(sentence(ClauseMatrix.CAVEAT));
        notes.add("Profile `" + profile.name() + "`, " + profile.title() + ": " + profile.appliesTo() + ". By "
                + profile.author() + ".");
        notes.add(
                "A provision has one row for each control that cites it, and one row without a control where none does: a gap. It is judged"
                        + " once for each policy pack. Verdicts, in the order in which they are tried:");
        notes.addAll(ClauseMatrix.PREDICATES.stream().map(ClauseSheet::sentence).toList());
        notes.add("How a paraphrase is known: "
                + List.of(Sureness.values()).stream()
                        .map(sureness -> sureness.mark() + " " + sureness.meaning())
                        .collect(Collectors.joining("; "))
                + ".");
        judged.forEach(each -> notes.add(others(each)));
        List<Row> rows = new ArrayList<>();
        judged.forEach(each -> each.listed().forEach(clause -> rows(each.pack(), clause, rows)));
        return new TableSheet(
                NAME,
                "Clause matrix: provisions and the controls that cite them",
                notes,
                Optional.empty(),
                columns(),
                2,
                Optional.empty(),
                Rows.of(rows));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Policy", 18, "name and version of the policy pack"),
                Column.of("Provision", 20, "the provision as policies cite it"),
                Column.of("What it asks for (paraphrase)", 44, "the provision in our own words; not a quotation"),
                Column.of("Kind", 10, "what the bound party has to do"),
                Column.of("Known", 7, "how the paraphrase is known: P, S, D or K"),
                Column.of("Verdict", 18, "what the evidence in the journal amounts to"),
                Column.of("Because", 29, "the predicate that decided, with its figures"),
                Column.of("Control", 21, "a control that cites exactly this provision; empty for a gap"),
                Column.of("Evaluated", 9, "how often the control was evaluated in the period"),
                Column.of("Fired", 7, "how often it fired or its answer was unknown"),
                Column.of("Entries", 36, "journal entries that show it"),
                Column.of("Rationale and its author", 24, "why the control answers to the provision, and who says so"),
                Column.onScreen(
                        "Asked of",
                        10,
                        "whether the profile requires a control, or people answer and controls may help"),
                Column.onScreen("Where", 18, "the part of the corpus"),
                Column.onScreen("In force", 46, "what is known of the days on which it binds"),
                Column.onScreen("Condition", 50, "whom it binds"),
                Column.onScreen("Sources", 16, "keys of the sources of the paraphrase"),
                Column.onScreen("Note", 50, "what a reader has to know besides"));
    }

    private void rows(Pack pack, Clause clause, List<Row> rows) {
        if (clause.controls().isEmpty()) {
            rows.add(row(pack, clause, Optional.empty()));
        }
        clause.controls().forEach(cell -> rows.add(row(pack, clause, Optional.of(cell))));
    }

    private Row row(Pack pack, Clause clause, Optional<Clause.Cell> cell) {
        Provision provision = clause.provision();
        return Row.of(
                Cell.of(pack.label()),
                Cell.of(provision.citation().toString()),
                Cell.of(provision.paraphrase().text()),
                Cell.of(provision.kinds().stream().map(ObligationKind::word).collect(Collectors.joining(", "))),
                Cell.of(provision.sureness().mark()),
                verdict(clause.verdict()),
                Cell.of(clause.because()),
                Cell.of(cell.map(control -> control.control().id()).orElse("")),
                cell.map(control -> Cell.of(control.evidence().evaluated())).orElseGet(Cells::blank),
                cell.map(control -> Cell.of(control.evidence().fired())).orElseGet(Cells::blank),
                Cell.of(cell.map(control -> entries(control.evidence())).orElse("")),
                Cell.of(cell.map(control -> control.control().rationale(provision.citation()) + ", "
                                + control.control().author())
                        .orElse("")),
                Cell.of(asked(provision)),
                Cell.of(provision.segment()),
                Cell.of(provision.inForce().text()),
                Cell.of(provision.condition()),
                Cell.of(String.join(", ", provision.sources())),
                Cell.of(provision.note()));
    }

    private String asked(Provision provision) {
        boolean required =
                profile.rows().stream().anyMatch(row -> row.provision().equals(provision.citation()) && row.required());
        return required ? "a control" : "people";
    }

    /** Counts what the profile leaves out, so that nothing is left out unseen. */
    private static String others(Judged judged) {
        List<Clause> others = judged.matrix().clauses().stream()
                .filter(clause -> !judged.listed().contains(clause))
                .toList();
        String verdicts = Stream.of(Verdict.values())
                .map(verdict -> others.stream()
                                .filter(clause -> clause.verdict() == verdict)
                                .count() + " " + verdict.words())
                .collect(Collectors.joining(", "));
        String cited = others.stream()
                .filter(clause -> !clause.controls().isEmpty())
                .map(clause -> clause.provision().citation().toString())
                .collect(Collectors.joining(", "));
        return judged.pack().label() + ": " + others.size()
                + " more provisions of the catalogue are not in the profile and are judged without being listed: "
                + verdicts
                + (cited.isEmpty() ? "." : ". Of these, controls cite " + cited + ".");
    }

    static Cell verdict(Verdict verdict) {
        return switch (verdict) {
            case MET -> Cells.good(verdict.words());
            case PARTIAL -> Cells.attention(verdict.words());
            case NOT_EVIDENCED -> Cells.gap(verdict.words());
            case NOT_APPLICABLE -> Cells.neutral(verdict.words());
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    /** Gives the entries, or the first of them and how many there are. */
    private static String entries(ControlEvidence evidence) {
        String text = evidence.entriesText();
        boolean fits = text.length() <= MAX_ENTRIES_TEXT;
        if (fits && evidence.further() == 0) {
            return text;
        }
        String first = fits ? text : text.substring(0, text.lastIndexOf(", ", MAX_ENTRIES_TEXT));
        return first + ", and more: " + evidence.entryCount() + " in all";
    }
}
