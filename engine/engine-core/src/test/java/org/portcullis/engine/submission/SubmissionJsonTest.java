package org.portcullis.engine.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Incident;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.value.Value;

class SubmissionJsonTest {
    private static final OrderLine LINE =
            new OrderLine(1, "O-1", "ABN.AS", Side.SELL, Given.whole(780), new Given.Absent());

    @Test
    void theFormIsPinned() {
        assertEquals(
                "{\"basket\":\"W-1\",\"desk\":\"Delta 1\",\"form\":\"portcullis-submission-1\",\"intended\":\"USD 58000000\","
                        + "\"lines\":[{\"line\":1,\"order\":\"O-1\",\"quantity\":\"780000000\",\"side\":\"SELL\","
                        + "\"symbol\":\"ABN.AS\"}],\"requester\":\"p-hale\"}",
                CanonicalJson.text(SubmissionJson.of(new Submission(
                        "W-1",
                        "p-hale",
                        Optional.of("Delta 1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Value.Money(58_000_000, Sample.USD)),
                        List.of(LINE)))));
    }

    @Test
    void everyPartOfASubmissionMatters() {
        Optional<String> no = Optional.empty();
        List<Submission> all = List.of(
                new Submission("W-1", "p", no, no, no, Optional.empty(), List.of(LINE)),
                new Submission("W-2", "p", no, no, no, Optional.empty(), List.of(LINE)),
                new Submission("W-1", "q", no, no, no, Optional.empty(), List.of(LINE)),
                new Submission("W-1", "p", Optional.of("x"), no, no, Optional.empty(), List.of(LINE)),
                new Submission("W-1", "p", no, Optional.of("x"), no, Optional.empty(), List.of(LINE)),
                new Submission("W-1", "p", no, no, Optional.of("x"), Optional.empty(), List.of(LINE)),
                new Submission("W-1", "p", no, no, no, Optional.of(Sample.usd(1)), List.of(LINE)),
                of(new OrderLine(2, "O-1", "ABN.AS", Side.SELL, Given.whole(780), new Given.Absent())),
                of(new OrderLine(1, "O-2", "ABN.AS", Side.SELL, Given.whole(780), new Given.Absent())),
                of(new OrderLine(1, "O-1", "AD.AS", Side.SELL, Given.whole(780), new Given.Absent())),
                of(new OrderLine(1, "O-1", "ABN.AS", Side.BUY, Given.whole(780), new Given.Absent())),
                of(new OrderLine(1, "O-1", "ABN.AS", Side.SELL, Given.whole(781), new Given.Absent())),
                of(new OrderLine(1, "O-1", "ABN.AS", Side.SELL, Given.whole(780), Given.whole(1))),
                of(new OrderLine(1, "O-1", "ABN.AS", Side.SELL, new Given.Absent(), new Given.Absent())),
                of(new OrderLine(1, "O-1", "ABN.AS", Side.SELL, new Given.Unreadable("780000000"), new Given.Absent())),
                of(new OrderLine(
                        1, "O-1", "ABN.AS", Side.SELL, Given.whole(780), new Given.Absent(), Optional.of("REDUCING"))));
        Set<String> digests = new HashSet<>();
        for (Submission submission : all) {
            assertTrue(digests.add(SubmissionJson.digest(submission).value()), submission.toString());
        }
    }

    @Test
    void textThatEvidenceCannotCarryHasADigestOfItsOwn() {
        Submission lone = named("\uD800");
        Submission other = named("\uD801");
        assertNotEquals(SubmissionJson.digest(lone), SubmissionJson.digest(other));
        assertNotEquals(SubmissionJson.digest(lone), SubmissionJson.digest(named("\u0000d800")));
    }

    @Test
    void aSnapshotHasADigest() {
        assertEquals(SubmissionJson.digest(Incident.snapshot()), SubmissionJson.digest(Incident.snapshot()));
        assertNotEquals(
                SubmissionJson.digest(Incident.snapshot()),
                SubmissionJson.digest(Incident.snapshot(Set.of("ABN.AS"), Map.of())));
    }

    @Test
    void aSnapshotWithoutSharesInIssueStatesAndMediansIsWrittenAsBeforeThereWereAny() {
        assertEquals(
                "{\"form\":\"portcullis-snapshot-1\",\"instruments\":[{\"adv\":\"1000000\",\"advAt\":\"2022-04-29T15:30:00Z\","
                        + "\"advTradingDays\":20,\"currency\":\"USD\",\"mic\":\"XAMS\",\"price\":\"1000000\","
                        + "\"priceAt\":\"2022-05-02T07:56:00Z\",\"symbol\":\"X\"}],\"rates\":[],\"source\":\"test market\"}",
                text(stock()));
    }

    @Test
    void everyPartOfASnapshotMatters() {
        Set<String> texts = new HashSet<>();
        for (Market market : List.of(
                stock(),
                stock().outstanding("X", "14500", Sample.NOW),
                stock().outstanding("X", "14501", Sample.NOW),
                stock().outstanding("X", "14500", Sample.ago(1)),
                stock().outstanding("X", "", Sample.NOW),
                stock().state("X", "OPEN", Sample.NOW),
                stock().state("X", "HALTED", Sample.NOW),
                stock().state("X", "OPEN", Sample.ago(1)),
                stock().median("Delta 1", "1", Sample.USD, Sample.NOW),
                stock().median("Delta 1", "2", Sample.USD, Sample.NOW),
                stock().median("Delta 1", "1", Sample.EUR, Sample.NOW),
                stock().median("Delta 1", "1", Sample.USD, Sample.ago(1)),
                stock().median("Swaps", "1", Sample.USD, Sample.NOW))) {
            assertTrue(texts.add(text(market)), () -> text(market));
        }
    }

    private static Market stock() {
        return Market.empty().noRates().dollars("X", "1", "1");
    }

    private static String text(Market market) {
        return CanonicalJson.text(SubmissionJson.of(market.snapshot()));
    }

    private static Submission of(OrderLine line) {
        return new Submission(
                "W-1", "p", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(line));
    }

    private static Submission named(String basket) {
        return new Submission(
                basket, "p", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(LINE));
    }
}
