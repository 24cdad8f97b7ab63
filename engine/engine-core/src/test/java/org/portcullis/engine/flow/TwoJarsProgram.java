package org.portcullis.engine.flow;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;

/** Holds a basket, lets two people sign and takes the token; {@link org.portcullis.engine.TwoJarsTest} runs it where no library is. */
public final class TwoJarsProgram implements Supplier<List<String>> {
    private static final JdkKeyPair ENGINE = JdkKeyPair.of("engine", 99);
    private static final JdkKeyPair HEAD = JdkKeyPair.of("k-head", 1);
    private static final JdkKeyPair RISK = JdkKeyPair.of("k-risk", 2);

    @Override
    public List<String> get() {
        try {
            return play();
        } catch (EngineFailure failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> play() throws EngineFailure {
        FixedPeople people = FixedPeople.none()
                .with("p-hale", "Delta 1 Trader")
                .with("p-reid", "Desk Head")
                .with("p-okafor", "Trading Risk");
        MemoryJournal journal = new MemoryJournal("example.org/desk");
        EnginePorts ports = new EnginePorts(journal, ENGINE, JdkKeyPair.CHECK, () -> "nonce-000000000000-1");
        EngineFront front = new EngineFront(
                OrderEngine.open(journal, people, ports, EngineTerms.DEFAULT), InstantSource.fixed(Sample.NOW));
        front.reload(() -> new Command.Activate(
                Assessor.over(ReferenceEvaluator.of(Sample.pack(
                        Sample.grant("D1-TRADERS", "Delta 1 Trader"),
                        Sample.approval(
                                "D1-LARGE-BASKET", Sample.moreThan(Measure.BASKET_NOTIONAL, Sample.usd(100_000)))))),
                "delta1.policy",
                "p-policy",
                List.of()));
        front.handle(Command.EnrolKey.founding(Enrolment.sign("p-reid", HEAD), "p-okafor"));
        JsonObject second = Enrolment.sign("p-okafor", RISK);
        front.handle(new Command.EnrolKey(second, "p-reid", KeyConfirmation.sign(second, "p-reid", HEAD)));
        Market basket = Market.empty()
                .dollars("AAA", "100", "1000000")
                .dollars("BBB", "50", "1000000")
                .order("AAA", "1000")
                .order("BBB", "1000");
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(front.handle(new Command.Submit(basket.submission(), basket.snapshot(), Stage.RELEASED))
                .outcome());
        Hold hold = front.view("S-000001").orElseThrow().hold().orElseThrow().hold();
        outcomes.add(front.handle(vote(hold, "p-reid", HEAD)).outcome());
        outcomes.add(front.handle(vote(hold, "p-okafor", RISK)).outcome());
        Outcome.Released released = (Outcome.Released) outcomes.get(2);
        outcomes.add(
                front.handle(new Command.PresentToken(released.envelope(), SubmissionJson.digest(basket.submission())))
                        .outcome());
        return outcomes.stream()
                .map(outcome -> outcome.getClass().getSimpleName())
                .toList();
    }

    private static Command vote(Hold hold, String person, JdkKeyPair key) {
        Statement statement = hold.statement(Statement.Action.APPROVE, person, "seen and matched", new TreeMap<>());
        return new Command.Vote(statement.sign(key));
    }
}
