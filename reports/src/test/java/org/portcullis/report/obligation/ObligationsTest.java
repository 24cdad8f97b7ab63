package org.portcullis.report.obligation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertStep;
import org.portcullis.engine.alert.Group;
import org.portcullis.engine.alert.Occurrence;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.DecisionReading;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.work.Stop;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.Verdict;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.FrozenJournal;
import org.portcullis.report.SampleRequest;

/** A morning keeps its obligations; with one entry taken out, the obligation that it showed is no longer kept. */
class ObligationsTest {
    private static final Instant AT = Instant.parse("2022-05-02T08:00:00Z");
    private static final ControlId CONTROL = new ControlId("C-1");

    @Test
    void aMorningKeepsWhatItHasInstancesOf() {
        Map<Obligation, Verdict> verdicts = new EnumMap<>(Obligation.class);
        judged(morning(), vote -> true)
                .forEach((obligation, judgement) -> verdicts.put(obligation, judgement.verdict()));
        Map<Obligation, Verdict> expected = new EnumMap<>(Obligation.class);
        expected.put(Obligation.BLOCKS_HELD, Verdict.MET);
        expected.put(Obligation.RELEASES_JUDGED, Verdict.MET);
        expected.put(Obligation.WARNINGS_READ, Verdict.MET);
        expected.put(Obligation.HOLDS_SIGNED_BY_OTHERS, Verdict.MET);
        expected.put(Obligation.EXCEPTIONS_AUTHORISED, Verdict.NOT_APPLICABLE);
        expected.put(Obligation.ALERTS_ANSWERED, Verdict.NOT_EVIDENCED);
        expected.put(Obligation.STOPS_LET_GO_BY_PEOPLE, Verdict.NOT_APPLICABLE);
        expected.put(Obligation.SWITCHES_DRILLED, Verdict.NOT_APPLICABLE);
        expected.put(Obligation.REVIEWS_IN_TIME, Verdict.PARTIAL);
        expected.put(Obligation.CHANGES_SIGNED, Verdict.NOT_APPLICABLE);
        expected.put(Obligation.KEYS_CONFIRMED, Verdict.PARTIAL);
        expected.put(Obligation.RECORDS_WHOLE, Verdict.MET);
        assertEquals(expected, verdicts);
    }

    @Test
    void aFoundingKeyIsTheExceptionOfTheMorning() {
        Judgement keys = of(judged(morning(), vote -> true), Obligation.KEYS_CONFIRMED);
        assertEquals("2 of 3", keys.because().substring(0, 6));
        assertEquals("0", keys.exceptions());
    }

    @Test
    void theOverdueReviewIsTheOtherException() {
        Judgement reviews = of(judged(morning(), vote -> true), Obligation.REVIEWS_IN_TIME);
        assertEquals(
                "8 of 9; first exception: entry 6: control D1-NOTIONAL-SOFT was due for review on 2022-04-11",
                reviews.because());
    }

    @Test
    void aTokenWithoutItsDecisionIsNotJudged() {
        Judgement judged = of(judged(without("decision.made"), vote -> true), Obligation.RELEASES_JUDGED);
        assertEquals(Verdict.PARTIAL, judged.verdict());
        assertTrue(judged.because().contains("is bound to no decision before it"), judged::because);
    }

    /** Its token is bound to the decision that blocked, as every other, and names what was asked. */
    @Test
    void anExceptionalReleaseIsJudgedByTheDecisionThatBlocked() {
        JournalEntry token = morning().stream()
                .filter(entry -> entry.type().equals("token.issued"))
                .findFirst()
                .orElseThrow();
        EntryBody asked = new PetitionEntry.Asked(
                "P-000001",
                new Purpose(Purpose.Kind.EXCEPTIONAL_RELEASE, "1"),
                token.correlation(),
                List.of(CONTROL),
                "p-hale",
                "one order above the limit",
                "the client closes a fund",
                Digest.of(JsonObject.EMPTY));
        List<JournalEntry> entries = new ArrayList<>(altered(morning(), "token.issued", body -> {
            TreeMap<String, Json> members = new TreeMap<>(body.members());
            members.put("petition", Json.text("P-000001"));
            return JsonObject.of(members);
        }));
        assertEquals(
                Verdict.PARTIAL,
                of(judged(entries, vote -> true), Obligation.RELEASES_JUDGED).verdict(),
                "nobody asked");
        entries.addAll(0, play(asked));
        assertEquals(
                Verdict.MET,
                of(judged(entries, vote -> true), Obligation.RELEASES_JUDGED).verdict());
    }

    @Test
    void aTokenForAStoppedLineIsABlockThatDidNotHold() {
        List<JournalEntry> entries = altered(morning(), "decision.made", body -> {
            TreeMap<String, Json> members = new TreeMap<>(body.members());
            members.put("releasable", Json.text("2000-2001"));
            return JsonObject.of(members);
        });
        Judgement blocks = of(judged(entries, vote -> true), Obligation.BLOCKS_HELD);
        assertEquals(Verdict.PARTIAL, blocks.verdict());
        assertTrue(blocks.because().contains("names a line that its decision stops"), blocks::because);
    }

    @Test
    void anAcknowledgementOfNothingShownIsNotRead() {
        Judgement read = of(judged(without("warning.shown"), vote -> true), Obligation.WARNINGS_READ);
        assertEquals(Verdict.PARTIAL, read.verdict());
        assertEquals(0, read.held());
    }

    @Test
    void aHoldWithoutItsVotesIsNotSignedByOthers() {
        Judgement holds =
                of(judged(without("approval.vote.accepted"), vote -> true), Obligation.HOLDS_SIGNED_BY_OTHERS);
        assertEquals(Verdict.PARTIAL, holds.verdict());
    }

    @Test
    void aVoteWhoseSignatureFailsCountsForNothing() {
        Judgement holds = of(judged(morning(), vote -> false), Obligation.HOLDS_SIGNED_BY_OTHERS);
        assertEquals(Verdict.PARTIAL, holds.verdict());
        assertEquals(0, holds.held());
    }

    @Test
    void aReviewThatFallsDueInThePeriodIsLate() {
        Judgement reviews =
                of(judged(play(control("hard limit", "2022-05-02")), vote -> true), Obligation.REVIEWS_IN_TIME);
        assertEquals(Verdict.PARTIAL, reviews.verdict());
        assertTrue(reviews.because().endsWith("control C-1 was due for review on 2022-05-02"), reviews::because);
    }

    @Test
    void aMissingPlaceIsNoWholeRecord() {
        List<JournalEntry> entries = new ArrayList<>(morning());
        entries.remove(5);
        assertEquals(
                Verdict.PARTIAL,
                of(judged(entries, vote -> true), Obligation.RECORDS_WHOLE).verdict());
    }

    @Test
    void anAcknowledgedAlertIsAnswered() {
        Judgement alerts = of(
                judged(play(raised(60), new AlertEntry.Acknowledged("A-1", "p-okafor", "mine", 30, 1)), vote -> true),
                Obligation.ALERTS_ANSWERED);
        assertEquals(Verdict.MET, alerts.verdict());
    }

    @Test
    void anAlertThatWentUpItsChainIsAnswered() {
        Judgement alerts = of(
                judged(play(raised(0), new AlertEntry.StepTaken("A-1", 0, true)), vote -> true),
                Obligation.ALERTS_ANSWERED);
        assertEquals(Verdict.MET, alerts.verdict());
    }

    @Test
    void anAlertWhoseStepReachedNobodyIsNot() {
        Judgement alerts = of(
                judged(play(raised(0), new AlertEntry.StepTaken("A-1", 0, false)), vote -> true),
                Obligation.ALERTS_ANSWERED);
        assertEquals(Verdict.PARTIAL, alerts.verdict());
        assertTrue(alerts.because().endsWith("was not acknowledged and its step 0 reached nobody"), alerts::because);
    }

    @Test
    void aStepThatIsNotDueYetIsNotMissed() {
        assertEquals(
                Verdict.MET,
                of(judged(play(raised(3_600)), vote -> true), Obligation.ALERTS_ANSWERED)
                        .verdict());
    }

    @Test
    void aLatchedStopThatGoesOnByItselfIsNotLetGoByPeople() {
        Stop stop = new Stop(
                "X-1", CONTROL, Action.SUSPEND, Target.ORDER, "O-1", true, "O-1", 1, Optional.empty(), "stopped");
        Judgement stops = of(
                judged(play(new WorkEntry.Stopped(stop), new WorkEntry.Resumed("X-1", "satisfied", "")), vote -> true),
                Obligation.STOPS_LET_GO_BY_PEOPLE);
        assertEquals(Verdict.PARTIAL, stops.verdict());
        assertTrue(stops.because().contains("stop X-1 of control C-1 went on without signatures"), stops::because);
    }

    @Test
    void aSwitchThatWentAWholeRoundIsDrilled() {
        Judgement drilled = of(
                judged(
                        play(
                                control("kill switch", "2023-05-02"),
                                new SwitchEntry.Pulled(CONTROL, "p-okafor", "drill", 0),
                                new SwitchEntry.Swept(CONTROL, 0, 12),
                                new SwitchEntry.Cleared(CONTROL, "H-1")),
                        vote -> true),
                Obligation.SWITCHES_DRILLED);
        assertEquals(Verdict.MET, drilled.verdict());
        assertEquals("3", drilled.evidence());
    }

    @Test
    void aSwitchThatWasOnlyPulledIsNot() {
        Judgement drilled = of(
                judged(
                        play(
                                control("kill switch", "2023-05-02"),
                                new SwitchEntry.Pulled(CONTROL, "p-okafor", "drill", 0)),
                        vote -> true),
                Obligation.SWITCHES_DRILLED);
        assertEquals(Verdict.PARTIAL, drilled.verdict());
    }

    @Test
    void everyObligationIsJudgedOnce() {
        assertEquals(
                List.of(Obligation.values()),
                List.copyOf(judged(morning(), vote -> true).keySet()));
    }

    @Test
    void everyProvisionOfAnObligationIsInTheCatalogue() {
        ProvisionCatalogue catalogue = CatalogueLoader.embedded();
        List<String> unknown = new ArrayList<>();
        for (Obligation obligation : Obligation.values()) {
            obligation.provisions().stream()
                    .filter(provision -> !catalogue.knows(provision))
                    .forEach(provision -> unknown.add(obligation.id() + ": " + provision));
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void numbersThatFollowEachOtherAreARange() {
        EntryNumbers numbers = new EntryNumbers();
        List.of(1L, 2L, 3L, 5L, 8L, 9L).forEach(numbers::add);
        assertEquals("1-3, 5, 8, 9", numbers.text());
    }

    private static EntryBody raised(long after) {
        return new AlertEntry.Raised(new Alert.Opening(
                "A-1",
                new Group(CONTROL, "Delta 1"),
                "Delta 1",
                "noted",
                Optional.of(Stage.RELEASED),
                new Occurrence("S-1", "O-1"),
                "look at this",
                true,
                List.of(new AlertStep(after * 1_000_000, List.of(new Role("Trading Risk")), List.of()))));
    }

    private static EntryBody control(String kind, String due) {
        Digest digest = Digest.of(JsonObject.of("kind", kind));
        return new PackControl(
                digest,
                1,
                "C-1",
                kind,
                "a sentence",
                digest,
                "a message",
                List.of(),
                List.of(),
                "p-controls",
                "12 months",
                LocalDate.parse("2022-01-03"),
                due,
                "order",
                "on release",
                List.of(),
                "block",
                "the order",
                "blocks",
                true,
                List.of(),
                List.of(),
                List.of());
    }

    /** The entries of what happened, one second after the other. */
    private static List<JournalEntry> play(EntryBody... bodies) {
        MemoryJournal journal = new MemoryJournal("example.org/played");
        try {
            long second = 0;
            for (EntryBody body : bodies) {
                journal.append(
                        List.of(new JournalRecord(body.type(), AT.plusSeconds(second++), "", "", body.toJson())));
            }
            return journal.entries();
        } catch (JournalFailure refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static List<JournalEntry> morning() {
        return FrozenJournal.morning().entries();
    }

    private static List<JournalEntry> without(String type) {
        return morning().stream().filter(entry -> !entry.type().equals(type)).toList();
    }

    private static List<JournalEntry> altered(
            List<JournalEntry> entries, String type, UnaryOperator<JsonObject> other) {
        return entries.stream()
                .map(entry -> !entry.type().equals(type)
                        ? entry
                        : new JournalEntry(
                                entry.index(),
                                entry.at(),
                                entry.type(),
                                entry.writer(),
                                entry.correlation(),
                                entry.packFingerprint(),
                                other.apply(entry.body()),
                                entry.previous(),
                                entry.leafHash()))
                .toList();
    }

    private static Judgement of(Map<Obligation, Judgement> judged, Obligation obligation) {
        return Optional.ofNullable(judged.get(obligation)).orElseThrow();
    }

    private static Map<Obligation, Judgement> judged(
            List<JournalEntry> entries, Predicate<HoldEntry.VoteAccepted> genuine) {
        EvidenceRequest request = SampleRequest.of(entries, entries.get(0).leafHash());
        Obligations obligations = new Obligations(request, genuine);
        DecisionReading open = new DecisionReading();
        entries.forEach(entry -> {
            Optional<EntryBody> body = EntryBody.read(entry);
            body.flatMap(known -> open.add(entry, known)).ifPresent(obligations::decision);
            obligations.see(entry, body);
        });
        Map<Obligation, Judgement> judged = new EnumMap<>(Obligation.class);
        obligations.judgements().forEach(each -> judged.put(each.obligation(), each));
        return judged;
    }
}
