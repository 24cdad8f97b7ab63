package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.mapping.coverage.Verdict;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.HandedPolicy;
import org.portcullis.report.Refuted;
import org.portcullis.report.Reservation;
import org.portcullis.report.Reservation.Kind;
import org.portcullis.report.obligation.Judgement;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.TableSheet;

/**
 * Finds what keeps a workbook from being taken for clean, and writes it above every sheet.
 *
 * @param all the reservations, the gravest first; none for a workbook of a period with decisions in a journal that verifies
 */
record Reservations(List<Reservation> all) {

    Reservations {
        all = List.copyOf(all);
    }

    /** Finds them in what was asked for and in what one reading of the journal showed. */
    static Reservations of(EvidenceRequest request, Survey survey) {
        List<Reservation> found = new ArrayList<>();
        request.refuted().ifPresent(why -> found.add(refuted(why)));
        found.addAll(policies(request, survey));
        if (survey.entriesInPeriod() == 0) {
            found.add(new Reservation(
                    Kind.EMPTY_PERIOD,
                    "The journal has no entry between " + request.from() + " and " + request.to() + "; " + runs(survey)
                            + ". Nothing on these sheets is evidence of that time."));
        } else if (survey.decisions() == 0) {
            found.add(new Reservation(
                    Kind.NO_DECISIONS,
                    "The journal has " + survey.entriesInPeriod() + " entries between " + request.from() + " and "
                            + request.to() + " and no decision among them; " + runs(survey)
                            + ". No control of order flow is shown at work."));
        }
        return new Reservations(found);
    }

    /** Finds what can be said without any entry. */
    static Reservations of(Refuted why) {
        return new Reservations(List.of(refuted(why)));
    }

    private static Reservation refuted(Refuted why) {
        String readable = why.readable() == 0
                ? "No entry can be used, so there is no sheet but this one."
                : "The sheets show the first " + why.readable()
                        + " entries, as many as can be read. They are no evidence until the cause is known.";
        String checkpoint =
                why.checkpointRead() ? "" : " No checkpoint can be read, so nobody signed for their number.";
        return new Reservation(
                Kind.NOT_VERIFIED,
                "The journal does not verify: " + why.outcome() + ", " + why.sentence() + ". " + readable + checkpoint);
    }

    private static List<Reservation> policies(EvidenceRequest request, Survey survey) {
        Set<String> known = survey.inForce().stream()
                .map(pack -> pack.activated().fingerprint().value())
                .collect(Collectors.toSet());
        String inForce = survey.inForce().stream()
                .map(pack -> "`" + pack.activated().name() + "`, "
                        + pack.activated().version() + ", "
                        + pack.activated().fingerprint().value() + " (entry " + pack.entry() + ")")
                .collect(Collectors.joining("; "));
        String against = inForce.isEmpty()
                ? "The journal has no policy in force in the period."
                : "In force in the period: " + inForce + ".";
        Stream<String> deciding = survey.unknownPolicies().entrySet().stream()
                .map(each -> each.getValue() + (each.getValue() == 1 ? " decision was" : " decisions were")
                        + " made by the policy " + each.getKey() + ", which this journal never put in force. ");
        Stream<String> handed = request.policies().stream()
                .filter(policy -> !known.contains(policy.fingerprint().value()))
                .map(HandedPolicy::words)
                .map(words -> "Handed over was " + words + ". ");
        return Stream.concat(deciding, handed)
                .map(words -> new Reservation(Kind.POLICY_DOES_NOT_MATCH, words + against))
                .toList();
    }

    /** Says from when to when the journal has entries. */
    private static String runs(Survey survey) {
        List<ChainBook.Day> days = survey.books().chain().days();
        if (days.isEmpty()) {
            return "it has none at all";
        }
        ChainBook.Day first = days.get(0);
        ChainBook.Day last = days.get(days.size() - 1);
        return "the journal runs from " + first.from() + " (entry " + first.first() + ") to " + last.to() + " (entry "
                + last.last() + ")";
    }

    /**
     * Gives the judgements as they are; of a period without an entry nothing is met, since nobody was asked anything in it. What did not hold even so, such as
     * a review that was overdue, stays.
     */
    static List<Judgement> unlessEmpty(List<Judgement> judgements, long entriesInPeriod) {
        return entriesInPeriod > 0
                ? judgements
                : judgements.stream()
                        .map(each -> each.verdict() == Verdict.PARTIAL ? each : notEvidenced(each))
                        .toList();
    }

    private static Judgement notEvidenced(Judgement judgement) {
        return new Judgement(
                judgement.obligation(),
                Verdict.NOT_EVIDENCED,
                "the journal has no entry in the period",
                judgement.instances(),
                judgement.held(),
                judgement.evidence(),
                judgement.exceptions());
    }

    /** Gives the word that stands for all tests on the cover; empty where there is no reservation. */
    Optional<String> title() {
        return all.stream().findFirst().map(each -> each.kind().title());
    }

    /** Gives the rows of the cover's verdict that an ordinary workbook does not have. */
    List<PageSheet.Line> rows(EvidenceRequest request) {
        List<PageSheet.Line> rows = new ArrayList<>();
        all.forEach(each -> rows.add(PageSheet.Line.gridRow(
                Cell.of(tested(each.kind())), Cells.stop(each.kind().title()), Cell.of(each.words()))));
        if (!request.policies().isEmpty()
                && all.stream().noneMatch(each -> each.kind() == Kind.POLICY_DOES_NOT_MATCH)) {
            rows.add(PageSheet.Line.gridRow(
                    Cell.of(tested(Kind.POLICY_DOES_NOT_MATCH)),
                    Cells.good("YES"),
                    Cell.of("every policy handed over has the fingerprint of one that was in force in the period")));
        }
        return rows;
    }

    private static String tested(Kind kind) {
        return switch (kind) {
            case NOT_VERIFIED -> "The journal verifies";
            case POLICY_DOES_NOT_MATCH -> "The policies are those that the journal put in force";
            case EMPTY_PERIOD -> "The journal has entries in the period";
            case NO_DECISIONS -> "The journal has decisions in the period";
        };
    }

    private List<Reservation> grave() {
        return all.stream().filter(each -> each.kind().isGrave()).toList();
    }

    /** Gives the table with the grave reservations above its headings. */
    TableSheet on(TableSheet sheet) {
        if (grave().isEmpty()) {
            return sheet;
        }
        String text = Stream.concat(grave().stream().map(Reservation::text), sheet.warning().stream())
                .collect(Collectors.joining(" "));
        return new TableSheet(
                sheet.name(),
                sheet.title(),
                sheet.notes(),
                Optional.of(text),
                sheet.columns(),
                sheet.frozen(),
                sheet.totalled(),
                sheet.rows());
    }

    /** Gives the table with where it comes from, with the grave reservations above its headings. */
    Traced on(Traced traced) {
        return grave().isEmpty()
                ? traced
                : new Traced(
                        on(traced.sheet()),
                        traced.adds(),
                        traced.query(),
                        traced.sourceCount(),
                        traced.sourceTotal(),
                        traced.completeness(),
                        traced.accuracy());
    }

    /** Gives the page with the reservations above everything else: the cover with all of them, others with the grave ones. */
    PageSheet on(PageSheet page) {
        List<Reservation> those = page.name().equals(CoverPage.NAME) ? all : grave();
        if (those.isEmpty()) {
            return page;
        }
        if (!page.charts().isEmpty()) {
            // Reason: charts name cells by their rows, which no line may shift.
            String titles =
                    those.stream().map(each -> each.kind().title()).distinct().collect(Collectors.joining(", "));
            return new PageSheet(page.name(), titles + ". " + page.title(), page.widths(), page.lines(), page.charts());
        }
        List<PageSheet.Line> lines = new ArrayList<>();
        those.forEach(each -> lines.add(PageSheet.Line.alarm(each.text())));
        lines.add(PageSheet.Line.space());
        lines.addAll(page.lines());
        return new PageSheet(page.name(), page.title(), page.widths(), lines);
    }
}
