package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;

/**
 * Wherever a day is cut off, in the middle of what belongs together too: the engine that is opened on what is left goes on without a fault, knows what the
 * entries say, and nothing happens twice.
 */
class CutAnywhereTest {
    private static final Control SOFT =
            Sample.softOrder("D1-SOFT", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(60_000)));

    private static final Control[] CONTROLS = {
        Scene.GRANT,
        SOFT,
        Scene.APPROVAL,
        Flight.priceOnArrival(5, true),
        Flight.messageRate(2, true),
        Flight.killSwitch(1),
        Alarm.onSuspensions(),
        Alarm.monitor(60_000, Stage.WORKING, Optional.empty())
    };

    @Test
    void whateverIsLeftGoesOn() throws EngineFailure {
        Scene day = day();
        int length = day.memory.entries().size();
        assertTrue(new TreeSet<>(day.types())
                .containsAll(List.of(
                        "warning.acknowledged",
                        "hold.released",
                        "token.burned",
                        "work.stopped",
                        "alert.raised",
                        "key.rotated",
                        "petition.asked",
                        "work.resumed",
                        "switch.pulled")));
        for (int end = 0; end <= length; end++) {
            Scene left = day.cutOff(end);
            assertEquals(left.engine.state(), left.restarted().engine.state(), "cut off after " + end);
            goOn(left);
            requireOnce(left.memory.entries(), end);
            assertEquals(left.engine.state(), left.restarted().engine.state(), "gone on after " + end);
        }
    }

    @Test
    void theSameDeadlinesFireWhetherOrNotItWasRestarted() throws EngineFailure {
        Scene day = day();
        int length = day.memory.entries().size();
        for (int end = 0; end <= length; end++) {
            Scene once = day.cutOff(end);
            List<String> expected = fired(once.engine.poll(Scene.at(90_000), 1_000));
            Scene stepwise = day.cutOff(end);
            List<String> found = new ArrayList<>();
            for (int polls = 0; polls <= expected.size(); polls++) {
                OrderEngine again = stepwise.restarted().engine;
                found.addAll(fired(again.poll(Scene.at(90_000), 1)));
            }
            assertEquals(expected, found, "cut off after " + end);
        }
    }

    /** A basket that is warned about, held, signed, sent, suspended, let go; another that waits; a switch that is pulled. */
    private static Scene day() throws EngineFailure {
        Scene scene = Scene.open(Alarm.people(), CONTROLS);
        scene.submit(1, Scene.basket());
        acknowledge(scene, 10, "S-000001");
        scene.vote(11, Scene.HEAD);
        Outcome.Released released = Scene.released(scene.vote(12, Scene.RISK));
        scene.present(13, released, Scene.basket());
        scene.handle(14, new Command.Report(new WorkEvent.Sent(Flight.A, "VWAP-1")));
        scene.handle(14, new Command.Report(new WorkEvent.Sent(Flight.B, "VWAP-2")));
        for (int message = 0; message < 4; message++) {
            scene.handle(15, new Command.Report(Flight.message("M-" + message, Flight.B, 1)));
        }
        scene.handle(16, new Command.Report(Flight.price("AAA", 90)));
        scene.handle(
                17,
                new Command.OfferHandOver(
                        new Role(Alarm.DESK),
                        "",
                        Alarm.DESK_PERSON,
                        Alarm.COVER,
                        Optional.empty(),
                        "all quiet",
                        Scene.at(600)));
        scene.engine.poll(Scene.at(140), 100);
        scene.handle(141, new Command.AcknowledgeAlert(Alarm.ALERT, Alarm.DESK_PERSON, "seen to"));
        scene.handle(142, new Command.Report(Flight.price("AAA", 99)));
        scene.handle(143, new Command.AskReEnabling("X-000001", Scene.MAKER, "the price is back"));
        scene.handle(143, Scene.rotates(Scene.RISK, Scene.key(Scene.RISK), Scene.NEW_RISK_KEY, Scene.at(143)));
        voteAll(scene, scene.engine.petition("P-000001").orElseThrow().hold().hold(), 144);
        Market second = Scene.basket().again("W-2");
        scene.handle(150, new Command.Submit(second.submission(), second.snapshot(), Stage.RELEASED));
        scene.handle(151, new Command.AskReEnabling("X-000002", Scene.MAKER, "the rate is fine"));
        scene.handle(152, new Command.PullSwitch(Flight.KILL, Scene.MAKER, "wrong basket"));
        scene.handle(153, new Command.Report(new WorkEvent.Ended(Flight.A, WorkEvent.Ended.How.CANCELLED)));
        return scene;
    }

    /** Everybody does everything that they could have done; most of it is refused, and nothing may fail. */
    private static void goOn(Scene scene) throws EngineFailure {
        scene.activate(Sample.pack(CONTROLS));
        for (String submission : List.of("S-000001", "S-000002")) {
            acknowledge(scene, 200, submission);
            Optional<HoldProgress> hold = scene.engine.view(submission).flatMap(SubmissionView::hold);
            hold.ifPresent(progress -> voteAll(scene, progress.hold(), 205));
            present(scene, submission);
        }
        for (String petition : List.of("P-000001", "P-000002")) {
            scene.engine
                    .petition(petition)
                    .ifPresent(asked -> voteAll(scene, asked.hold().hold(), 205));
        }
        for (String stopped : List.of("X-000001", "X-000002", Flight.KILL.text())) {
            scene.handle(210, new Command.AskReEnabling(stopped, Scene.MAKER, "calm"));
        }
        scene.handle(210, Scene.rotates(Scene.RISK, Scene.key(Scene.RISK), Scene.NEW_RISK_KEY, Scene.at(300)));
        for (String order : List.of(Flight.A, Flight.B)) {
            scene.handle(211, new Command.Report(new WorkEvent.Sent(order, "VWAP-1")));
            scene.handle(212, new Command.Report(Flight.message("N-" + order, order, 1)));
            scene.handle(213, new Command.Cancel(Target.ORDER, order, Scene.MAKER, "enough"));
        }
        scene.handle(214, new Command.AcknowledgeAlert(Alarm.ALERT, Alarm.DESK_PERSON, "seen to"));
        scene.handle(215, new Command.AcceptHandOver("D-000001", Alarm.COVER));
        scene.engine.standing();
        scene.engine.alerts();
        scene.engine.poll(Scene.at(220), 100);
        scene.submit(221, Scene.basket());
        scene.engine.poll(Scene.at(90_000), 1_000);
    }

    private static void acknowledge(Scene scene, long second, String submission) throws EngineFailure {
        Optional<SubmissionView> view =
                scene.engine.view(submission).filter(found -> found.shown().isPresent());
        if (view.isEmpty()) {
            return;
        }
        for (Warning warning : view.get().outstanding()) {
            scene.handle(
                    second,
                    new Command.Acknowledge(
                            submission,
                            Scene.MAKER,
                            new Command.Selection.One(
                                    warning.control(), warning.item().line()),
                            "seen",
                            "",
                            view.get().shown().orElseThrow().textDigest()));
        }
    }

    private static void voteAll(Scene scene, Hold hold, long second) {
        TreeMap<String, String> typed = new TreeMap<>();
        hold.retyped().forEach(amount -> typed.put(amount.measure(), amount.words()));
        for (String person : List.of(Scene.HEAD, Scene.RISK, Scene.SECOND_RISK)) {
            Statement statement = hold.statement(Statement.Action.APPROVE, person, "seen", typed);
            try {
                scene.handle(second, new Command.Vote(statement.sign(Scene.key(person))));
                if (person.equals(Scene.RISK)) {
                    scene.handle(second, new Command.Vote(statement.sign(Scene.NEW_RISK_KEY)));
                }
            } catch (EngineFailure failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private static void present(Scene scene, String submission) throws EngineFailure {
        JsonObject envelope = scene.memory.entries().stream()
                .filter(entry -> entry.type().equals("token.issued")
                        && entry.body().text("submission").equals(submission))
                .map(entry -> entry.body().object("envelope"))
                .findFirst()
                .orElse(JsonObject.EMPTY);
        scene.handle(
                206,
                new Command.PresentToken(
                        envelope, SubmissionJson.digest(Scene.basket().submission())));
    }

    private static void requireOnce(List<JournalEntry> entries, int end) {
        TreeSet<String> seen = new TreeSet<>();
        for (JournalEntry entry : entries) {
            JsonObject body = entry.body();
            Optional<String> once = switch (entry.type()) {
                case "token.burned", "token.issued" -> body.findText("token");
                case "hold.expired", "hold.released", "hold.rejected" ->
                    body.findText("hold").map(hold -> "end " + hold);
                case "hold.escalated" -> Optional.of(body.text("hold") + " step " + body.whole("step"));
                case "alert.step.taken" -> Optional.of(body.text("alert") + " step " + body.whole("step"));
                case "submission.ended" -> body.findText("submission").map(ended -> "end " + ended);
                case "key.enrolled", "key.rotated" -> body.findText("keyId");
                case "work.stopped" -> body.findText("stop");
                case "work.resumed" -> body.findText("stop").map(stop -> "end " + stop);
                default -> Optional.empty();
            };
            once.ifPresent(what -> assertTrue(
                    seen.add(entry.type() + " " + what),
                    () -> what + " happened twice, at entry " + entry.index() + ", cut off after " + end));
        }
    }

    private static List<String> fired(PollReply reply) {
        return reply.entries().stream()
                .map(entry -> entry.type() + " " + entry.body())
                .toList();
    }
}
