package org.portcullis.killtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.flow.Phase;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.flow.SubmissionView;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.JournalSeries;
import org.portcullis.journal.OpeningCheck;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.JsonObject;

/** An engine at the end of a month: what is held in May is released in June, by an engine that was opened in between, too. */
class EngineAcrossMonthsTest {

    private static final Instant MAY = Instant.parse("2022-05-31T23:59:30Z");

    @TempDir
    Path folder;

    private final AtomicLong nonces = new AtomicLong();
    private Instant now = MAY;

    @Test
    void whatIsHeldInOneMonthIsReleasedInTheNext() throws Exception {
        String submission;
        try (JournalSeries series = series()) {
            EngineFront front = engine(series);
            for (String person : List.of(Desk.MAKER, Desk.HEAD, Desk.RISK)) {
                front.handle(EngineAtWork.enrols(person));
            }
            front.handle(Desk.activates());
            submission = held(front);
            now = Instant.parse("2022-05-31T23:59:50Z");
            vote(front, submission, Desk.HEAD);
        }
        now = Instant.parse("2022-05-31T23:59:55Z");
        JsonObject token;
        try (JournalSeries series = series()) {
            EngineFront front = engine(series);
            front.handle(Desk.activates());
            assertEquals(Phase.WAITING, view(front, submission).phase());
            now = Instant.parse("2022-06-01T00:00:10Z");
            token = vote(front, submission, Desk.RISK).stream()
                    .filter(entry -> entry.type().equals("token.issued"))
                    .findFirst()
                    .orElseThrow()
                    .body()
                    .object("envelope");
        }
        now = Instant.parse("2022-06-01T00:00:20Z");
        try (JournalSeries series = series()) {
            EngineFront front = engine(series);
            assertEquals(Phase.RELEASED, view(front, submission).phase());
            Reply gone = front.handle(
                    new Command.PresentToken(token, view(front, submission).submissionDigest()));
            assertEquals("example.org/desk/2022-06", gone.entries().get(0).writer());
            assertEquals(Phase.GONE, view(front, submission).phase());
        }
        List<String> where = new ArrayList<>();
        JournalSeries.read(folder).forEach(entry -> {
            if (List.of("hold.begun", "hold.released", "token.burned").contains(entry.type())) {
                where.add(entry.writer() + " " + entry.type());
            }
        });
        assertEquals(
                List.of(
                        "example.org/desk/2022-05 hold.begun",
                        "example.org/desk/2022-06 hold.released",
                        "example.org/desk/2022-06 token.burned"),
                where);
    }

    @Test
    void aHoldThatNobodyDecidesExpiresInTheNextMonth() throws Exception {
        String submission;
        try (JournalSeries series = series()) {
            EngineFront front = engine(series);
            front.handle(EngineAtWork.enrols(Desk.MAKER));
            front.handle(Desk.activates());
            submission = held(front);
        }
        now = Instant.parse("2022-06-01T00:10:00Z");
        try (JournalSeries series = series()) {
            EngineFront front = engine(series);
            front.poll(100);
            assertTrue(
                    front.view(submission).isEmpty() || view(front, submission).phase() != Phase.WAITING);
        }
        List<JournalEntry> expired = new ArrayList<>();
        JournalSeries.read(folder).forEach(entry -> {
            if (entry.type().equals("hold.expired")) {
                expired.add(entry);
            }
        });
        assertEquals(1, expired.size());
        assertEquals("example.org/desk/2022-06", expired.get(0).writer());
    }

    /** Submits a basket that two people must approve, and acknowledges its warnings. */
    private String held(EngineFront front) throws Exception {
        Reply reply =
                front.handle(new Command.Submit(Desk.basket("B-1", 90_000, 90_000), Desk.market(now), Stage.RELEASED));
        assertInstanceOf(Outcome.Waiting.class, reply.outcome());
        String submission = reply.entries().stream()
                .filter(entry -> entry.type().equals("submission.received"))
                .findFirst()
                .orElseThrow()
                .body()
                .text("submission");
        while (!view(front, submission).outstanding().isEmpty()) {
            SubmissionView view = view(front, submission);
            front.handle(new Command.Acknowledge(
                    submission,
                    Desk.MAKER,
                    new Command.Selection.One(
                            view.outstanding().get(0).control(),
                            view.outstanding().get(0).item().line()),
                    "seen and intended",
                    "",
                    view.shown().orElseThrow().textDigest()));
        }
        return submission;
    }

    private List<JournalEntry> vote(EngineFront front, String submission, String person) throws Exception {
        Statement statement = view(front, submission)
                .hold()
                .orElseThrow()
                .hold()
                .statement(Statement.Action.APPROVE, person, "seen and matched", new TreeMap<>());
        return front.handle(new Command.Vote(statement.sign(Desk.keyOf(person))))
                .entries();
    }

    private static SubmissionView view(EngineFront front, String submission) {
        return front.view(submission).orElseThrow();
    }

    private JournalSeries series() throws Exception {
        JournalSeries.Place place = new JournalSeries.Place(
                folder, "example.org/desk", origin -> Ed25519Signer.ofSeed(origin, new byte[Ed25519Signer.SEED_BYTES]));
        return JournalSeries.open(place, now, EngineAtWork.limits(), OpeningCheck.NOBODY);
    }

    private EngineFront engine(JournalSeries series) throws Exception {
        EnginePorts ports =
                new EnginePorts(series, Desk.TOKEN_KEY, new BothProviders(), () -> "nonce-" + nonces.incrementAndGet());
        InstantSource clock = () -> now;
        return new EngineFront(OrderEngine.open(series, new Desk(), ports, Desk.TERMS), clock);
    }
}
