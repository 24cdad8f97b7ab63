package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays attestations: one person drafts a statement about a workbook, another audits it, a third approves it, in this order and each with a key in force. So
 * the holder of the journal's key can neither attest in somebody's name nor leave a function out. Mutable, for one examination.
 */
final class AttestationCheck {

    private static final String PREFIX = "attestation.";
    private static final String TYPE = "application/vnd.portcullis.attestation+json";
    private static final String STATEMENT = "statement";
    private static final String STATEMENT_DIGEST = "statementDigest";
    private static final String WORKBOOK_DIGEST = "workbookDigest";
    private static final String PERSON = "person";

    /** What the entry states and the person signed, both in full. */
    private static final List<String> SIGNED =
            List.of("role", PERSON, "function", "keyId", STATEMENT_DIGEST, WORKBOOK_DIGEST, "text");

    private final SignedStatements statements;
    private final Map<String, Attested> attested = new HashMap<>();

    /** How far a statement has come; each person has done one thing with it. */
    private record Attested(String workbook, List<String> people) {}

    AttestationCheck(SignedStatements statements) {
        this.statements = statements;
    }

    static boolean concerns(String type) {
        return type.startsWith(PREFIX);
    }

    void check(EntryCheck.Entry entry, Rejection.Place place) throws Rejection {
        Value body = entry.body();
        switch (entry.type()) {
            case "attestation.prepared" -> {
                draft(body, place);
                act(entry, body, 0, "drafts", place);
            }
            case "attestation.reviewed" -> act(entry, body, 1, "audits", place);
            case "attestation.signed" -> act(entry, body, 2, "approves", place);
            default -> throw SignedStatements.bad(place, "`" + entry.type() + "` is no act of an attestation");
        }
    }

    private void draft(Value body, Rejection.Place place) throws Rejection {
        String statement = body.text(STATEMENT).orElse("");
        String digest = body.text(STATEMENT_DIGEST).orElse("");
        require(Sha256.spelled(statement).equals(digest), place, "the statement is not the one whose digest is signed");
        require(
                workbookOf(statement).equals(body.text(WORKBOOK_DIGEST)),
                place,
                "the statement is about another workbook than the act");
        Attested first = new Attested(body.text(WORKBOOK_DIGEST).orElse(""), List.of());
        require(attested.putIfAbsent(digest, first) == null, place, "the statement is drafted a second time");
    }

    private void act(EntryCheck.Entry entry, Value body, int before, String role, Rejection.Place place)
            throws Rejection {
        Value envelope = body.member("envelope")
                .orElseThrow(() -> SignedStatements.bad(place, "the attestation carries no signed envelope"));
        SignedStatements.Signed signed = statements.open(envelope, "attestation", entry.at(), place);
        require(
                envelope.text("payloadType").equals(Optional.of(TYPE))
                        && signed.payload().text("role").equals(Optional.of(role)),
                place,
                "what `" + signed.keyId() + "` signed is no act that " + role + " a statement");
        for (String name : SIGNED) {
            boolean same = body.text(name).isPresent()
                    && body.member(name).equals(signed.payload().member(name));
            require(same, place, "the entry's `" + name + "` is not the one that was signed");
        }
        String person = body.text(PERSON).orElse("");
        require(
                person.equals(signed.person()) && body.text("keyId").equals(Optional.of(signed.keyId())),
                place,
                "the attestation names `" + person + "` and is signed with the key `" + signed.keyId() + "` of `"
                        + signed.person() + "`");
        String digest = body.text(STATEMENT_DIGEST).orElse("");
        Attested known = Optional.ofNullable(attested.get(digest))
                .orElseThrow(() -> SignedStatements.bad(place, "the statement was not drafted before"));
        require(
                body.text(WORKBOOK_DIGEST).equals(Optional.of(known.workbook())),
                place,
                "the attestation is about another workbook than the draft");
        require(known.people().size() == before, place, "a statement is drafted, audited and approved, once each");
        require(
                !known.people().contains(person),
                place,
                "`" + person + "` has two parts in one attestation, which are for different people");
        List<String> people = new ArrayList<>(known.people());
        people.add(person);
        attested.put(digest, new Attested(known.workbook(), List.copyOf(people)));
    }

    private static Optional<String> workbookOf(String statement) {
        try {
            return CanonicalParser.parse(statement.getBytes(StandardCharsets.UTF_8))
                    .text("workbook");
        } catch (CanonicalParser.NotCanonical malformed) {
            return Optional.empty();
        }
    }

    private static void require(boolean condition, Rejection.Place place, String otherwise) throws Rejection {
        if (!condition) {
            throw SignedStatements.bad(place, otherwise);
        }
    }
}
