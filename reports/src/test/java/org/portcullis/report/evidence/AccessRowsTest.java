package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.alert.Duty;
import org.portcullis.engine.alert.HandOver;
import org.portcullis.engine.approval.Binding;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.approval.Seating;
import org.portcullis.engine.approval.Separation;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.entry.HandOverEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.Evidence;

class AccessRowsTest {
    private static final ControlId CONTROL = new ControlId("AP-1");

    @Test
    void signatureOfWhoAskedIsSeen() {
        Evidence evidence = new HandMade()
                .at(0, HoldEntry.Begun.of(hold("H-1", "p-hale")))
                .at(30, vote("H-1", "p-hale"))
                .at(31, released("H-1", "p-hale"))
                .at(40, HoldEntry.Begun.of(hold("H-2", "p-hale")))
                .at(60, vote("H-2", "p-reid"))
                .at(61, released("H-2", "p-reid"))
                .at(70, HoldEntry.Begun.of(hold("H-3", "p-hale")))
                .evidence();
        assertEquals(
                List.of(
                        "0 | HELD | re-enabling X-000001 | p-hale | p-hale (approve, Desk Head) | 1 | OWN SIGNATURE | QUORUMS MET | p-hale",
                        "3 | HELD | re-enabling X-000001 | p-hale | p-reid (approve, Desk Head) | 1 | SEPARATE | QUORUMS MET | p-reid",
                        "6 | HELD | re-enabling X-000001 | p-hale |  | 0 | NOBODY SIGNED | STILL WAITING | "),
                rows(evidence));
        assertEquals("3 | 3 | 2 | 2 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Access and duties"));
    }

    @Test
    void releaseBySomebodyWhoDidNotSignIsNotAccurate() {
        Evidence evidence = new HandMade()
                .at(0, HoldEntry.Begun.of(hold("H-1", "p-hale")))
                .at(30, vote("H-1", "p-reid"))
                .at(31, released("H-1", "p-okafor"))
                .evidence();
        assertEquals("1 | 1 | 1 | 1 | COMPLETE | NOT ACCURATE", HandMade.provenance(evidence, "Access and duties"));
    }

    @Test
    void dutyThatIsHandedOverSaysFromWhomToWhom() {
        HandOver offer = new HandOver(
                "D-000001",
                new Duty(new Role("Desk Head"), "Delta 1"),
                "p-reid",
                "p-okafor",
                Optional.empty(),
                "lunch",
                HandMade.NINE.plusSeconds(600));
        Evidence evidence = new HandMade()
                .at(0, new HandOverEntry.Offered(offer))
                .at(5, new HandOverEntry.Accepted("D-000001", "p-okafor"))
                .evidence();
        assertEquals(
                List.of(
                        "0 | DUTY OFFERED | role \"Desk Head\" for desk \"Delta 1\": lunch | p-reid | to `p-okafor` |  |  |  | ",
                        "1 | DUTY TAKEN OVER | role \"Desk Head\" for desk \"Delta 1\": lunch | p-reid | p-okafor |  |  |  | "),
                rows(evidence));
    }

    @Test
    void keysAreFollowedToTheirEnd() {
        Evidence evidence = new HandMade()
                .at(0, enrolled("key-a", "p-reid", Optional.empty()))
                .at(10, enrolled("key-b", "p-okafor", Optional.of(JsonObject.EMPTY)))
                .at(
                        20,
                        new KeyEntry.Rotated(
                                new Rotation("p-okafor", "key-c", "Y2M=", "key-b", HandMade.NINE.plusSeconds(600)),
                                JsonObject.EMPTY,
                                JsonObject.EMPTY,
                                "p-reid",
                                Optional.of(JsonObject.EMPTY)))
                .at(30, new KeyEntry.Revoked("key-a", "p-reid", "p-okafor", "lost"))
                .evidence();
        assertEquals(
                List.of(
                        "key-a | p-reid | REVOKED | FOUNDING KEY | 0 | 09:00:30Z | 3 | revoked by p-okafor: lost | 0",
                        "key-b | p-okafor | REPLACED | ENROLLED | 1 | 09:10:00Z | 2 | replaced by key-c | 0",
                        "key-c | p-okafor | COUNTS | ROTATED | 2 |  |  |  | 0"),
                HandMade.rows(
                        evidence,
                        "Key register",
                        "Key",
                        "Person",
                        "State",
                        "How",
                        "Since entry",
                        "Counts until (UTC)",
                        "End entry",
                        "Why",
                        "Signatures with it"));
        assertEquals("3 | 3 | 0 | 0 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Key register"));
    }

    @Test
    void signaturesWithEachKeyAreCounted() {
        Evidence evidence = SampleEvidence.morning();
        assertEquals(List.of("0", "1", "1"), SampleEvidence.column(evidence, "Key register", "Signatures with it"));
    }

    private static List<String> rows(Evidence evidence) {
        return HandMade.rows(
                evidence,
                "Access and duties",
                "Entry",
                "Event",
                "About",
                "Asked or offered by",
                "Signed",
                "Signatures",
                "Duties",
                "Ended",
                "By");
    }

    private static KeyEntry.Enrolled enrolled(String key, String person, Optional<JsonObject> confirmation) {
        return new KeyEntry.Enrolled(key, person, "a2V5", JsonObject.EMPTY, "p-hale", confirmation);
    }

    private static HoldEntry.VoteAccepted vote(String hold, String person) {
        return new HoldEntry.VoteAccepted(
                hold,
                "",
                person,
                Statement.Action.APPROVE,
                new TreeSet<>(List.of(new Role("Desk Head"))),
                "no-key",
                JsonObject.EMPTY,
                "matched",
                30,
                0,
                Optional.empty());
    }

    private static HoldEntry.Released released(String hold, String person) {
        return new HoldEntry.Released(hold, "", List.of(new Seating.Taken(0, CONTROL, person)));
    }

    static Hold hold(String id, String requester) {
        Digest any = Digest.of(JsonObject.EMPTY);
        Instant now = HandMade.NINE;
        return new Hold(
                new Binding(id, any, any, any, any.value(), "nonce", now, now.plusSeconds(600)),
                new Purpose(Purpose.Kind.RE_ENABLING, "X-000001"),
                "",
                requester,
                "text",
                true,
                List.of(),
                List.of(),
                Optional.empty(),
                new Separation(List.of()),
                List.of());
    }
}
