package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.Impact;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.FactState;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.Recalibration;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.EarlyWarning;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.ExceptionalRelease;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Period;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** States what each kind of control means, on every evaluator. */
class MeaningTest {
    private static final Role RISK = new Role("Risk");
    private static final Quorum ONE = new Quorum(1, List.of(RISK));
    private static final Instant AT = TestFacts.AT;
    private static final LocalDate TODAY = LocalDate.of(2022, 5, 2);
    private static final Reference DESK_SUM = Reference.derived(
            Measure.ORDER_NOTIONAL,
            new Derivation.Windowed(
                    Derivation.Aggregate.SUM,
                    List.of(Measure.ORDER_DESK),
                    Optional.empty(),
                    Derivation.Counting.UNLESS_SAID));
    private static final Condition OVER_TEN = more(Reference.to(Measure.ORDER_NOTIONAL), 10);

    /** The evaluators that there are. */
    enum Engine {
        REFERENCE,
        DROOLS;

        Evaluator.Factory factory() {
            return this == REFERENCE ? ReferenceEvaluator.factory() : DroolsEvaluator.factory();
        }

        Assessment assess(Stage stage, SubmissionFacts facts, Control... controls) {
            return assess(stage, facts, Tier.OF_SUBMISSIONS, Packs.of(controls));
        }

        Assessment assess(Stage stage, SubmissionFacts facts, Set<Tier> tiers, PolicyPack pack) {
            return Assessor.over(factory(), pack).assess(facts, stage, tiers);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sumOverAWindowIsAFactLikeOthers(Engine engine) {
        Control limit = window(Action.BLOCK, Stage.RELEASED, more(DESK_SUM, 10));
        SubmissionFacts facts = order(line -> line.micros(DESK_SUM, 11 * Exact.ONE));

        assertEquals(
                Effect.BLOCK,
                engine.assess(Stage.RELEASED, facts, grant(), limit).effect());
    }

    @ParameterizedTest
    @EnumSource
    void sumOverAWindowThatNobodyGivesBlocks(Engine engine) {
        Control limit = window(Action.BLOCK, Stage.RELEASED, more(DESK_SUM, 10));
        Finding finding = only(engine.assess(Stage.RELEASED, order(line -> line), grant(), limit));

        assertEquals(Effect.BLOCK, finding.effect());
        assertEquals(
                "sum of order.notional per order.desk per trading day of X is not given",
                finding.gaps().get(0).detail());
    }

    @ParameterizedTest
    @EnumSource
    void suspendedStrategyCannotSubmit(Engine engine) {
        Control limit = window(Action.SUSPEND, Stage.RELEASED, more(DESK_SUM, 10));
        Finding finding = only(engine.assess(
                Stage.RELEASED, order(line -> line.micros(DESK_SUM, 11 * Exact.ONE)), grant(), limit));

        assertEquals(new Impact(Effect.BLOCK, InFlightEffect.CONTINUE), finding.impact());
        assertEquals("the order is suspended: nothing new of it passes", finding.message());
    }

    @ParameterizedTest
    @EnumSource
    void whileWorkingALimitOverAWindowSuspends(Engine engine) {
        Control limit = window(Action.SUSPEND, Stage.WORKING, more(DESK_SUM, 10));
        Assessment assessment =
                engine.assess(Stage.WORKING, order(line -> line.micros(DESK_SUM, 11 * Exact.ONE)), limit);

        assertEquals(InFlightEffect.SUSPEND, assessment.inFlight());
        assertEquals(Effect.NOTE, assessment.effect());
    }

    @ParameterizedTest
    @EnumSource
    void earlyWarningIsNotedAndAddressed(Engine engine) {
        Finding finding = only(engine.assess(Stage.RELEASED, worth(8), grant(), early(OVER_TEN)));

        assertEquals(Effect.NOTE, finding.effect());
        assertEquals(ReasonCode.EARLY_WARNING, finding.reason());
        assertEquals(List.of(RISK), finding.tells());
        assertEquals("early warning at 70% of the limit: USD 8 against USD 10", finding.message());
    }

    @ParameterizedTest
    @EnumSource
    void earlyWarningIsDueAboveItsShareOfTheLimitAndNotAtIt(Engine engine) {
        assertEquals(
                List.of(),
                engine.assess(Stage.RELEASED, worth(7), grant(), early(OVER_TEN))
                        .findings());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBreachedIsNotWarnedOfEarly(Engine engine) {
        assertEquals(
                ReasonCode.LIMIT_BREACHED,
                only(engine.assess(Stage.RELEASED, worth(11), grant(), early(OVER_TEN)))
                        .reason());
    }

    @ParameterizedTest
    @EnumSource
    void lowerLimitIsWarnedOfFromAbove(Engine engine) {
        Condition tooSmall = new Condition.Compare(
                Reference.to(Measure.ORDER_NOTIONAL), Comparator.LESS_THAN, new Bound.Constant(Packs.usd(7)));

        assertEquals(
                ReasonCode.EARLY_WARNING,
                only(engine.assess(Stage.RELEASED, worth(9), grant(), early(tooSmall)))
                        .reason());
    }

    @ParameterizedTest
    @EnumSource
    void negatedConditionIsWarnedOfEarlyAsWell(Engine engine) {
        Condition notWithin = new Condition.Not(new Condition.Compare(
                Reference.to(Measure.ORDER_NOTIONAL), Comparator.AT_MOST, new Bound.Constant(Packs.usd(10))));

        assertEquals(
                ReasonCode.EARLY_WARNING,
                only(engine.assess(Stage.RELEASED, worth(8), grant(), early(notWithin)))
                        .reason());
    }

    @ParameterizedTest
    @EnumSource
    void inFlightControlDoesItsAction(Engine engine) {
        assertEquals(
                InFlightEffect.CANCEL,
                engine.assess(Stage.WORKING, worth(11), inFlight(Action.CANCEL)).inFlight());
    }

    @ParameterizedTest
    @EnumSource
    void whatWorksWithinItsControlsContinues(Engine engine) {
        Assessment assessment = engine.assess(Stage.WORKING, worth(9), inFlight(Action.CANCEL));

        assertEquals(InFlightEffect.CONTINUE, assessment.inFlight());
        assertEquals(Effect.RELEASE, assessment.effect());
    }

    @ParameterizedTest
    @EnumSource
    void inFlightEffectsJoinToTheStrictest(Engine engine) {
        assertEquals(
                InFlightEffect.CANCEL,
                engine.assess(
                                Stage.WORKING,
                                worth(11),
                                inFlight(Action.CANCEL),
                                Controls.renamed(inFlight(Action.SUSPEND), "IN-FLIGHT-2"))
                        .inFlight());
    }

    @ParameterizedTest
    @EnumSource
    void missingDataCancelsWhereTheControlCancelsAndMissingDataBlocks(Engine engine) {
        assertEquals(
                InFlightEffect.CANCEL,
                engine.assess(Stage.WORKING, worthNothingKnown(), inFlight(Action.CANCEL))
                        .inFlight());
    }

    @ParameterizedTest
    @EnumSource
    void missingDataSuspendsWhereItHolds(Engine engine) {
        Control cancels = inFlight(Action.CANCEL);
        Control holds = Controls.withHeading(
                cancels, with(cancels.heading(), Rollout.ENFORCE, Optional.empty(), MissingDataEffect.HOLDS));

        assertEquals(
                InFlightEffect.SUSPEND,
                engine.assess(Stage.WORKING, worthNothingKnown(), holds).inFlight());
    }

    @ParameterizedTest
    @EnumSource
    void missingDataSuspendsWhereTheControlSuspends(Engine engine) {
        assertEquals(
                InFlightEffect.SUSPEND,
                engine.assess(Stage.WORKING, worthNothingKnown(), inFlight(Action.SUSPEND))
                        .inFlight());
    }

    @ParameterizedTest
    @EnumSource
    void nothingInFlightNeedsAGrant(Engine engine) {
        assertEquals(
                List.of(),
                engine.assess(Stage.WORKING, worth(1), inFlight(Action.CANCEL)).findings());
    }

    @ParameterizedTest
    @EnumSource
    void policyThatIsNotInForceSuspendsWhatWorks(Engine engine) {
        SubmissionFacts early = order(line -> line, AT.minusSeconds(86_400));

        assertEquals(
                InFlightEffect.SUSPEND,
                engine.assess(Stage.WORKING, early, inFlight(Action.CANCEL)).inFlight());
    }

    @ParameterizedTest
    @EnumSource
    void monitorTellsAndStopsNothing(Engine engine) {
        Finding finding = only(engine.assess(Stage.RELEASED, worth(11), grant(), monitor()));

        assertEquals(Impact.NOTED, finding.impact());
        assertEquals(List.of(RISK), finding.tells());
    }

    @ParameterizedTest
    @EnumSource
    void monitorThatSeesNothingSaysWhatIsMissingAndStopsNothing(Engine engine) {
        Finding finding = only(engine.assess(Stage.RELEASED, worthNothingKnown(), grant(), monitor()));

        assertEquals(Impact.NOTED, finding.impact());
        assertEquals(ReasonCode.MISSING_DATA, finding.reason());
    }

    @ParameterizedTest
    @EnumSource
    void pulledKillSwitchBlocksWhatIsNew(Engine engine) {
        assertEquals(
                Effect.BLOCK,
                engine.assess(Stage.RELEASED, pulled("KILL-A"), grant(), passing(), killSwitch("KILL-A"))
                        .effect());
    }

    @ParameterizedTest
    @EnumSource
    void pulledKillSwitchKillsWhatIsWorking(Engine engine) {
        assertEquals(
                InFlightEffect.KILL,
                engine.assess(Stage.WORKING, pulled("KILL-A"), killSwitch("KILL-A"))
                        .inFlight());
    }

    @ParameterizedTest
    @EnumSource
    void switchThatIsNotPulledDoesNothing(Engine engine) {
        assertEquals(
                List.of(),
                engine.assess(Stage.RELEASED, pulled("KILL-B"), grant(), passing(), killSwitch("KILL-A"))
                        .findings());
    }

    @ParameterizedTest
    @EnumSource
    void switchThatIsNotPulledIsNoPolicy(Engine engine) {
        assertEquals(
                ReasonCode.NO_POLICY,
                only(engine.assess(Stage.RELEASED, worth(1), grant(), killSwitch("KILL-A")))
                        .reason());
    }

    @ParameterizedTest
    @EnumSource
    void unknownScopeOfAPulledSwitchBlocks(Engine engine) {
        Control elsewhere = Controls.withScope(killSwitch("KILL-A"), Packs.is(Measure.ORDER_VENUE, "XLON"));

        assertEquals(
                Effect.BLOCK,
                engine.assess(Stage.RELEASED, pulled("KILL-A"), grant(), passing(), elsewhere)
                        .effect());
    }

    @ParameterizedTest
    @EnumSource
    void unknownScopeOfASwitchThatIsNotPulledStopsNothing(Engine engine) {
        Control elsewhere = Controls.withScope(killSwitch("KILL-A"), Packs.is(Measure.ORDER_VENUE, "XLON"));

        assertEquals(
                List.of(),
                engine.assess(Stage.RELEASED, worth(1), grant(), passing(), elsewhere)
                        .findings());
    }

    @ParameterizedTest
    @EnumSource
    void escalationTellsAtOnce(Engine engine) {
        Finding finding = alert(engine, 0);

        assertEquals(Impact.NOTED, finding.impact());
        assertEquals("at once: tells role \"Risk\"", finding.message());
    }

    @ParameterizedTest
    @EnumSource
    void escalationActsOnceNobodyHasAcknowledgedForSoLong(Engine engine) {
        Finding finding = alert(engine, 10);

        assertEquals(new Impact(Effect.NOTE, InFlightEffect.SUSPEND), finding.impact());
        assertEquals("at once: tells role \"Risk\"; after 10 minutes: suspends the whole basket", finding.message());
    }

    @ParameterizedTest
    @EnumSource
    void escalationDoesTheStrictestActThatIsDue(Engine engine) {
        assertEquals(InFlightEffect.CANCEL, alert(engine, 30).inFlight());
    }

    @ParameterizedTest
    @EnumSource
    void escalationOfAnotherEventIsSilent(Engine engine) {
        SubmissionFacts facts = order(line -> line.text(Measure.ALERT_EVENT, "held"));

        assertEquals(
                List.of(),
                engine.assess(Stage.WORKING, facts, EnumSet.of(Tier.ALERT), Packs.of(escalation()))
                        .findings());
    }

    @ParameterizedTest
    @EnumSource
    void escalationThatDoesNotKnowTheEventStopsNothing(Engine engine) {
        Finding finding = only(engine.assess(Stage.WORKING, worth(1), EnumSet.of(Tier.ALERT), Packs.of(escalation())));

        assertEquals(Impact.NOTED, finding.impact());
        assertEquals(ReasonCode.MISSING_DATA, finding.reason());
    }

    @ParameterizedTest
    @EnumSource
    void submissionIsNoAlert(Engine engine) {
        assertEquals(
                List.of(),
                engine.assess(Stage.RELEASED, worth(1), grant(), passing(), escalation())
                        .findings());
    }

    @ParameterizedTest
    @EnumSource
    void observedControlNotesWhatItWouldDo(Engine engine) {
        Finding finding = only(engine.assess(Stage.RELEASED, worth(11), grant(), rolledOut(hard(), Rollout.OBSERVE)));

        assertEquals(Impact.NOTED, finding.impact());
        assertEquals(Optional.of(Effect.BLOCK), finding.wouldBe().map(Impact::effect));
    }

    @ParameterizedTest
    @EnumSource
    void controlThatWarnsForNowWarnsAtMost(Engine engine) {
        Finding finding = only(engine.assess(Stage.RELEASED, worth(11), grant(), rolledOut(hard(), Rollout.WARN)));

        assertEquals(Effect.WARN, finding.effect());
        assertEquals(Optional.of(Effect.BLOCK), finding.wouldBe().map(Impact::effect));
    }

    @ParameterizedTest
    @EnumSource
    void controlThatWarnsForNowOnlyNotesInFlight(Engine engine) {
        Finding finding =
                only(engine.assess(Stage.WORKING, worth(11), rolledOut(inFlight(Action.CANCEL), Rollout.WARN)));

        assertEquals(Impact.NOTED, finding.impact());
        assertEquals(Optional.of(InFlightEffect.CANCEL), finding.wouldBe().map(Impact::inFlight));
    }

    @ParameterizedTest
    @EnumSource
    void observedControlCountsAsPolicy(Engine engine) {
        assertEquals(
                Effect.RELEASE,
                engine.assess(Stage.RELEASED, worth(1), grant(), rolledOut(hard(), Rollout.OBSERVE))
                        .effect());
    }

    @ParameterizedTest
    @EnumSource
    void observedGrantGrantsNothing(Engine engine) {
        assertEquals(
                ReasonCode.NOT_GRANTED,
                only(engine.assess(Stage.RELEASED, worth(1), rolledOut(grant(), Rollout.OBSERVE), passing()))
                        .reason());
    }

    @ParameterizedTest
    @EnumSource
    void observedHardLimitDoesNotSilenceASoftOne(Engine engine) {
        Control soft = new Control.SoftLimit(
                Packs.heading("SOFT-1", at(Stage.RELEASED, Subject.ORDERS)),
                Target.TRADER,
                OVER_TEN,
                Packs.acknowledgement());

        assertEquals(
                Effect.WARN,
                engine.assess(Stage.RELEASED, worth(11), grant(), rolledOut(hard(), Rollout.OBSERVE), soft)
                        .effect());
    }

    @ParameterizedTest
    @EnumSource
    void floodByOneOrderStopsThatOrderAlone(Engine engine) {
        Control soft = new Control.SoftLimit(
                Packs.heading("SOFT-1", at(Stage.RELEASED, Subject.ORDERS)),
                Target.TRADER,
                OVER_TEN,
                Packs.acknowledgement());
        Control flood = new Control.AlertFlood(
                Packs.heading("FLOOD-1", at(Stage.RELEASED, Subject.ORDERS)), Target.ORDER, 1, false, Optional.empty());
        SubmissionFacts two = new SubmissionFacts("B", worth(1).basket(), List.of(line(1, 11), line(2, 1)));
        Assessment assessment =
                engine.assess(Stage.RELEASED, two, grant(), soft, Controls.renamed(soft, "SOFT-2"), flood);

        assertEquals(
                List.of(Effect.BLOCK, Effect.RELEASE),
                assessment.lines().stream().map(line -> line.effect()).toList());
    }

    @ParameterizedTest
    @EnumSource
    void blockedOrderCarriesWhoMayReleaseItOnce(Engine engine) {
        ExceptionalRelease release =
                new ExceptionalRelease(false, List.of(ONE, ONE), new Value.TimeSpan(600_000_000, SpanUnit.MINUTES));
        Control limit = new Control.HardLimit(
                Packs.heading("HARD-1", at(Stage.RELEASED, Subject.ORDERS)),
                Target.ORDER,
                OVER_TEN,
                Optional.empty(),
                Optional.of(release));

        assertEquals(
                Optional.of(release),
                only(engine.assess(Stage.RELEASED, worth(11), grant(), limit)).exceptional());
    }

    @ParameterizedTest
    @EnumSource
    void recalibratedThresholdDecidesWithinItsDaysAndIsNamed(Engine engine) {
        PolicyPack pack = Packs.of(List.of(grant(), hard()), List.of(doubled(TODAY, TODAY.plusDays(1))));
        Finding finding = only(engine.assess(Stage.RELEASED, worth(21), Tier.OF_SUBMISSIONS, pack));

        assertEquals(
                "The limit is USD 20 (USD 20, recalibrated from USD 10 until 2022-05-03 because volumes doubled).",
                finding.message());
    }

    @ParameterizedTest
    @EnumSource
    void recalibrationLetsPassWhatItsOwnThresholdWouldNot(Engine engine) {
        PolicyPack pack = Packs.of(List.of(grant(), hard()), List.of(doubled(TODAY, TODAY.plusDays(1))));

        assertEquals(
                Effect.RELEASE,
                engine.assess(Stage.RELEASED, worth(11), Tier.OF_SUBMISSIONS, pack)
                        .effect());
    }

    @ParameterizedTest
    @EnumSource
    void recalibrationRevertsByItself(Engine engine) {
        PolicyPack pack = Packs.of(List.of(grant(), hard()), List.of(doubled(TODAY.minusDays(1), TODAY)));

        assertEquals(
                Effect.BLOCK,
                engine.assess(Stage.RELEASED, worth(11), Tier.OF_SUBMISSIONS, pack)
                        .effect());
    }

    @ParameterizedTest
    @EnumSource
    void controlIsInForceOnItsDaysOnly(Engine engine) {
        Period over = new Period(TODAY.minusDays(2), Optional.of(TODAY));
        Control expired = Controls.withHeading(
                hard(), with(hard().heading(), Rollout.ENFORCE, Optional.of(over), MissingDataEffect.BLOCKS));

        assertEquals(
                Effect.RELEASE,
                engine.assess(Stage.RELEASED, worth(11), grant(), passing(), expired)
                        .effect());
    }

    @ParameterizedTest
    @EnumSource
    void fingerprintIsThatOfTheWholePack(Engine engine) {
        PolicyPack pack = Packs.of(List.of(grant(), hard()), List.of(doubled(TODAY, TODAY.plusDays(1))));

        assertEquals(pack, Assessor.over(engine.factory(), pack).pack());
    }

    @ParameterizedTest
    @EnumSource
    void messagesAreATierOfTheirOwn(Engine engine) {
        Control throttle = window(Action.BLOCK, Stage.RELEASED, more(DESK_SUM, 10), Subject.MESSAGES);
        SubmissionFacts facts = order(line -> line.micros(DESK_SUM, 11 * Exact.ONE));
        PolicyPack pack = Packs.of(grant(), passing(), throttle);

        assertTrue(engine.assess(Stage.RELEASED, facts, EnumSet.of(Tier.MESSAGES), pack).findings().stream()
                .anyMatch(finding -> finding.control().equals(Optional.of(throttle.id()))));
        assertFalse(engine.assess(Stage.RELEASED, facts, EnumSet.of(Tier.ORDERS), pack).findings().stream()
                .anyMatch(finding -> finding.control().equals(Optional.of(throttle.id()))));
    }

    @ParameterizedTest
    @EnumSource
    void throttleOnMessagesBlocksASubmissionOfWhichNoMessageIsKnown(Engine engine) {
        Control throttle = window(Action.BLOCK, Stage.RELEASED, more(DESK_SUM, 10), Subject.MESSAGES);

        assertEquals(
                Effect.BLOCK,
                engine.assess(Stage.RELEASED, worth(1), grant(), passing(), throttle)
                        .effect());
    }

    private static Finding alert(Engine engine, long minutes) {
        SubmissionFacts facts = order(line -> line.text(Measure.ALERT_EVENT, "suspended")
                .micros(Measure.ALERT_UNACKNOWLEDGED, minutes * SpanUnit.MINUTES.microsInOne()));
        return only(engine.assess(Stage.WORKING, facts, EnumSet.of(Tier.ALERT), Packs.of(escalation())));
    }

    private static Finding only(Assessment assessment) {
        assertEquals(1, assessment.findings().size(), assessment.findings().toString());
        return assessment.findings().get(0);
    }

    private static Control grant() {
        return new Control.Grant(
                Packs.heading("GRANT-1", at(Stage.RELEASED, Subject.BASKETS)),
                List.of(new Role("Trader")),
                Optional.empty(),
                Optional.empty());
    }

    private static Control hard() {
        Heading heading = Packs.heading("HARD-1", at(Stage.RELEASED, Subject.ORDERS));
        Heading speaking = new Heading(
                heading.id(),
                heading.citations(),
                heading.owner(),
                heading.review(),
                heading.applies(),
                heading.missingData(),
                "The limit is {limit}.",
                "");
        return new Control.HardLimit(speaking, Target.ORDER, OVER_TEN);
    }

    private static Control passing() {
        return new Control.HardLimit(
                Packs.heading("PASSING-1", at(Stage.RELEASED, Subject.ORDERS)),
                Target.ORDER,
                more(Reference.to(Measure.ORDER_NOTIONAL), 1_000));
    }

    private static Control early(Condition breach) {
        return new Control.HardLimit(
                Packs.heading("EARLY-1", at(Stage.RELEASED, Subject.ORDERS)),
                Target.ORDER,
                breach,
                Optional.of(new EarlyWarning(new Value.Ratio(700_000), RISK)),
                Optional.empty());
    }

    private static Control window(Action action, Stage stage, Condition breach) {
        return window(action, stage, breach, Subject.ORDERS);
    }

    private static Control window(Action action, Stage stage, Condition breach, Subject subject) {
        return new Control.WindowLimit(
                Packs.heading("WINDOW-1", at(stage, subject)),
                ControlKind.CUMULATIVE_LIMIT,
                action,
                Target.ORDER,
                breach,
                Optional.empty(),
                Optional.empty());
    }

    private static Control inFlight(Action action) {
        return new Control.InFlight(
                Packs.heading("IN-FLIGHT-1", at(Stage.WORKING, Subject.ORDERS)),
                action,
                Target.ORDER,
                OVER_TEN,
                Optional.empty());
    }

    private static Control monitor() {
        return new Control.Monitor(
                Packs.heading("MONITOR-1", at(Stage.RELEASED, Subject.ORDERS)), RISK, OVER_TEN, Optional.empty());
    }

    private static Control killSwitch(String id) {
        return new Control.KillSwitch(
                Packs.heading(id, at(Stage.RELEASED, Subject.ORDERS)), ONE, new ReEnabling(List.of(ONE), List.of()));
    }

    private static Control escalation() {
        return new Control.Escalation(
                Packs.heading("ESCALATION-1", at(Stage.RELEASED, Subject.ORDERS)),
                Packs.is(Measure.ALERT_EVENT, "suspended"),
                Optional.empty(),
                List.of(
                        new EscalationStage(Optional.empty(), List.of(RISK), List.of()),
                        step(10, Action.SUSPEND),
                        step(30, Action.CANCEL)));
    }

    private static EscalationStage step(long minutes, Action action) {
        return new EscalationStage(
                Optional.of(new Value.TimeSpan(minutes * SpanUnit.MINUTES.microsInOne(), SpanUnit.MINUTES)),
                List.of(),
                List.of(new EscalationStage.Act(action, Target.WHOLE_BASKET)));
    }

    private static Recalibration doubled(LocalDate from, LocalDate until) {
        return new Recalibration(
                hard().id(),
                Packs.usd(10),
                Packs.usd(20),
                new Period(from, Optional.of(until)),
                "volumes doubled",
                ONE,
                0);
    }

    private static Control rolledOut(Control control, Rollout rollout) {
        return Controls.withHeading(
                control, with(control.heading(), rollout, Optional.empty(), MissingDataEffect.BLOCKS));
    }

    private static Heading with(Heading old, Rollout rollout, Optional<Period> effective, MissingDataEffect missing) {
        return new Heading(
                old.id(),
                old.citations(),
                old.owner(),
                old.review(),
                effective,
                rollout,
                old.applies(),
                missing,
                old.message(),
                old.sentence());
    }

    private static Applicability at(Stage stage, Subject subject) {
        return new Applicability(subject, List.of(), Packs.always(), stage);
    }

    private static Condition more(Reference reference, long units) {
        return new Condition.Compare(reference, Comparator.MORE_THAN, new Bound.Constant(Packs.usd(units)));
    }

    private static SubmissionFacts worth(long units) {
        return order(line -> line.micros(Measure.ORDER_NOTIONAL, units * Exact.ONE));
    }

    private static SubmissionFacts worthNothingKnown() {
        return order(line -> line.unknown(Measure.ORDER_NOTIONAL, FactState.STALE));
    }

    private static SubmissionFacts pulled(String id) {
        return order(line -> line.micros(Measure.ORDER_NOTIONAL, Exact.ONE).pulled(Set.of(id)));
    }

    private static Facts line(int number, long units) {
        return TestFacts.of(number, AT)
                .text(Measure.ORDER_SYMBOL, "X")
                .roles(Set.of("Trader"))
                .micros(Measure.ORDER_NOTIONAL, units * Exact.ONE)
                .build();
    }

    private static SubmissionFacts order(UnaryOperator<TestFacts> more) {
        return order(more, AT);
    }

    private static SubmissionFacts order(UnaryOperator<TestFacts> more, Instant at) {
        TestFacts line = TestFacts.of(1, at)
                .text(Measure.ORDER_SYMBOL, "X")
                .text(Measure.ORDER_DESK, "A")
                .roles(Set.of("Trader"));
        TestFacts basket = TestFacts.of(0, at).text(Measure.ORDER_DESK, "A").roles(Set.of("Trader"));
        return new SubmissionFacts(
                "B", more.apply(basket).build(), List.of(more.apply(line).build()));
    }
}
