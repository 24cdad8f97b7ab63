package org.portcullis.engine.entry;

import java.util.Base64;
import java.util.Optional;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.token.LineSet;
import org.portcullis.engine.token.ReleaseToken;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;

/** What happened to release tokens. */
public sealed interface TokenEntry extends EntryBody {

    /** Dispatches on the type. */
    <R> R matchToken(TokenCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.token(this);
    }

    /** Handles each type. */
    interface TokenCases<R> {
        R issued(Issued entry);

        R burned(Burned entry);

        R refused(Refused entry);
    }

    /**
     * Lines of a submission are released.
     *
     * @param envelope the signed token
     * @param publicKey the base64 of the key that it is signed with, so that whoever reads the entry can check it; absent only in
     *     entries from before it was kept
     * @param petition the petition that it came of, for an exceptional release
     * @param notional of the released lines; absent where one of them is not known
     */
    record Issued(
            ReleaseToken token,
            JsonObject envelope,
            Optional<String> publicKey,
            Optional<Value.Money> notional,
            Optional<String> petition)
            implements TokenEntry {
        static final String TYPE = "token.issued";

        /** Signs a token. */
        public static Issued signed(
                ReleaseToken token, Signer signer, Optional<Value.Money> notional, Optional<String> petition) {
            String publicKey = Base64.getEncoder().encodeToString(signer.publicKey());
            return new Issued(token, token.sign(signer), Optional.of(publicKey), notional, petition);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder json = token.toJson().toBuilder()
                    .put("envelope", envelope)
                    .put("orders", token.lines().size());
            ValueJson.put(json, "notional", notional);
            return json.putIfPresent("publicKey", publicKey)
                    .putIfPresent("petition", petition)
                    .build();
        }

        static Issued fromJson(JsonObject json) {
            return new Issued(
                    ReleaseToken.fromJson(json),
                    json.object("envelope"),
                    json.findText("publicKey"),
                    ValueJson.findMoney(json, "notional"),
                    json.findText("petition"));
        }

        @Override
        public <R> R matchToken(TokenCases<R> cases) {
            return cases.issued(this);
        }
    }

    /** The gateway let the lines of a token through; the token is used up. */
    record Burned(String token, String submission, LineSet lines) implements TokenEntry {
        static final String TYPE = "token.burned";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("token", token, "submission", submission, "lines", lines.text());
        }

        static Burned fromJson(JsonObject json) {
            return new Burned(json.text("token"), json.text("submission"), LineSet.parse(json.text("lines")));
        }

        @Override
        public <R> R matchToken(TokenCases<R> cases) {
            return cases.burned(this);
        }
    }

    /**
     * The gateway turned away what was presented.
     *
     * @param why the code of the reason
     * @param token the token's id; empty where it could not be read
     * @param envelopeDigest of what was presented
     * @param submissionDigest of the basket that was to go
     */
    record Refused(String why, String token, Digest envelopeDigest, Digest submissionDigest) implements TokenEntry {
        static final String TYPE = "token.refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("why", why)
                    .put("token", token)
                    .put("envelopeDigest", envelopeDigest.value())
                    .put("submissionDigest", submissionDigest.value())
                    .build();
        }

        static Refused fromJson(JsonObject json) {
            return new Refused(
                    json.text("why"),
                    json.text("token"),
                    new Digest(json.text("envelopeDigest")),
                    new Digest(json.text("submissionDigest")));
        }

        @Override
        public <R> R matchToken(TokenCases<R> cases) {
            return cases.refused(this);
        }
    }
}
