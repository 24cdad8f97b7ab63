package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.engine.approval.Binding;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/** Both providers of cryptography accept every act that people sign, with and without the facts that they estimate from. */
class SignedActsTest {

    @ParameterizedTest
    @EnumSource(Statement.Action.class)
    void bothProvidersAcceptTheAct(Statement.Action action) throws Exception {
        assertAccepted(statement(action, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(Statement.Action.class)
    void bothProvidersAcceptTheActOfWhoeverEstimated(Statement.Action action) throws Exception {
        assertAccepted(statement(action, Optional.of(Digest.of(JsonObject.of("lines", "2 of 2")))));
    }

    private static Statement statement(Statement.Action action, Optional<Digest> facts) {
        Digest digest = Digest.of(JsonObject.EMPTY);
        Binding binding = new Binding(
                "P-000001",
                digest,
                digest,
                digest,
                facts,
                digest.value(),
                "nonce",
                Scene.NOW,
                Scene.NOW.plus(Duration.ofMinutes(10)));
        return new Statement(action, Approval.ALICE, new TreeSet<>(), binding, "seen", new TreeMap<>());
    }

    private static void assertAccepted(Statement statement) throws Exception {
        JsonObject envelope = statement.sign(Scene.ALICE_KEY);
        byte[] payload = Dsse.open(envelope, Scene.ALICE_KEY.publicKey(), new BothProviders())
                .orElseThrow();
        assertEquals(statement, Statement.fromJson(JsonReader.readObject(payload)));
    }
}
