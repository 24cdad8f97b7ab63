package org.portcullis.engine.flow;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.token.ReleaseToken;
import org.portcullis.engine.token.TokenCheck;
import org.portcullis.engine.token.TokenRefusal;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/** Checks release tokens for the gateway, and burns each at its first good use. */
record Presenting(Context context) {

    Transition present(Command.PresentToken command) {
        TokenCheck.Reading reading = reading(command.envelope());
        return reading.match(new TokenCheck.Reading.Cases<>() {
            @Override
            public Transition genuine(TokenCheck.Genuine genuine) {
                ReleaseToken token = genuine.token();
                return whyNot(token, command.submissionDigest())
                        .map(why -> refused(command, why, token.id(), token.submission()))
                        .orElseGet(() -> burned(token));
            }

            @Override
            public Transition unreadable(TokenCheck.Unreadable unreadable) {
                return refused(command, unreadable.why(), "", "");
            }
        });
    }

    /** Reads an envelope. One that equals, to the last character, what this very engine has signed is genuine without another look at the signature. */
    private TokenCheck.Reading reading(JsonObject envelope) {
        return TokenCheck.claimed(envelope)
                .filter(context.state().signed::contains)
                .map(context.state().tokens::get)
                .filter(issued -> issued.envelope().equals(envelope))
                .<TokenCheck.Reading>map(issued -> new TokenCheck.Genuine(issued.token()))
                .orElseGet(() -> TokenCheck.read(
                        envelope,
                        context.ports().tokenSigner().publicKey(),
                        context.ports().signatures()));
    }

    private Optional<TokenRefusal> whyNot(ReleaseToken token, Digest submissionDigest) {
        TokenState issued = context.state().tokens.get(token.id());
        if (issued == null || !issued.token().equals(token)) {
            return Optional.of(TokenRefusal.UNKNOWN);
        }
        return switch (issued.use()) {
            case USED -> Optional.of(TokenRefusal.USED);
            case VOID ->
                Optional.of(context.at().isAfter(token.notAfter()) ? TokenRefusal.EXPIRED : TokenRefusal.SUPERSEDED);
            case OUT -> {
                if (!token.submissionDigest().equals(submissionDigest)) {
                    yield Optional.of(TokenRefusal.OTHER_SUBMISSION);
                }
                yield context.at().isAfter(token.notAfter()) ? Optional.of(TokenRefusal.EXPIRED) : Optional.empty();
            }
        };
    }

    private Transition burned(ReleaseToken token) {
        TokenEntry.Burned entry = new TokenEntry.Burned(token.id(), token.submission(), token.lines());
        return new Transition(
                List.of(context.about(token.submission(), entry)),
                () -> new Outcome.Admitted(token.submission(), token.lines()));
    }

    private Transition refused(Command.PresentToken command, TokenRefusal why, String token, String submission) {
        TokenEntry.Refused entry =
                new TokenEntry.Refused(why.code(), token, Digest.of(command.envelope()), command.submissionDigest());
        return Transition.refused(context.about(submission, entry), why.code(), why.sentence());
    }
}
