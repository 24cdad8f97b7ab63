package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.HandOverEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.entry.PolicyEntry;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.Evidence;
import org.portcullis.report.FrozenJournal;

class ExceptionRowsTest {

    @Test
    void everyRefusalHasARowWithWhatItsCodeMeans() {
        Evidence evidence = new HandMade()
                .at(0, new KeyEntry.Refused("p-hale-1", "p-hale", "no-code-of-ours"))
                .at(1, new HoldEntry.VoteRefused("S-000001", "p-hale", "requester", Digest.of(JsonObject.EMPTY)))
                .at(2, new AlertEntry.AcknowledgementRefused("A-000001", "p-reid", "not-told"))
                .at(3, new SwitchEntry.Refused(new ControlId("KS-1"), "p-hale", "role-not-held"))
                .at(4, new PolicyEntry.TimeRefused("submit", Instant.parse("2022-05-02T08:00:00Z")))
                .at(5, new HandOverEntry.Lapsed("D-000001"))
                .evidence();
        assertEquals(
                List.of(
                        "0 | KEY REFUSED | p-hale-1 | p-hale |  | no-code-of-ours",
                        "1 | VOTE REFUSED | basket S-000001 | p-hale |  | requester: whoever submits does not approve",
                        "2 | ALERT NOT TAKEN ON | A-000001 | p-reid |  | not-told: the person was not told of the alert",
                        "3 | SWITCH REFUSED |  | p-hale | KS-1 | role-not-held: the person holds no role that pulls this switch",
                        "4 | TIME REFUSED |  |  |  | submit came with the time 08:00:00Z, before the latest one",
                        "5 | HAND-OVER LAPSED | D-000001 |  |  | nobody accepted in time; who offered goes on answering"),
                rows(evidence));
        assertEquals("6 | 6 |  |  | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Exceptions"));
    }

    @Test
    void onlyStepsThatReachedNobodyAndBasketsThatTimeEndedAreExceptions() {
        Evidence evidence = new HandMade()
                .at(0, new AlertEntry.StepTaken("A-000001", 0, true))
                .at(1, new AlertEntry.StepTaken("A-000001", 1, false))
                .at(2, new SubmissionEntry.Ended("S-000001", SubmissionEntry.Ended.Why.WITHDRAWN, "p-hale"))
                .at(3, new SubmissionEntry.Ended("S-000002", SubmissionEntry.Ended.Why.NOT_PRESENTED, ""))
                .evidence();
        assertEquals(
                List.of(
                        "1 | NOBODY REACHED | A-000001 |  |  | step 2 told nobody, since nobody answers for the role;"
                                + " the next step is due at once",
                        "3 | BASKET ENDED | basket S-000002 |  |  | not presented"),
                rows(evidence));
        assertEquals("2 | 2 |  |  | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Exceptions"));
    }

    @Test
    void recoveryOfTheJournalIsAnException() {
        JsonObject body = JsonObject.builder()
                .put("droppedBytes", 12L)
                .put("entries", 7L)
                .put("publishedSize", 6L)
                .build();
        Evidence evidence = new HandMade()
                .at(0, new JournalRecord("journal.recovered", HandMade.NINE, "", "", body))
                .evidence();
        assertEquals(
                List.of(
                        "0 | JOURNAL RECOVERED |  |  |  | the writer had not closed the journal; kept 7 entries, cut off 12"
                                + " bytes that nobody had been told of"),
                rows(evidence));
        assertEquals("1 | 1 |  |  | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Exceptions"));
    }

    @Test
    void decisionWithoutOneOfItsPartsIsAnException() {
        FrozenJournal whole = FrozenJournal.morning();
        long tallies = whole.entries().stream()
                .filter(entry -> entry.type().equals("decision.tallies"))
                .findFirst()
                .orElseThrow()
                .index();
        Evidence evidence = SampleEvidence.spoilt(whole.without(tallies));
        assertEquals(
                1,
                SampleEvidence.column(evidence, "Exceptions", "Exception").stream()
                        .filter("INCOMPLETE DECISION"::equals)
                        .count());
    }

    @Test
    void factsThatWereNotKnownAreCountedWithTheirFirstAndLastEntry() {
        Evidence evidence = SampleEvidence.morning();
        assertEquals(
                List.of("market.adv | not given | 2 | NO-VOLUME", "market.price | too old | 3 | STALE"),
                HandMade.rows(evidence, "Data quality", "Fact", "What was wrong", "Times", "First seen on"));
    }

    private static List<String> rows(Evidence evidence) {
        return HandMade.rows(evidence, "Exceptions", "Entry", "Exception", "About", "Person", "Control", "Why");
    }
}
