package org.portcullis.report.evidence;

import java.util.List;
import java.util.Optional;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.evidence.KeyBook.Life;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Makes the register of people's keys. */
final class KeyRows {

    static final String NAME = "Key register";

    private static final String VOTES = "Signatures with it";

    private KeyRows() {}

    static Planned of(Grounds grounds) {
        KeyBook book = grounds.books().keys();
        Survey survey = grounds.survey();
        List<Row> rows =
                book.keys().stream().map(life -> row(grounds.request(), life)).toList();
        return grounds.traced(
                new TableSheet(
                        NAME,
                        "Key register: every key with which people sign, from its enrolment to its end",
                        List.of(
                                "One row for each key that was enrolled or rotated up to the end of the period, also before the period. A person proves"
                                        + " possession by signing the enrolment with the key itself; a second person confirms and signs, but for a"
                                        + " founding key, which is named as seen. The state is that at the end of the period."),
                        Optional.empty(),
                        columns(),
                        2,
                        Optional.of(VOTES),
                        Rows.of(rows)),
                "entries key.enrolled, key.rotated, key.revoked up to the end of the period and approval.vote.accepted of the period;"
                        + " one row for each key, in the order in which they came",
                book.enrolments(),
                survey.votes(),
                new Tested(
                        survey.votes() == survey.validVotes(),
                        survey.validVotes() + " of " + survey.votes()
                                + " signatures of the period hold under the key that is named for them, of that person"));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Key", 30, "the name of the key"),
                Column.of("Person", 16, "whose key it is"),
                Column.of("State", 17, "whether it counts at the end of the period"),
                Column.of("How", 17, "whether it was enrolled, founded the register, or took the place of another"),
                Column.of("Since entry", 8, "index of the entry key.enrolled or key.rotated"),
                Column.of("Since (UTC)", 20, "when"),
                Column.of("Confirmed by", 16, "the second person"),
                Column.of(
                        "Counts until (UTC)",
                        20,
                        "the last instant at which it counts, once it is replaced or revoked"),
                Column.of("End entry", 8, "index of the entry that replaced or revoked it"),
                Column.of("Why", 34, "what replaced it, or who revoked it and why"),
                Column.of(VOTES, 11, "accepted signatures of the period"),
                Column.of("Last one, entry", 9, "index of the last of them"),
                Column.onScreen("Replaces", 30, "the key whose place it took"),
                Column.onScreen("Public key", 50, "base64 of the 32 bytes of the Ed25519 key"));
    }

    private static Row row(EvidenceRequest request, Life life) {
        return Row.of(
                Cell.code(life.keyId()),
                Cell.of(life.person()),
                state(request, life),
                life.replaces().isEmpty()
                        ? life.confirmed() ? Cells.good("ENROLLED") : Cells.attention("FOUNDING KEY")
                        : Cells.good("ROTATED"),
                Cell.of(life.begun().entry()),
                new Cell.At(life.begun().at()),
                Cell.of(life.confirmedBy()),
                life.until().<Cell>map(Cell.At::new).orElseGet(Cells::blank),
                life.ended().map(end -> Cell.of(end.entry())).orElseGet(Cells::blank),
                Cell.of(life.why()),
                Cell.of(life.votes()),
                life.lastVote().map(vote -> Cell.of(vote.entry())).orElseGet(Cells::blank),
                Cell.code(life.replaces()),
                Cell.code(life.publicKey()));
    }

    private static Cell state(EvidenceRequest request, Life life) {
        if (life.until().isEmpty()) {
            return Cells.good("COUNTS");
        }
        if (life.why().startsWith("revoked")) {
            return Cells.stop("REVOKED");
        }
        return life.until().get().isBefore(request.to()) ? Cells.neutral("REPLACED") : Cells.attention("COUNTS STILL");
    }
}
