package org.portcullis.engine.approval;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/**
 * Decides whether a signed vote counts; reads state and changes none.
 *
 * <p>The signature is looked at before what is signed, so that an altered vote is refused as altered whatever was altered.
 *
 * @param holds finds a hold by its id, ended ones included
 * @param directory the people as they are now
 */
public record VoteCheck(
        KeyRing keys, Function<String, Optional<HoldProgress>> holds, Directory directory, SignatureCheck signatures) {

    /** The most bytes of a vote's envelope in canonical form. */
    public static final int MAX_ENVELOPE_BYTES = 20_000;

    private static final Set<String> ENVELOPE_KEYS = Set.of("payload", "payloadType", "signatures");
    private static final Set<String> SIGNATURE_KEYS = Set.of("keyid", "sig");

    /** Decides on one envelope at one instant. */
    public Result check(JsonObject envelope, Instant at) {
        if (!isEnvelope(envelope)) {
            return refused(VoteRefusal.MALFORMED);
        }
        Optional<EnrolledKey> key = Dsse.keyId(envelope).flatMap(keys::find);
        if (key.isEmpty()) {
            return refused(VoteRefusal.UNKNOWN_KEY);
        }
        Optional<byte[]> payload = Dsse.open(envelope, key.get().bytes(), signatures);
        if (payload.isEmpty()) {
            return refused(VoteRefusal.BAD_SIGNATURE, key.get().person(), "");
        }
        Optional<Statement> statement = statement(payload.get());
        if (statement.isEmpty()) {
            return refused(VoteRefusal.MALFORMED, key.get().person(), "");
        }
        return signed(statement.get(), key.get(), at);
    }

    private Result signed(Statement statement, EnrolledKey key, Instant at) {
        String person = key.person();
        Optional<HoldProgress> hold = holds.apply(statement.binding().hold());
        String submission = hold.map(found -> found.hold().submission()).orElse("");
        Optional<VoteRefusal> why = hold.isEmpty()
                ? Optional.of(VoteRefusal.UNKNOWN_HOLD)
                : whyNotTheKey(statement, key, at)
                        .or(() -> whyNotTheHold(statement, hold.get(), at))
                        .or(() -> whyNotThePerson(statement, hold.get()))
                        .or(() -> whyNotTheWords(statement, hold.get()));
        if (why.isPresent()) {
            return refused(why.get(), person, submission);
        }
        return new Counts(
                statement, hold.get(), new HoldProgress.Vote(statement.action(), key.keyId(), statement.roles(), at));
    }

    private static Optional<VoteRefusal> whyNotTheKey(Statement statement, EnrolledKey key, Instant at) {
        return first(List.of(
                refuseIf(!statement.approver().equals(key.person()), VoteRefusal.NOT_OWN_KEY),
                refuseIf(key.revoked(), VoteRefusal.REVOKED_KEY),
                refuseIf(key.isRetired(at), VoteRefusal.RETIRED_KEY)));
    }

    private static Optional<VoteRefusal> whyNotTheHold(Statement statement, HoldProgress progress, Instant at) {
        Binding binding = progress.hold().binding();
        return first(List.of(
                refuseIf(!statement.binding().equals(binding), VoteRefusal.OTHER_DECISION),
                refuseIf(at.isBefore(binding.notBefore()), VoteRefusal.EARLY),
                refuseIf(at.isAfter(binding.notAfter()), VoteRefusal.LATE),
                refuseIf(progress.end() != HoldProgress.End.OPEN, VoteRefusal.HOLD_ENDED)));
    }

    private Optional<VoteRefusal> whyNotThePerson(Statement statement, HoldProgress progress) {
        Hold hold = progress.hold();
        String person = statement.approver();
        boolean eligible = !statement.roles().isEmpty() && hold.rolesOf(person).containsAll(statement.roles());
        boolean excluded =
                hold.quorums().stream().anyMatch(quorum -> quorum.excluded().containsKey(person));
        boolean separated = hold.quorums().stream()
                .flatMap(quorum -> Optional.ofNullable(quorum.excluded().get(person)).stream())
                .anyMatch(why -> why.startsWith(Separation.REASON));
        SortedSet<Role> held = directory.find(person).map(Person::roles).orElseGet(TreeSet::new);
        SortedSet<Role> holding = new TreeSet<>(statement.roles());
        holding.retainAll(held);
        SortedSet<Role> still = hold.separation().counting(holding, held);
        return first(List.of(
                refuseIf(person.equals(hold.requester()), VoteRefusal.REQUESTER),
                refuseIf(!eligible && separated, VoteRefusal.DUTIES),
                refuseIf(!eligible && excluded, VoteRefusal.EXCLUDED),
                refuseIf(!eligible, VoteRefusal.NOT_ELIGIBLE),
                refuseIf(progress.votes().containsKey(person), VoteRefusal.SECOND_VOTE),
                refuseIf(still.isEmpty() && !holding.isEmpty(), VoteRefusal.DUTIES),
                refuseIf(
                        hold.quorums().stream().noneMatch(quorum -> quorum.admits(person, still)),
                        VoteRefusal.ROLE_LOST),
                refuseIf(
                        statement.action().isFor()
                                && hold.quorums().stream()
                                        .noneMatch(quorum ->
                                                quorum.act() == statement.action() && quorum.admits(person, still)),
                        VoteRefusal.OTHER_ACT)));
    }

    private static Optional<VoteRefusal> whyNotTheWords(Statement statement, HoldProgress progress) {
        Hold hold = progress.hold();
        boolean estimated = hold.estimate().isEmpty() || progress.estimates().containsKey(statement.approver());
        boolean typedRight = hold.retyped().stream()
                .allMatch(amount -> amount.matches(statement.retyped().getOrDefault(amount.measure(), "")));
        return first(List.of(
                refuseIf(hold.reasonRequired() && statement.reason().isBlank(), VoteRefusal.NO_REASON),
                refuseIf(statement.action().isFor() && !estimated, VoteRefusal.NO_ESTIMATE),
                refuseIf(statement.action().isFor() && !typedRight, VoteRefusal.WRONG_AMOUNT)));
    }

    /** An envelope has exactly one spelling, so that its digest names it. */
    private static boolean isEnvelope(JsonObject envelope) {
        try {
            if (!envelope.members().keySet().equals(ENVELOPE_KEYS)
                    || CanonicalJson.bytes(envelope).length > MAX_ENVELOPE_BYTES
                    || !envelope.text("payloadType").equals(Statement.PAYLOAD_TYPE)
                    || envelope.array("signatures").items().size() != 1) {
                return false;
            }
            JsonObject signature = envelope.array("signatures").objects().get(0);
            return signature.members().keySet().equals(SIGNATURE_KEYS)
                    && isBase64(signature.text("sig"))
                    && isBase64(envelope.text("payload"));
        } catch (JsonMismatch | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        return Base64.getEncoder()
                .encodeToString(Base64.getDecoder().decode(text))
                .equals(text);
    }

    private static Optional<Statement> statement(byte[] payload) {
        try {
            Statement read = Statement.fromJson(JsonReader.readObject(payload));
            return Arrays.equals(CanonicalJson.bytes(read.toJson()), payload) ? Optional.of(read) : Optional.empty();
        } catch (IllFormedJson | JsonMismatch | IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<VoteRefusal> refuseIf(boolean condition, VoteRefusal why) {
        return condition ? Optional.of(why) : Optional.empty();
    }

    private static Optional<VoteRefusal> first(List<Optional<VoteRefusal>> reasons) {
        return reasons.stream().flatMap(Optional::stream).findFirst();
    }

    private static Result refused(VoteRefusal why) {
        return refused(why, "", "");
    }

    private static Result refused(VoteRefusal why, String person, String submission) {
        return new Refused(why, person, submission);
    }

    /** Refuses for another reason a vote that counted. */
    public static Result refusal(Counts counted, VoteRefusal why) {
        return refused(
                why, counted.statement().approver(), counted.hold().hold().submission());
    }

    /** What the check says. */
    public sealed interface Result {

        /** Dispatches on the answer. */
        <R> R match(Cases<R> cases);

        /** Handles each answer. */
        interface Cases<R> {
            R counts(Counts result);

            R refused(Refused result);
        }
    }

    /** The vote counts once it is recorded. */
    public record Counts(Statement statement, HoldProgress hold, HoldProgress.Vote vote) implements Result {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.counts(this);
        }
    }

    /**
     * The vote does not count.
     *
     * @param person the owner of the key that the envelope names; empty where the key is not enrolled
     * @param submission the submission that the vote is about; empty where that is not known
     */
    public record Refused(VoteRefusal why, String person, String submission) implements Result {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(this);
        }
    }
}
