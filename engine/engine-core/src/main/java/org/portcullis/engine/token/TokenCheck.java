package org.portcullis.engine.token;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/** Checks what a presented envelope says by itself: form and signature; whether the token is still good is the engine's state. */
public final class TokenCheck {
    private TokenCheck() {}

    /** Gives the token of an envelope that the key has signed, or why there is none. */
    public static Reading read(JsonObject envelope, byte[] publicKey, SignatureCheck check) {
        if (envelope.equals(JsonObject.EMPTY)) {
            return new Unreadable(TokenRefusal.NO_TOKEN);
        }
        if (!envelope.find("payloadType").equals(Optional.of(Json.text(ReleaseToken.PAYLOAD_TYPE)))) {
            return new Unreadable(TokenRefusal.MALFORMED);
        }
        Optional<byte[]> payload = Dsse.open(envelope, publicKey, check);
        if (payload.isEmpty()) {
            return new Unreadable(TokenRefusal.BAD_SIGNATURE);
        }
        try {
            ReleaseToken token = ReleaseToken.fromJson(JsonReader.readObject(payload.get()));
            return Arrays.equals(CanonicalJson.bytes(token.toJson()), payload.get())
                    ? new Genuine(token)
                    : new Unreadable(TokenRefusal.MALFORMED);
        } catch (IllFormedJson | JsonMismatch | IllegalArgumentException | DateTimeException malformed) {
            return new Unreadable(TokenRefusal.MALFORMED);
        }
    }

    /** Gives the id of the token that an envelope claims to carry; empty where it carries none. Nothing is proved by it. */
    public static Optional<String> claimed(JsonObject envelope) {
        try {
            return Optional.of(JsonReader.readObject(Base64.getDecoder().decode(envelope.text("payload")))
                    .text("token"));
        } catch (IllFormedJson | JsonMismatch | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** What the envelope turned out to be. */
    public sealed interface Reading {

        /** Dispatches on what it is. */
        <R> R match(Cases<R> cases);

        /** Handles each outcome. */
        interface Cases<R> {
            R genuine(Genuine reading);

            R unreadable(Unreadable reading);
        }
    }

    /** A token that this engine signed. */
    public record Genuine(ReleaseToken token) implements Reading {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.genuine(this);
        }
    }

    /** No token of this engine. */
    public record Unreadable(TokenRefusal why) implements Reading {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unreadable(this);
        }
    }
}
