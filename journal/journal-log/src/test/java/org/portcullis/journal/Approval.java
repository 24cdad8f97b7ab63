package org.portcullis.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** Gives the records of one approval, as the engine writes them: a hold on basket B-1 that needs two people. */
final class Approval {

    static final String ALICE = "p-alice";
    static final String BOB = "p-bob";

    private static final String TEXT = "174 million USD in 1,047 orders";

    private static final JsonObject DECISION =
            JsonObject.of("outcome", "held", "submission", "S-1", "submissionDigest", digest("basket"));

    private Approval() {}

    /** Everything from the enrolments to the token's use, at one-second steps. */
    static List<JournalRecord> whole() {
        return List.of(
                founded("k-alice", ALICE, Scene.ALICE_KEY),
                enrolled("k-bob", BOB, Scene.BOB_KEY),
                decided(),
                begun(),
                quorum(),
                vote(ALICE, "approve", Scene.ALICE_KEY),
                refusedVote(),
                vote(BOB, "approve", Scene.BOB_KEY),
                released(ALICE, BOB),
                issued(),
                burned());
    }

    /** The founding key, which a second person is named for and nobody can confirm yet. */
    static JournalRecord founded(String keyId, String person, Signer key) {
        JsonObject enrolment = JsonObject.of("keyId", keyId, "person", person, "publicKey", base64(key.publicKey()));
        JsonObject payload = enrolment.toBuilder().put("action", "enrol key").build();
        JsonObject proof = Dsse.sign("application/vnd.portcullis.key-enrolment+json", payload, key);
        return record(
                "key.enrolled",
                enrolment.toBuilder()
                        .put("confirmedBy", person.equals(ALICE) ? BOB : ALICE)
                        .put("proof", proof)
                        .build());
    }

    /** A key that Alice confirms with hers. */
    static JournalRecord enrolled(String keyId, String person, Signer key) {
        JournalRecord founded = founded(keyId, person, key);
        return with(founded, "confirmation", confirmation(founded.body(), Scene.ALICE_KEY));
    }

    static JsonObject confirmation(JsonObject enrolment, Signer key) {
        JsonObject payload = JsonObject.builder()
                .put("action", "confirm key")
                .put("confirmedBy", enrolment.text("confirmedBy"))
                .put("keyId", enrolment.text("keyId"))
                .put("person", enrolment.text("person"))
                .put("publicKey", enrolment.text("publicKey"))
                .build();
        return Dsse.sign("application/vnd.portcullis.key-confirmation+json", payload, key);
    }

    static JournalRecord decided() {
        return record("decision.made", DECISION);
    }

    static JournalRecord begun() {
        JsonObject body = binding()
                .put("quorums", 1)
                .put("requester", "p-maker")
                .put("submission", "S-1")
                .put("text", TEXT)
                .build();
        return record("hold.begun", body);
    }

    static JournalRecord quorum() {
        JsonObject eligible = JsonObject.builder()
                .put(ALICE, JsonArray.texts(List.of("head-of-desk")))
                .put(BOB, JsonArray.texts(List.of("risk-officer")))
                .build();
        JsonObject body = JsonObject.builder()
                .put("eligible", eligible)
                .put("hold", "H-1")
                .put("index", 0)
                .put("needed", 2)
                .put("submission", "S-1")
                .build();
        return record("hold.quorum", body);
    }

    static JournalRecord vote(String person, String action, Signer key) {
        return vote(statement(person, action), key);
    }

    static JournalRecord vote(JsonObject statement, Signer key) {
        JsonObject body = JsonObject.builder()
                .put("action", statement.text("action"))
                .put("approver", statement.text("approver"))
                .put("envelope", Dsse.sign("application/vnd.portcullis.approval+json", statement, key))
                .put("hold", "H-1")
                .put("keyId", key.keyId())
                .put("roles", statement.array("roles"))
                .build();
        return record("approval.vote.accepted", body);
    }

    static JournalRecord refusedVote() {
        return record("approval.vote.refused", JsonObject.of("person", "p-maker", "why", "REQUESTER"));
    }

    static JsonObject statement(String person, String action) {
        return binding()
                .put("action", action)
                .put("approver", person)
                .put("roles", JsonArray.texts(List.of(person.equals(ALICE) ? "head-of-desk" : "risk-officer")))
                .build();
    }

    static JournalRecord released(String... people) {
        List<Json> seats = List.of(people).stream()
                .<Json>map(person -> JsonObject.builder()
                        .put("person", person)
                        .put("quorum", 0)
                        .build())
                .toList();
        JsonObject body =
                JsonObject.builder().put("hold", "H-1").put("seats", seats).build();
        return record("hold.released", body);
    }

    static JournalRecord issued() {
        JsonObject token = JsonObject.builder()
                .put("decisionDigest", Digest.of(DECISION).value())
                .put("lines", "0-1046")
                .put("notAfter", Scene.NOW.plusSeconds(60).toString())
                .put("submission", "S-1")
                .put("submissionDigest", digest("basket"))
                .put("token", "T-1")
                .build();
        return record("token.issued", signedToken(token));
    }

    /** A token that was changed, as the engine would have signed it. */
    static JournalRecord signedAgain(JournalRecord issued) {
        JsonObject.Builder token = JsonObject.builder();
        issued.body().members().forEach((name, value) -> {
            if (!List.of("envelope", "petition", "publicKey").contains(name)) {
                token.put(name, value);
            }
        });
        JsonObject signed = signedToken(token.build());
        JournalRecord again = with(issued, "envelope", signed.object("envelope"));
        return with(again, "publicKey", Json.text(signed.text("publicKey")));
    }

    /** A release token with its envelope, as the engine signs it. */
    static JsonObject signedToken(JsonObject token) {
        return signedToken(token, token, Scene.TOKEN_KEY);
    }

    /** A release token with the envelope of another one. */
    static JsonObject signedToken(JsonObject token, JsonObject signed, Signer key) {
        return token.toBuilder()
                .put("envelope", Dsse.sign("application/vnd.portcullis.release-token+json", signed, key))
                .put("publicKey", base64(key.publicKey()))
                .build();
    }

    static JournalRecord burned() {
        return record("token.burned", JsonObject.of("lines", "0-1046", "submission", "S-1", "token", "T-1"));
    }

    static JournalRecord at(Instant at, JournalRecord record) {
        return new JournalRecord(record.type(), at, record.correlation(), record.packFingerprint(), record.body());
    }

    static JournalRecord with(JournalRecord record, String member, Json value) {
        JsonObject.Builder body = JsonObject.builder().put(member, value);
        record.body().members().forEach((name, old) -> {
            if (!name.equals(member)) {
                body.put(name, old);
            }
        });
        return new JournalRecord(
                record.type(), record.at(), record.correlation(), record.packFingerprint(), body.build());
    }

    private static JsonObject.Builder binding() {
        return JsonObject.builder()
                .put("decisionDigest", Digest.of(DECISION).value())
                .put("hold", "H-1")
                .put("nonce", "n-1")
                .put("notAfter", Scene.NOW.plusSeconds(600).toString())
                .put("notBefore", Scene.NOW.toString())
                .put("policy", digest("policy"))
                .put("submissionDigest", digest("basket"))
                .put("textShownDigest", digest(TEXT));
    }

    static JournalRecord record(String type, JsonObject body) {
        return new JournalRecord(type, Scene.NOW, "S-1", digest("policy"), body);
    }

    private static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).value();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
