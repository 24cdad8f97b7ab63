package org.portcullis.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replays approvals: a vote counts when the person it names signed it for exactly this hold, and a hold is released when the
 * votes that are in the journal fill its quorums. So the holder of the journal's key cannot drop, add or turn a vote, and
 * cannot release without one. Refused votes are evidence of an attempt and need not hold. Mutable, for one examination.
 */
final class HoldCheck {

    private static final String VOTE = "approval.vote.";
    private static final String REFUSED_VOTE = "approval.vote.refused";
    private static final String CHANGES_SIGNED = "changesSigned";
    private static final String ESTIMATE = "estimate";
    private static final String PURPOSE = "purpose";
    private static final String SUBMISSION = "submission";

    /** What a hold and every statement signed for it have in common. */
    private static final List<String> BINDING = List.of(
            "hold",
            "submissionDigest",
            "decisionDigest",
            "textShownDigest",
            "factsShownDigest",
            "policy",
            "nonce",
            "notBefore",
            "notAfter");

    private final SignedStatements statements = new SignedStatements();
    private final AttestationCheck attestations = new AttestationCheck(statements);
    private final HashTable decisions = new HashTable(0);
    private final Map<String, Value> asked = new TreeMap<>();
    private final Map<String, Hold> holds = new TreeMap<>();
    private final Map<String, List<Hold>> about = new TreeMap<>();
    private final Map<String, Hold> holdOfSubmission = new TreeMap<>();
    private final IssuedTokens tokens = new IssuedTokens();
    private final Set<String> exceptional = new HashSet<>();
    private final Set<String> letGo = new HashSet<>();
    private final PeopleCheck people = new PeopleCheck();
    private Optional<String> inForce = Optional.empty();
    private boolean changesSigned;
    private long votes;

    /** How far a hold has come. */
    private enum Phase {
        OPEN,
        RELEASED,
        ENDED
    }

    /** A hold; mutable, for one examination. */
    private static final class Hold {

        private final Value begun;
        private final Map<Long, Value> quorums = new TreeMap<>();
        private final Map<String, Value> approvals = new TreeMap<>();
        private final Set<String> estimated = new HashSet<>();
        private final Set<String> voters = new TreeSet<>();
        private Phase phase = Phase.OPEN;

        boolean isPetition() {
            return begun.member(PURPOSE).isPresent();
        }

        Hold(Value begun) {
            this.begun = begun;
        }
    }

    /** Checks an entry, of whatever type. */
    void check(EntryCheck.Entry entry, Rejection.Place place) throws Rejection {
        switch (entry.type()) {
            case "key.enrolled" -> statements.enrol(entry.body(), entry.at(), place);
            case "key.rotated" -> statements.rotate(entry.body(), entry.at(), place);
            case "key.revoked" -> statements.revoke(entry.body(), place);
            case "person.committed" -> people.commit(entry.body(), place);
            case "person.erased" -> people.erase(entry.body(), place);
            case "decision.made" -> decisions.add(Hash.of(entry.bodyHash()));
            case "pack.activated" -> activate(entry.body(), place);
            case "petition.asked" -> asked.put(entry.bodyDigest(), entry.body());
            case "hold.begun" -> begin(entry.body(), place);
            case "hold.quorum" -> quorum(entry.body(), place);
            case "approval.estimate.given" -> estimate(entry.body(), place);
            case "hold.released" -> release(entry.body(), place);
            case "hold.rejected", "hold.expired" -> reject(hold(entry.body(), place));
            case "petition.withdrawn" -> withdraw(entry.body(), place);
            case "submission.ended" -> end(entry.body());
            case "work.resumed" -> resume(entry.body(), place);
            case "switch.cleared" -> clear(entry.body(), place);
            case "token.issued" -> issue(entry, place);
            case "token.burned" -> tokens.burn(entry, place);
            default -> {
                boolean refused =
                        entry.type().equals(REFUSED_VOTE) || entry.type().startsWith(REFUSED_VOTE + ".");
                if (entry.type().startsWith(VOTE) && !refused) {
                    vote(entry, place);
                } else if (AttestationCheck.concerns(entry.type())) {
                    attestations.check(entry, place);
                }
            }
        }
    }

    long votes() {
        return votes;
    }

    /** Gives what the reader of a verdict must also know of keys and people. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        foundingKeys().forEach(key -> notes.add("no second person confirmed the founding key `" + key + "`"));
        long committed = people.committed();
        if (committed > 0) {
            notes.add(committed + (committed == 1 ? " pseudonym is" : " pseudonyms are") + " committed to a person, "
                    + people.erased() + " of them erased");
        }
        return notes;
    }

    /** Gives the keys that nobody could confirm. */
    List<String> foundingKeys() {
        return statements.founding();
    }

    PeopleCheck people() {
        return people;
    }

    private void begin(Value body, Rejection.Place place) throws Rejection {
        require(body.text("hold").isPresent(), place, "the hold has no id");
        boolean petition = body.member(PURPOSE).isPresent();
        if (petition) {
            requireAsked(body, place);
        } else {
            require(isDecided(body), place, "the hold is for a decision that is not in the journal before it");
        }
        require(
                Optional.of(Sha256.spelled(body.text("text").orElse(""))).equals(body.text("textShownDigest")),
                place,
                "the digest of the text shown is not the digest of the hold's text");
        Optional<String> facts = body.member(ESTIMATE)
                .map(asked -> Sha256.spelled(asked.text("facts").orElse("")));
        require(
                facts.equals(body.text("factsShownDigest")),
                place,
                "the digest of the facts shown is not the digest of the facts that people estimate from");
        Hold hold = new Hold(body);
        require(holds.putIfAbsent(body.text("hold").orElse(""), hold) == null, place, "the hold begins a second time");
        about.computeIfAbsent(body.text(SUBMISSION).orElse(""), none -> new ArrayList<>())
                .add(hold);
        if (!petition) {
            holdOfSubmission.put(body.text(SUBMISSION).orElse(""), hold);
        }
    }

    /** What people sign for apart from a submission was asked for before, by the same person and for the same purpose. */
    private void requireAsked(Value body, Rejection.Place place) throws Rejection {
        Value before = Optional.ofNullable(asked.get(body.text("decisionDigest").orElse("")))
                .orElseThrow(() ->
                        SignedStatements.bad(place, "the hold is for a petition that is not in the journal before it"));
        boolean same = before.text("petition").equals(body.text("hold"))
                && before.member(PURPOSE).equals(body.member(PURPOSE))
                && before.text(SUBMISSION).equals(body.text(SUBMISSION))
                && before.text("person").equals(body.text("requester"))
                && before.text("about").equals(body.text("submissionDigest"));
        require(same, place, "the hold is for something else than its petition");
    }

    /** A pack is put in force by signatures where it or the one before it demands them; one that is in force may come back after a restart. */
    private void activate(Value body, Rejection.Place place) throws Rejection {
        Optional<String> fingerprint = body.text("fingerprint");
        Optional<String> signedBy = body.text("signedBy");
        boolean demanded = changesSigned || body.member(CHANGES_SIGNED).isPresent();
        boolean again = fingerprint.equals(inForce) && inForce.isPresent();
        require(!demanded || again || signedBy.isPresent(), place, "a policy is in force without its signatures");
        if (signedBy.isPresent()) {
            Hold hold = Optional.ofNullable(holds.get(signedBy.get()))
                    .orElseThrow(() ->
                            SignedStatements.bad(place, "the petition `" + signedBy.get() + "` did not begin before"));
            Value purpose = hold.begun.member(PURPOSE).orElse(new Value.Truth(false));
            require(
                    hold.phase == Phase.RELEASED
                            && purpose.text("kind").equals(Optional.of("activation"))
                            && purpose.text("subject").equals(fingerprint),
                    place,
                    "a policy is in force by the signatures for something else");
        }
        inForce = fingerprint;
        changesSigned = body.member(CHANGES_SIGNED).isPresent();
    }

    /** What people let go on was signed for: this stop, and once. What is satisfied goes on by itself. */
    private void resume(Value body, Rejection.Place place) throws Rejection {
        boolean bySignatures = body.text("why").equals(Optional.of("re-enabled"))
                || !body.text("by").orElse("").isEmpty();
        if (bySignatures) {
            requireLetGo(body, "re-enabling", body.text("stop"), place);
        }
    }

    private void clear(Value body, Rejection.Place place) throws Rejection {
        requireLetGo(body, "switch-clearing", body.text("control"), place);
    }

    private void requireLetGo(Value body, String kind, Optional<String> subject, Rejection.Place place)
            throws Rejection {
        String id = body.text("by").orElse("");
        Hold hold = Optional.ofNullable(holds.get(id))
                .orElseThrow(() -> SignedStatements.bad(place, "the petition `" + id + "` did not begin before"));
        Value purpose = hold.begun.member(PURPOSE).orElse(new Value.Truth(false));
        boolean same = purpose.text("kind").equals(Optional.of(kind))
                && purpose.text("subject").equals(subject);
        require(same, place, "what was stopped goes on by the signatures for something else");
        require(hold.phase == Phase.RELEASED, place, "what was stopped goes on while its petition waits");
        require(letGo.add(id), place, "a petition lets something go on a second time");
    }

    private void withdraw(Value body, Rejection.Place place) throws Rejection {
        String id = body.text("petition").orElse("");
        Hold hold = Optional.ofNullable(holds.get(id))
                .orElseThrow(() -> SignedStatements.bad(place, "the petition `" + id + "` did not begin before"));
        require(hold.phase == Phase.OPEN, place, "the petition had ended before it was taken back");
        require(
                hold.begun.text("requester").equals(body.text("by")),
                place,
                "a petition is taken back by somebody who did not ask");
        hold.phase = Phase.ENDED;
    }

    private void quorum(Value body, Rejection.Place place) throws Rejection {
        Hold hold = hold(body, place);
        Value before = hold.quorums.putIfAbsent(body.whole("index").orElse(-1L), body);
        require(before == null && hold.voters.isEmpty(), place, "the quorum of a hold is changed");
    }

    private void estimate(Value body, Rejection.Place place) throws Rejection {
        Hold hold = hold(body, place);
        require(hold.begun.member(ESTIMATE).isPresent(), place, "an estimate is given that the hold does not ask for");
        require(hold.phase == Phase.OPEN, place, "the hold had ended before the estimate");
        require(
                hold.estimated.add(body.text("person").orElse("")),
                place,
                "`" + body.text("person").orElse("") + "` estimates a second time");
    }

    private void vote(EntryCheck.Entry entry, Rejection.Place place) throws Rejection {
        Value body = entry.body();
        Value envelope = body.member("envelope")
                .orElseThrow(() -> SignedStatements.bad(place, "the vote carries no signed envelope"));
        SignedStatements.Signed signed = statements.open(envelope, "vote", entry.at(), place);
        Value statement = signed.payload();
        require(
                statement.text("approver").equals(Optional.of(signed.person())),
                place,
                "the vote names `" + statement.text("approver").orElse("") + "` and is signed with the key of `"
                        + signed.person() + "`");
        require(
                body.member("keyId").isEmpty() || body.text("keyId").equals(Optional.of(signed.keyId())),
                place,
                "the entry's `keyId` is not the one that signed");
        for (String name : List.of("approver", "action", "roles", "reason", "hold")) {
            SignedStatements.requireSame(body, statement, name, place);
        }
        Hold hold = hold(statement, place);
        for (String name : BINDING) {
            require(
                    hold.begun.member(name).equals(statement.member(name)),
                    place,
                    "the vote's `" + name + "` is not the hold's");
        }
        requireTime(hold, entry.at(), place);
        require(hold.phase == Phase.OPEN, place, "the hold had ended before the vote");
        require(
                !hold.begun.text("requester").equals(Optional.of(signed.person())),
                place,
                "`" + signed.person() + "` votes on their own submission");
        require(hold.voters.add(signed.person()), place, "`" + signed.person() + "` votes a second time");
        if (!statement.text("action").equals(Optional.of("reject"))) {
            require(
                    hold.begun.member(ESTIMATE).isEmpty() || hold.estimated.contains(signed.person()),
                    place,
                    "`" + signed.person() + "` approves without an own estimate");
            hold.approvals.put(signed.person(), statement);
        }
        votes++;
    }

    private void release(Value body, Rejection.Place place) throws Rejection {
        Hold hold = hold(body, place);
        require(hold.phase == Phase.OPEN, place, "the hold had ended before its release");
        boolean complete =
                !hold.quorums.isEmpty() && hold.begun.whole("quorums").equals(Optional.of((long) hold.quorums.size()));
        require(complete, place, "the quorums of the hold are not all in the journal");
        require(
                hold.approvals.size() == hold.voters.size(),
                place,
                "the hold is released although somebody voted against it");
        Map<Long, Long> filled = new TreeMap<>();
        Set<String> seated = new TreeSet<>();
        for (Value seat : body.member("seats").flatMap(Value::asItems).orElse(List.of())) {
            String person = seat.text("person").orElse("");
            long index = seat.whole("quorum").orElse(-1L);
            require(seated.add(person), place, "`" + person + "` fills two seats");
            require(hold.approvals.containsKey(person), place, "`" + person + "` fills a seat without an approval");
            require(fits(hold, index, person), place, "`" + person + "` may not fill a seat of quorum " + index);
            filled.merge(index, 1L, Long::sum);
        }
        for (Map.Entry<Long, Value> quorum : hold.quorums.entrySet()) {
            long needed = quorum.getValue().whole("needed").orElse(Long.MAX_VALUE);
            long present = filled.getOrDefault(quorum.getKey(), 0L);
            require(
                    needed > 0 && present >= needed,
                    place,
                    "quorum " + quorum.getKey() + " needs " + needed + " people and has " + present);
        }
        hold.phase = Phase.RELEASED;
    }

    /** A seat is filled by a role that the person held when the hold began and voted in, and by the act that the quorum is for. */
    private static boolean fits(Hold hold, long index, String person) {
        Value statement = Optional.ofNullable(hold.approvals.get(person)).orElse(new Value.Truth(false));
        Value quorum = Optional.ofNullable(hold.quorums.get(index)).orElse(new Value.Truth(false));
        String act = quorum.text("act").orElse("approve");
        if (!statement.text("action").equals(Optional.of(act))) {
            return false;
        }
        Value eligible = quorum.member("eligible").orElse(new Value.Truth(false));
        return eligible.texts(person).stream().anyMatch(statement.texts("roles")::contains);
    }

    /** A submission that is rejected takes with it what was asked for it. */
    private void reject(Hold hold) {
        hold.phase = Phase.ENDED;
        if (!hold.isPetition()) {
            end(hold.begun);
        }
    }

    /**
     * Withdrawn, superseded or never acknowledged: whatever waited about the submission is over. A token that nobody presented ends what it would have let
     * through; what was asked for beside it goes on.
     */
    private void end(Value body) {
        if (body.text("why").orElse("").equals("not-presented")) {
            return;
        }
        about.getOrDefault(body.text(SUBMISSION).orElse(""), List.of()).stream()
                .filter(hold -> hold.phase == Phase.OPEN)
                .forEach(hold -> hold.phase = Phase.ENDED);
    }

    /** Tells whether the decision that a body names stands before it. */
    private boolean isDecided(Value body) {
        return body.text("decisionDigest")
                .flatMap(Hash::spelled)
                .filter(digest -> decisions.find(digest) >= 0)
                .isPresent();
    }

    private void issue(EntryCheck.Entry entry, Rejection.Place place) throws Rejection {
        Value body = entry.body();
        if (body.member("petition").isPresent()) {
            requireExceptional(body, place);
        } else {
            Optional<Hold> hold = Optional.ofNullable(
                    holdOfSubmission.get(body.text(SUBMISSION).orElse("")));
            require(
                    hold.isEmpty() || hold.get().phase == Phase.RELEASED,
                    place,
                    "a release token is issued while the submission is held");
        }
        require(
                isDecided(body),
                place,
                "a release token is issued for a decision that is not in the journal before it");
        tokens.issue(body, place);
        statements.requireNobodys(body.text("publicKey").orElse(""), place);
        if (!entry.tokenHolds()) {
            SignedStatements.requireSigned(body, place);
        }
    }

    /** One token for exactly the lines that people verified and authorised, and not for longer than they had to sign. */
    private void requireExceptional(Value body, Rejection.Place place) throws Rejection {
        String id = body.text("petition").orElse("");
        Hold hold = Optional.ofNullable(holds.get(id))
                .orElseThrow(() -> SignedStatements.bad(place, "the petition `" + id + "` did not begin before"));
        Value purpose = hold.begun.member(PURPOSE).orElse(new Value.Truth(false));
        boolean same = purpose.text("kind").equals(Optional.of("exceptional-release"))
                && purpose.text("subject").equals(body.text("lines"))
                && hold.begun.text(SUBMISSION).equals(body.text(SUBMISSION))
                && hold.begun.text("submissionDigest").equals(body.text("submissionDigest"));
        require(same, place, "a release token is issued for something else than its petition");
        require(hold.phase == Phase.RELEASED, place, "a release token is issued while its petition waits");
        require(
                !SignedStatements.instant(body, "notAfter", place)
                        .isAfter(SignedStatements.instant(hold.begun, "notAfter", place)),
                place,
                "a release token outlives its petition");
        require(exceptional.add(id), place, "a petition gives a second release token");
    }

    private Hold hold(Value body, Rejection.Place place) throws Rejection {
        String id = body.text("hold").orElse("");
        return Optional.ofNullable(holds.get(id))
                .orElseThrow(() -> SignedStatements.bad(place, "the hold `" + id + "` did not begin before"));
    }

    private static void requireTime(Hold hold, Instant at, Rejection.Place place) throws Rejection {
        boolean inTime = !at.isBefore(SignedStatements.instant(hold.begun, "notBefore", place))
                && !at.isAfter(SignedStatements.instant(hold.begun, "notAfter", place));
        require(inTime, place, "the vote at " + at + " is outside the time of the hold");
    }

    private static void require(boolean condition, Rejection.Place place, String otherwise) throws Rejection {
        if (!condition) {
            throw SignedStatements.bad(place, otherwise);
        }
    }
}
