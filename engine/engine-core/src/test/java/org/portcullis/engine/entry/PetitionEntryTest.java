package org.portcullis.engine.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.approval.FrozenQuorum;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.token.LineSet;
import org.portcullis.engine.token.ReleaseToken;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

class PetitionEntryTest {
    private static final Purpose PURPOSE = new Purpose(Purpose.Kind.EXCEPTIONAL_RELEASE, "3");

    @Test
    void askingReadsBackAsWritten() {
        assertReadsBack(asked("the client is liquidated today"));
    }

    @Test
    void askingWithoutCircumstancesHasNoMemberForThem() {
        assertReadsBack(asked(""));
        assertFalse(asked("").toJson().has("circumstances"));
    }

    @Test
    void aRefusalReadsBackAsWritten() {
        assertReadsBack(new PetitionEntry.Refused(PURPOSE, "S-000001", "p-hale", "no-reason"));
    }

    @Test
    void takingBackReadsBackAsWritten() {
        assertReadsBack(new PetitionEntry.Withdrawn("P-000001", "S-000001", "p-hale"));
    }

    @Test
    void theTokenOfAPetitionReadsBackAsWritten() {
        Digest digest = Digest.of(JsonObject.EMPTY);
        ReleaseToken token = new ReleaseToken("token", "S-000001", digest, digest, Sample.NOW, LineSet.of(List.of(3)));
        assertReadsBack(new TokenEntry.Issued(
                token, JsonObject.EMPTY, Optional.of("key"), Optional.of(Sample.usd(5)), Optional.of("P-000001")));
    }

    @Test
    void theActOfAQuorumReadsBackAsWritten() {
        FrozenQuorum quorum = new FrozenQuorum(
                new ControlId("D1-ORDER-NOTIONAL"),
                new Quorum(1, List.of(new Role("Trading Risk"))),
                Statement.Action.VERIFY,
                new TreeMap<>(),
                new TreeMap<>());
        assertReadsBack(new HoldEntry.Frozen("P-000001", "S-000001", 0, quorum));
    }

    private static PetitionEntry.Asked asked(String circumstances) {
        return new PetitionEntry.Asked(
                "P-000001",
                PURPOSE,
                "S-000001",
                List.of(new ControlId("D1-ORDER-NOTIONAL")),
                "p-hale",
                "agreed with the client",
                circumstances,
                Digest.of(JsonObject.EMPTY));
    }

    private static void assertReadsBack(EntryBody body) {
        assertEquals(body, EntryBody.read(body.type(), body.toJson()).orElseThrow());
    }
}
