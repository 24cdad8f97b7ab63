package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.approval.ControlEdit;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.Recalibration;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.Period;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Signing;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.SpanUnit;

/** A policy is in force with the signatures that policies demand, and with no fewer. */
class PackSigningTest {
    private static final String PETITION = "P-000001";
    private static final Signing TWO_OF_RISK = new Signing(
            List.of(new Quorum(2, List.of(new Role("Trading Risk")))),
            List.of(new Exclusion.Requester(), new Exclusion.RecentEditors(Sample.span(30, SpanUnit.DAYS))));
    private static final Signing ONE_HEAD =
            new Signing(List.of(new Quorum(1, List.of(new Role("Desk Head")))), List.of(new Exclusion.Requester()));

    private Scene scene;

    @BeforeEach
    void aPolicyIsInForceThatNobodyHadToSign() throws EngineFailure {
        scene = Scene.open(Scene.GRANT, Scene.FREE);
        scene.turnTo(PETITION);
    }

    private static PolicyPack pack(Optional<Signing> signing, long dollars) {
        Control limit =
                Sample.hardOrder("D1-ORDER-NOTIONAL", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(dollars)));
        return pack(signing, Scene.GRANT, limit);
    }

    private static PolicyPack pack(Optional<Signing> signing, Control... controls) {
        Header plain = Sample.header();
        Header header = new Header(
                plain.name(),
                plain.languageVersion(),
                plain.version(),
                plain.owner(),
                plain.effectiveFrom(),
                plain.effectiveUntil(),
                plain.zone(),
                plain.calendar(),
                plain.currency(),
                plain.rateSource(),
                plain.rateStaleAfter(),
                plain.marketDataStaleAfter(),
                plain.referenceDataStaleAfter(),
                plain.missingData(),
                signing);
        return new PolicyPack(header, List.of(), List.of(controls), List.of());
    }

    private static Command.ProposePack proposal(PolicyPack pack) {
        ControlEdit edit =
                new ControlEdit(new ControlId("D1-ORDER-NOTIONAL"), Scene.EDITOR, Sample.NOW.minusSeconds(86_400));
        return new Command.ProposePack(
                Assessor.over(ReferenceEvaluator.factory(), pack), "new.policy", Scene.MAKER, List.of(edit));
    }

    private Reply propose(long second, PolicyPack pack) throws EngineFailure {
        return scene.handle(second, proposal(pack));
    }

    private static PolicyPack signed() {
        return pack(Optional.of(TWO_OF_RISK), 90_000);
    }

    /** Puts the pack that two of risk sign in force. */
    private void sign(PolicyPack pack) throws EngineFailure {
        propose(1, pack);
        scene.vote(2, Scene.RISK);
        scene.vote(3, Scene.SECOND_RISK);
    }

    private String refusalOfActivation(PolicyPack pack) throws EngineFailure {
        return Scene.refusal(scene.handle(4, proposal(pack).pack()));
    }

    @Test
    void aPackThatNobodySignsIsInForceAtOnce() throws EngineFailure {
        Reply reply = propose(1, pack(Optional.empty(), 90_000));
        assertEquals("pack.activated", Scene.types(reply.entries()).get(0));
        assertFalse(reply.entries().get(0).body().has("changesSigned"));
    }

    @Test
    void aPackThatDemandsSignaturesIsNotActivatedWithout() throws EngineFailure {
        assertEquals("needs-signatures", refusalOfActivation(signed()));
    }

    @Test
    void whatIsRefusedDecidesNothing() throws EngineFailure {
        refusalOfActivation(signed());
        Scene.released(scene.submit(5, Scene.basket()));
    }

    @Test
    void aProposalDecidesNothingYet() throws EngineFailure {
        propose(1, signed());
        Scene.released(scene.submit(5, Scene.basket()));
    }

    @Test
    void theLastSignaturePutsItInForce() throws EngineFailure {
        propose(1, signed());
        scene.vote(2, Scene.RISK);
        Reply reply = scene.vote(3, Scene.SECOND_RISK);
        assertEquals(
                List.of(
                        "approval.vote.accepted",
                        "hold.released",
                        "pack.activated",
                        "pack.control",
                        "pack.control",
                        "pack.changes"),
                Scene.types(reply.entries()));
        assertEquals(PETITION, reply.entries().get(2).body().text("signedBy"));
        assertEquals(
                "1",
                Integer.toString(scene.submit(5, Scene.basket()).entries().stream()
                        .filter(entry -> entry.type().equals("token.issued"))
                        .toList()
                        .size()));
    }

    @Test
    void whatIsSignedDecides() throws EngineFailure {
        sign(signed());
        assertEquals(
                "2",
                Scene.released(scene.submit(5, Scene.basket())).token().lines().text());
    }

    @Test
    void whoProposesDoesNotSign() throws EngineFailure {
        propose(1, signed());
        assertEquals("requester", Scene.refusal(scene.vote(2, Scene.MAKER)));
    }

    @Test
    void whoChangedAControlIsExcluded() throws EngineFailure {
        propose(1, signed());
        assertEquals("excluded", Scene.refusal(scene.vote(2, Scene.EDITOR)));
    }

    @Test
    void oneRejectionKeepsThePackBefore() throws EngineFailure {
        propose(1, signed());
        Statement rejection = scene.states(Scene.RISK, Statement.Action.REJECT);
        scene.handle(2, new Command.Vote(rejection.sign(Scene.key(Scene.RISK))));
        assertEquals("hold-ended", Scene.refusal(scene.vote(3, Scene.SECOND_RISK)));
        Scene.released(scene.submit(5, Scene.basket()));
    }

    @Test
    void thePackInForceDemandsSignaturesOfWhatFollows() throws EngineFailure {
        sign(signed());
        assertEquals("needs-signatures", refusalOfActivation(pack(Optional.empty(), 1)));
    }

    @Test
    void bothPacksDemandsAreMet() throws EngineFailure {
        sign(signed());
        scene.turnTo("P-000002");
        Reply reply = propose(10, pack(Optional.of(ONE_HEAD), 80_000));
        assertEquals(3, Scene.petitioned(reply).hold().hold().peopleNeeded());
        scene.vote(11, Scene.RISK);
        scene.vote(12, Scene.SECOND_RISK);
        assertEquals(
                HoldProgress.End.RELEASED,
                Scene.petitioned(scene.vote(13, Scene.HEAD)).hold().end());
    }

    @Test
    void theSameDemandOfBothIsMetOnce() throws EngineFailure {
        sign(signed());
        Reply reply = propose(10, pack(Optional.of(TWO_OF_RISK), 80_000));
        assertEquals(2, Scene.petitioned(reply).hold().hold().peopleNeeded());
    }

    @Test
    void aNewRecalibrationBringsItsApproval() throws EngineFailure {
        PolicyPack plain = signed();
        Recalibration change = new Recalibration(
                new ControlId("D1-ORDER-NOTIONAL"),
                Sample.usd(90_000),
                Sample.usd(95_000),
                new Period(LocalDate.of(2022, 5, 2), Optional.of(LocalDate.of(2022, 5, 9))),
                "index day",
                new Quorum(1, List.of(new Role("Desk Head"))),
                0);
        PolicyPack recalibrated = new PolicyPack(
                plain.header(),
                List.of(),
                plain.controls(),
                List.of(change),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertEquals(3, Scene.petitioned(propose(1, recalibrated)).hold().hold().peopleNeeded());
    }

    @Test
    void theDifferenceIsRecorded() throws EngineFailure {
        sign(signed());
        JournalEntry changes = scene.memory.entries().stream()
                .filter(entry -> entry.type().equals("pack.changes"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                """
                [{"control":"D1-ORDER-NOTIONAL","from":"order.notional is more than 2,000,000,000 USD",\
                "measure":"order.notional","to":"order.notional is more than 90,000 USD","way":"tighter"}]""".replace(",000", "000"),
                org.portcullis.model.json.CanonicalJson.text(changes.body().array("changes"))
                        .replace(",000", "000"));
    }

    @Test
    void controlsThatComeAndGoAreRecorded() throws EngineFailure {
        Control other = Sample.hardOrder("D1-SIZE", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(5)));
        sign(pack(Optional.of(TWO_OF_RISK), Scene.GRANT, other));
        String text = scene.hold(PETITION).text();
        assertTrue(text.contains("D1-ORDER-NOTIONAL: removed"), text);
        assertTrue(text.contains("D1-SIZE: added"), text);
    }

    @Test
    void whatIsInForceIsNotProposed() throws EngineFailure {
        sign(signed());
        assertEquals("in-force", Scene.refusal(propose(10, signed())));
    }

    @Test
    void whatIsInForceComesBackAfterARestart() throws EngineFailure {
        sign(signed());
        scene = scene.restarted();
        assertEquals("needs-signatures", refusalOfActivation(pack(Optional.empty(), 1)));
        assertEquals("no-policy", Scene.refusal(propose(10, pack(Optional.empty(), 1))));
        scene.handle(11, proposal(signed()).pack());
        assertEquals(
                "2",
                Scene.released(scene.submit(12, Scene.basket())).token().lines().text());
    }

    @Test
    void aVoteAfterARestartWaitsForThePack() throws EngineFailure {
        propose(1, signed());
        scene.vote(2, Scene.RISK);
        scene = scene.restarted(Scene.GRANT, Scene.FREE);
        scene.turnTo(PETITION);
        assertEquals("pack-not-here", Scene.refusal(scene.vote(3, Scene.SECOND_RISK)));
        assertEquals("asked-already", Scene.refusal(propose(4, signed())));
        assertEquals(
                "hold.released",
                scene.vote(5, Scene.SECOND_RISK).entries().get(1).type());
    }

    @Test
    void theFirstPolicyOfAllIsSignedAsItDemands() throws EngineFailure {
        scene = Scene.beforeAnyPolicy();
        scene.turnTo(PETITION);
        assertEquals("needs-signatures", refusalOfActivation(signed()));
        propose(5, signed());
        scene.vote(6, Scene.RISK);
        scene.vote(7, Scene.SECOND_RISK);
        assertEquals(
                "2",
                Scene.released(scene.submit(8, Scene.basket())).token().lines().text());
    }

    @Test
    void everyEntryReadsBackAndTheStateIsEqual() throws EngineFailure {
        propose(1, signed());
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
        scene.vote(2, Scene.RISK);
        scene.vote(3, Scene.SECOND_RISK);
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
        for (JournalEntry entry : scene.memory.entries()) {
            assertEquals(entry.body(), EntryBody.read(entry).orElseThrow().toJson(), entry.type());
        }
    }
}
