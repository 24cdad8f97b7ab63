package org.portcullis.engine.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Incident;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.engine.token.LineSet;
import org.portcullis.engine.token.ReleaseToken;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;

/** A decision comes back from its entries with every line and every finding. */
class RecordedDecisionTest {

    private static final Control GRANT = Sample.grant("D1-TRADERS", "Delta 1 Trader");

    @Test
    void everyFindingOfTheIncidentIsThere() throws JournalFailure {
        Decision decision = decide(
                Sample.pack(
                        GRANT,
                        Sample.hardOrder(
                                "D1-ORDER", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(2_000_000_000L))),
                        Sample.softOrder(
                                "D1-NOTIONAL", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(25_000_000L))),
                        Sample.softOrder("D1-ADV", Sample.moreThanShareOfAdv(20, 20))),
                Incident.erroneous(),
                Incident.snapshot());
        RecordedDecision recorded = record(decision);
        assertTrue(recorded.isWhole());
        assertEquals(349, recorded.lines().size());
        assertEquals(65, count(recorded, Effect.BLOCK));
        assertEquals(633, count(recorded, Effect.WARN));
        assertEquals(
                decision.findings().size(),
                recorded.lines().stream()
                        .mapToInt(line -> line.findings().size())
                        .sum());
        assertEquals(decision.tallies(), recorded.tallies());
        assertEquals(
                decision.groups().stream().map(group -> group.headline()).toList(),
                recorded.groups().stream().map(RecordedGroup::headline).toList());
        assertEquals(65, recorded.stopped().size());
    }

    @Test
    void theGapsOfAMissingFactAreThere() throws JournalFailure {
        Decision decision = decide(
                Sample.pack(GRANT, Sample.hardOrder("D1-ADV", Sample.moreThanShareOfAdv(95, 20))),
                Incident.intended(),
                Incident.snapshot(Set.of("ABN.AS"), java.util.Map.of()));
        RecordedDecision recorded = record(decision);
        RecordedLine line = recorded.lines().stream()
                .filter(each -> each.symbol().equals("ABN.AS"))
                .findFirst()
                .orElseThrow();
        assertEquals(decision.findings().get(0).gaps(), line.findings().get(0).gaps());
    }

    @Test
    void aBasketOfManyLinesFitsIntoEntries() throws JournalFailure {
        Market market = Market.empty().dollars("AAA", "100", "1");
        for (int line = 0; line < 2_000; line++) {
            market.order("AAA", "1000");
        }
        Decision decision = decide(
                Sample.pack(GRANT, Sample.hardOrder("D1-ADV", Sample.moreThanShareOfAdv(95, 20))),
                market.submission(),
                market.snapshot());
        RecordedDecision recorded = record(decision);
        assertTrue(recorded.isWhole());
        assertEquals(2_000, count(recorded, Effect.BLOCK));
    }

    @Test
    void veryManyControlsOnOneLineFitIntoEntries() throws JournalFailure {
        List<Control> controls = new ArrayList<>(List.of(GRANT));
        for (int control = 0; control < 400; control++) {
            controls.add(
                    Sample.hardOrder("D1-LIMIT-" + control, Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(1))));
        }
        Market market = Market.empty().dollars("AAA", "100", "1").order("AAA", "1000");
        RecordedDecision recorded = record(decide(Sample.pack(controls), market.submission(), market.snapshot()));
        assertTrue(recorded.isWhole());
        assertEquals(1, recorded.lines().size());
        assertEquals(400, recorded.lines().get(0).findings().size());
        assertEquals(400, recorded.groups().size());
        assertTrue(recorded.made().parts().lines() > 1);
    }

    @Test
    void aSmallDecisionIsOneEntry() throws JournalFailure {
        Market market = Market.empty().dollars("AAA", "100", "1").order("AAA", "1000");
        Decision decision = decide(
                Sample.pack(GRANT, Sample.hardOrder("D1-ADV", Sample.moreThanShareOfAdv(95, 20))),
                market.submission(),
                market.snapshot());
        assertEquals(
                List.of("submission.received", "decision.made"),
                bodies(decision).stream().map(EntryBody::type).toList());
        RecordedDecision recorded = record(decision);
        assertTrue(recorded.isWhole());
        assertEquals(1, count(recorded, Effect.BLOCK));
        assertEquals(decision.tallies(), recorded.tallies());
    }

    @Test
    void textsOfAnyKindNeverMakeContentsTooLargeForAnEntry() throws JournalFailure {
        String worst = "\u0001".repeat(Command.MAX_ID);
        for (int lines = 1; lines < 20; lines++) {
            Market market = Market.empty().dollars(worst, "100", "1");
            for (int line = 0; line < lines; line++) {
                market.order(worst, "1000");
            }
            Decision decision = decide(Sample.pack(GRANT), market.submission(), market.snapshot());
            assertTrue(record(decision).isWhole());
        }
    }

    @Test
    void partsBesideContentsAreNotWhole() throws JournalFailure {
        Market market = Market.empty().dollars("AAA", "100", "1").order("AAA", "1000");
        Decision decision = decide(Sample.pack(GRANT), market.submission(), market.snapshot());
        List<EntryBody> bodies = new ArrayList<>(bodies(decision));
        bodies.add(1, new DecisionEntry.Lines("S-000001", 0, List.of()));
        MemoryJournal journal = new MemoryJournal("example.org/desk");
        for (EntryBody body : bodies) {
            journal.append(body.at(Sample.NOW, "S-000001", ""));
        }
        assertFalse(RecordedDecision.all(journal).get(0).isWhole());
    }

    @Test
    void anAlteredPartShows() throws JournalFailure {
        Market market = Market.empty().dollars("AAA", "100", "1");
        for (int line = 0; line < 200; line++) {
            market.order("AAA", "1000");
        }
        Decision decision = decide(
                Sample.pack(GRANT, Sample.hardOrder("D1-ADV", Sample.moreThanShareOfAdv(95, 20))),
                market.submission(),
                market.snapshot());
        MemoryJournal journal = new MemoryJournal("example.org/desk");
        for (EntryBody body : bodies(decision)) {
            boolean tallies = body.type().equals("decision.tallies");
            EntryBody written = tallies ? new DecisionEntry.Tallies("S-000001", 0, List.of()) : body;
            journal.append(written.at(Sample.NOW, "S-000001", ""));
        }
        assertFalse(RecordedDecision.all(journal).get(0).isWhole());
    }

    @Test
    void theTokenOfTheWorstBasketFitsIntoAnEntry() throws JournalFailure {
        List<Integer> odd = new ArrayList<>();
        for (int line = 1; line < Submission.MAX_LINES; line += 2) {
            odd.add(line);
        }
        Digest digest = Digest.of(JsonObject.EMPTY);
        ReleaseToken token = new ReleaseToken("token", "S-000001", digest, digest, Sample.NOW, LineSet.of(odd));
        JsonObject envelope =
                JsonObject.of("payload", Base64.getEncoder().encodeToString(CanonicalJson.bytes(token.toJson())));
        MemoryJournal journal = new MemoryJournal("example.org/desk");
        TokenEntry.Issued issued =
                new TokenEntry.Issued(token, envelope, Optional.of("key"), Optional.empty(), Optional.empty());
        journal.append(issued.at(Sample.NOW, "S-000001", ""));
        assertEquals(issued, EntryBody.read(journal.entries().get(0)).orElseThrow());
    }

    private static Decision decide(PolicyPack pack, Submission submission, MarketSnapshot snapshot) {
        return Assessor.over(ReferenceEvaluator.of(pack))
                .decide(submission, snapshot, Set.of("Delta 1 Trader"), Stage.RELEASED, Sample.NOW);
    }

    private static RecordedDecision record(Decision decision) throws JournalFailure {
        MemoryJournal journal = new MemoryJournal("example.org/desk");
        for (EntryBody body : bodies(decision)) {
            journal.append(body.at(Sample.NOW, "S-000001", decision.packFingerprint()));
        }
        return RecordedDecision.all(journal).get(0);
    }

    private static List<EntryBody> bodies(Decision decision) {
        Submission submission = decision.submission();
        Digest digest = SubmissionJson.digest(submission);
        DecisionParts parts = DecisionParts.of("S-000001", KnownFacts.NONE, List.of(), decision);
        List<EntryBody> bodies = new ArrayList<>();
        bodies.add(new SubmissionEntry.Received(
                "S-000001",
                submission.basketId(),
                submission.requester(),
                submission.desk(),
                submission.location(),
                submission.flow(),
                decision.stage(),
                submission.lines().size(),
                submission.intended(),
                decision.notional(),
                digest,
                Digest.of(JsonObject.EMPTY),
                "test"));
        bodies.addAll(parts.entries());
        bodies.add(new DecisionEntry.Made(
                "S-000001",
                DecisionEntry.Made.Outcome.BLOCKED,
                decision.effect(),
                decision.basketEffect(),
                decision.inFlight(),
                digest,
                Digest.of(JsonObject.EMPTY),
                LineSet.of(decision.lines().stream()
                        .filter(line -> line.effect() != Effect.BLOCK)
                        .map(line -> line.line())
                        .toList()),
                Optional.empty(),
                Optional.empty(),
                new DecisionEntry.Made.Counts(0, 0, 0, 0, decision.groups().size()),
                new DecisionEntry.Made.Awaits(0, 0),
                List.of(),
                parts.parts(),
                parts.contents()));
        return bodies;
    }

    private static long count(RecordedDecision decision, Effect effect) {
        return decision.lines().stream()
                .flatMap(line -> line.findings().stream())
                .filter(finding -> finding.counts() && finding.effect() == effect)
                .count();
    }
}
