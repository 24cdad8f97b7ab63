package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.portcullis.app.scenario.Replay;
import org.portcullis.app.scenario.Scenario;
import org.portcullis.app.scenario.ScenarioFile;
import org.portcullis.app.wiring.Keys;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.Instruction;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.engine.work.Stop;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.journal.BothProviders;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;
import org.portcullis.model.value.Exact;

/** What the order engine does with a client order that works under the pack: two million shares of VOD.L, at a pound, let through at second 1. */
@Tag("long")
class UkAlgoTradingPackInFlightTest {
    private static final Path PACK = CommandLineFixture.HOME.resolve("policies/packs/uk-algo-trading");
    private static final String ORDER = "1-client-1";
    private static final String VOD = "VOD.L";
    private static final long MILLION = 1_000_000L * Exact.ONE;

    private final Scenario day =
            ScenarioFile.read(CommandLineFixture.HOME.resolve("app/src/test/resources/uk-algo-trading-day"));
    private final Scenario.Basket client = Objects.requireNonNull(day.baskets().get("client"));
    private OrderEngine engine;

    @BeforeEach
    void letThrough() throws IOException, EngineFailure {
        MemoryJournal journal = new MemoryJournal("example.org/pack");
        SecureRandom randomness = new SecureRandom();
        engine = OrderEngine.open(
                journal,
                Replay.directory(day),
                new EnginePorts(
                        journal, Keys.fresh("tokens", randomness), new BothProviders(), Keys.nonces(randomness)),
                EngineTerms.DEFAULT);
        handle(
                0,
                new Command.Activate(Assessor.over(DroolsEvaluator.factory(), pack()), "pack", "p-okafor", List.of()));
        Submission submission = submission("1-client");
        Outcome.Released released = assertInstanceOf(
                Outcome.Released.class, submit(1_000, submission).outcome());
        handle(1_100, new Command.PresentToken(released.envelope(), SubmissionJson.digest(submission)));
        market(1_200, 100, 10, "OPEN");
        assertInstanceOf(
                Outcome.Recorded.class,
                report(1_300, new WorkEvent.Sent(ORDER, "VWAP-7")).outcome());
    }

    @Test
    void anOrdinaryOrderWorks() throws EngineFailure {
        market(2_000, 101, 11, "OPEN");
        assertInstanceOf(Outcome.Recorded.class, message(2_100, 1).outcome());
        execute(2_200, 100_000);

        assertEquals(List.of(), stoppedBy());
    }

    @Test
    void aPriceThatRunsSuspendsTheOrder() throws EngineFailure {
        market(2_000, 103, 11, "OPEN");
        assertEquals(List.of(), stoppedBy());

        market(2_500, 104, 11, "OPEN");
        assertEquals(List.of("EQ-PRICE-ON-ARRIVAL"), stoppedBy());
    }

    @Test
    void whatWasSuspendedInAHaltWaitsForAPerson() throws EngineFailure {
        market(2_000, 100, 11, "HALTED");
        market(2_500, 100, 11, "OPEN");

        assertEquals(List.of("WORK-HALTED"), stoppedBy());
        assertInstanceOf(Outcome.Refused.class, message(2_600, 1).outcome());
    }

    @Test
    void theFiftyFirstMessageInASecondSuspendsTheStrategy() throws EngineFailure {
        market(2_000, 100, 11, "OPEN");
        for (int id = 1; id <= 50; id++) {
            message(2_100 + id, id);
        }
        assertEquals(List.of(), stoppedBy());

        message(2_160, 51);
        assertEquals(List.of("WORK-STRATEGY-MESSAGES"), stoppedBy());
    }

    @Test
    void aThirdOfTheMarketSuspendsTheOrder() throws EngineFailure {
        market(2_000, 100, 11, "OPEN");
        execute(2_100, 333_334);

        assertEquals(List.of("WORK-PARTICIPATION"), stoppedBy());
    }

    @Test
    void aMarketOfWhichNothingIsHeardSuspendsAndCancelsNothing() throws EngineFailure {
        market(2_000, 100, 11, "OPEN");
        Reply reply = message(4_500, 1);

        assertInstanceOf(Outcome.Refused.class, reply.outcome());
        assertEquals(
                List.of(),
                reply.instructions().stream()
                        .filter(Instruction.Cancel.class::isInstance)
                        .toList());
        assertEquals(List.of("EQ-PRICE-ON-ARRIVAL", "WORK-PERIOD-COLLAR"), stoppedBy());
    }

    @Test
    void aPulledSwitchCancelsWhatWorksAndBlocksWhatIsNew() throws EngineFailure {
        Reply pulled =
                handle(2_000, new Command.PullSwitch(new ControlId("EQ-KILL"), "p-hale", "the algorithm runs away"));

        assertEquals(
                List.of(ORDER),
                pulled.instructions().stream()
                        .filter(Instruction.Cancel.class::isInstance)
                        .flatMap(cancel -> ((Instruction.Cancel) cancel).orders().stream())
                        .toList());
        Outcome.Blocked blocked = assertInstanceOf(
                Outcome.Blocked.class, submit(2_100, submission("2-client")).outcome());
        assertTrue(
                blocked.decision().groups().stream()
                        .flatMap(group -> group.control().stream())
                        .anyMatch(new ControlId("EQ-KILL")::equals),
                blocked.decision()::toString);
    }

    private List<String> stoppedBy() {
        return engine.order(ORDER).orElseThrow().stops().stream()
                .map(Stop::control)
                .map(ControlId::text)
                .sorted()
                .toList();
    }

    private Reply submit(long millis, Submission submission) throws EngineFailure {
        return handle(millis, new Command.Submit(submission, client.market(), Stage.RELEASED));
    }

    private Submission submission(String basket) {
        Submission typed = client.submission();
        List<OrderLine> lines = typed.lines().stream()
                .map(line -> new OrderLine(
                        line.number(),
                        basket + "-" + line.number(),
                        line.symbol(),
                        line.side(),
                        line.quantity(),
                        line.limitPrice(),
                        line.effect()))
                .toList();
        return new Submission(basket, "p-hale", typed.desk(), typed.location(), typed.flow(), typed.intended(), lines);
    }

    private Reply market(long millis, long pence, long millionShares, String state) throws EngineFailure {
        return report(
                millis,
                new WorkEvent.Market(
                        VOD,
                        OptionalLong.of(pence * Exact.ONE / 100),
                        OptionalLong.of(millionShares * MILLION),
                        Optional.of(state)));
    }

    private Reply message(long millis, int id) throws EngineFailure {
        return report(
                millis,
                new WorkEvent.Message(
                        "M-" + id, WorkEvent.Message.Kind.NEW, ORDER, "C-" + id, OptionalLong.of(1_000 * Exact.ONE)));
    }

    private Reply execute(long millis, long shares) throws EngineFailure {
        return report(millis, new WorkEvent.Executed(ORDER, "E-1", Optional.empty(), shares * Exact.ONE, Exact.ONE));
    }

    private Reply report(long millis, WorkEvent event) throws EngineFailure {
        return handle(millis, new Command.Report(event));
    }

    private Reply handle(long millis, Command command) throws EngineFailure {
        return engine.handle(command, day.at().plusMillis(millis));
    }

    /** The pack without the clause that asks people to sign its changes: nobody here does. */
    private static PolicyPack pack() throws IOException {
        Path file = PACK.resolve("uk-algo-trading.policy");
        String text = Files.readString(file).replaceFirst("(?s)\n  changes  .*?\n  effective", "\n  effective");
        return PolicyFiles.checkedAgainst(CatalogueLoader.embedded(), LocalDate.parse("2026-12-01"))
                .compile(text.getBytes(StandardCharsets.UTF_8), file, "uk-algo-trading.policy")
                .pack()
                .orElseThrow();
    }
}
