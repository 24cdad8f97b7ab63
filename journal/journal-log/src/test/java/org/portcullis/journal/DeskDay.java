package org.portcullis.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** A day on two desks: submissions that are held, approved and released in between each other, two seconds from entry to entry. */
final class DeskDay {

    static final String RATES = "Rates";
    static final String EQUITY = "Equity";

    private static final String PACK = digest("policy");

    private DeskDay() {}

    /** Gives the records of cases S-1, S-3, … of one desk and S-2, S-4, … of the other, in an order that the seed decides. */
    static List<JournalRecord> records(int cases, long seed) {
        List<JournalRecord> records = new ArrayList<>();
        records.add(apart(Approval.founded("k-alice", Approval.ALICE, Scene.ALICE_KEY)));
        records.add(apart(Approval.enrolled("k-bob", Approval.BOB, Scene.BOB_KEY)));
        records.add(new JournalRecord("pack.activated", Scene.NOW, "", PACK, JsonObject.of("fingerprint", PACK)));
        List<List<JournalRecord>> open = new ArrayList<>();
        for (int number = 1; number <= cases; number++) {
            open.add(new ArrayList<>(one("S-" + number, number % 2 == 1 ? RATES : EQUITY, number % 3 == 0)));
        }
        Random random = new Random(seed);
        while (!open.isEmpty()) {
            List<JournalRecord> next = open.get(random.nextInt(Math.min(3, open.size())));
            records.add(next.remove(0));
            open.removeAll(Collections.singleton(List.of()));
        }
        List<JournalRecord> timed = new ArrayList<>();
        for (JournalRecord record : records) {
            timed.add(Approval.at(timeOf(timed.size() + 1), record));
        }
        return timed;
    }

    /** Gives the time of an entry. */
    static Instant timeOf(long index) {
        return Scene.NOW.plusSeconds(2 * index);
    }

    /** Writes a journal of these records and closes it. */
    static Path journal(Path directory, List<JournalRecord> records) throws JournalFailure {
        try (FileJournal journal = FileJournal.open(directory, Scene.JOURNAL_KEY, Scene.NOW)) {
            journal.append(records);
        }
        return directory;
    }

    /** Gives a record that belongs to no submission. */
    private static JournalRecord apart(JournalRecord record) {
        return new JournalRecord(record.type(), record.at(), "", "", record.body());
    }

    private static List<JournalRecord> one(String id, String desk, boolean released) {
        JsonObject decision = JsonObject.of("outcome", "held", "submission", id, "submissionDigest", digest(id));
        List<JournalRecord> records =
                new ArrayList<>(List.of(received(id, desk), record(id, "decision.made", decision)));
        if (!released) {
            records.addAll(List.of(
                    record(
                            id,
                            "hold.begun",
                            binding(id, decision)
                                    .put("quorums", 1)
                                    .put("requester", "p-maker")
                                    .put("submission", id)
                                    .put("text", "text of " + id)
                                    .build()),
                    record(id, "hold.quorum", quorum(id)),
                    vote(id, decision, Approval.ALICE, Scene.ALICE_KEY),
                    vote(id, decision, Approval.BOB, Scene.BOB_KEY),
                    record(id, "hold.released", seats(id))));
        }
        records.add(record(
                id,
                "token.issued",
                Approval.signedToken(JsonObject.builder()
                        .put("decisionDigest", Digest.of(decision).value())
                        .put("lines", "0-9")
                        .put("notAfter", Scene.NOW.plusSeconds(1_000_000).toString())
                        .put("submission", id)
                        .put("submissionDigest", digest(id))
                        .put("token", "T-" + id)
                        .build())));
        records.add(record(id, "token.burned", JsonObject.of("lines", "0-9", "submission", id, "token", "T-" + id)));
        return records;
    }

    private static JsonObject quorum(String id) {
        JsonObject eligible = JsonObject.builder()
                .put(Approval.ALICE, JsonArray.texts(List.of("head")))
                .put(Approval.BOB, JsonArray.texts(List.of("head")))
                .build();
        return JsonObject.builder()
                .put("eligible", eligible)
                .put("hold", id + "-H")
                .put("index", 0)
                .put("needed", 2)
                .put("submission", id)
                .build();
    }

    private static JournalRecord vote(String id, JsonObject decision, String person, Signer key) {
        JsonObject statement = binding(id, decision)
                .put("action", "approve")
                .put("approver", person)
                .put("roles", JsonArray.texts(List.of("head")))
                .build();
        JsonObject body = JsonObject.builder()
                .put("action", "approve")
                .put("approver", person)
                .put("envelope", Dsse.sign("application/vnd.portcullis.approval+json", statement, key))
                .put("hold", id + "-H")
                .put("keyId", key.keyId())
                .build();
        return record(id, "approval.vote.accepted", body);
    }

    private static JsonObject seats(String id) {
        List<Json> seats = List.of(
                JsonObject.builder()
                        .put("person", Approval.ALICE)
                        .put("quorum", 0)
                        .build(),
                JsonObject.builder()
                        .put("person", Approval.BOB)
                        .put("quorum", 0)
                        .build());
        return JsonObject.builder().put("hold", id + "-H").put("seats", seats).build();
    }

    private static JsonObject.Builder binding(String id, JsonObject decision) {
        return JsonObject.builder()
                .put("decisionDigest", Digest.of(decision).value())
                .put("hold", id + "-H")
                .put("nonce", "n-" + id)
                .put("notAfter", Scene.NOW.plusSeconds(1_000_000).toString())
                .put("notBefore", Scene.NOW.toString())
                .put("policy", PACK)
                .put("submissionDigest", digest(id))
                .put("textShownDigest", digest("text of " + id));
    }

    /** Gives the record of a submission that came in. */
    static JournalRecord received(String id, String desk) {
        return record(id, "submission.received", JsonObject.of("desk", desk, "submission", id));
    }

    private static JournalRecord record(String id, String type, JsonObject body) {
        return new JournalRecord(type, Scene.NOW, id, PACK, body);
    }

    private static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).value();
    }
}
