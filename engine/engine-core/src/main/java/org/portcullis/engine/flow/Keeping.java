package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.KeyRefusal;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.model.json.JsonObject;

/**
 * Keeps the keys of people: enrols and replaces them with proof of possession and a second person, and revokes them.
 *
 * <p>The second person signs as well, with a key that is in force. Only while nobody else has one is the second person named and not asked to sign: that key is
 * the founding key.
 */
record Keeping(Context context) {

    Transition enrol(Command.EnrolKey command) {
        Optional<Enrolment> read = Enrolment.read(command.enrolment());
        if (read.isEmpty()) {
            return refused(KeyRefusal.MALFORMED, "", "");
        }
        Enrolment enrolment = read.get();
        KeyConfirmation confirmation = KeyConfirmation.of(enrolment, command.confirmedBy());
        Optional<KeyRefusal> why = refuseIf(
                        !enrolment.isProvenBy(
                                command.enrolment(), context.ports().signatures()),
                        KeyRefusal.NO_POSSESSION)
                .or(() -> whyNotThePeople(confirmation))
                .or(() -> whyNotTheKey(confirmation))
                .or(() -> whyNotConfirmed(confirmation, command.confirmation()));
        return why.map(code -> refused(code, enrolment.keyId(), enrolment.person()))
                .orElseGet(() -> recorded(new KeyEntry.Enrolled(
                        enrolment.keyId(),
                        enrolment.person(),
                        enrolment.publicKey(),
                        command.enrolment(),
                        command.confirmedBy(),
                        present(command.confirmation()))));
    }

    Transition rotate(Command.RotateKey command) {
        Optional<Rotation> read = Rotation.read(command.proof());
        if (read.isEmpty()) {
            return refused(KeyRefusal.MALFORMED, "", "");
        }
        Rotation rotation = read.get();
        KeyConfirmation confirmation = KeyConfirmation.of(rotation, command.confirmedBy());
        Optional<KeyRefusal> why = refuseIf(
                        !rotation.isProvenBy(command.proof(), context.ports().signatures()), KeyRefusal.NO_POSSESSION)
                .or(() -> whyNotThePeople(confirmation))
                .or(() -> whyNotReplaced(rotation, command.consent()))
                .or(() -> whyNotTheKey(confirmation))
                .or(() -> whyNotConfirmed(confirmation, command.confirmation()));
        return why.map(code -> refused(code, rotation.keyId(), rotation.person()))
                .orElseGet(() -> recorded(new KeyEntry.Rotated(
                        rotation,
                        command.proof(),
                        command.consent(),
                        command.confirmedBy(),
                        present(command.confirmation()))));
    }

    Transition revoke(Command.RevokeKey command) {
        Optional<EnrolledKey> key = context.state().find(command.keyId()).filter(found -> !found.revoked());
        return key.isEmpty()
                ? refused(KeyRefusal.UNKNOWN_KEY, command.keyId(), command.by())
                : recorded(new KeyEntry.Revoked(command.keyId(), key.get().person(), command.by(), command.reason()));
    }

    private Optional<KeyRefusal> whyNotThePeople(KeyConfirmation confirmation) {
        boolean second = !confirmation.confirmedBy().equals(confirmation.person())
                && context.directory().find(confirmation.confirmedBy()).isPresent();
        return refuseIf(context.directory().find(confirmation.person()).isEmpty(), KeyRefusal.UNKNOWN_PERSON)
                .or(() -> refuseIf(!second, KeyRefusal.NO_SECOND_PERSON));
    }

    private Optional<KeyRefusal> whyNotTheKey(KeyConfirmation confirmation) {
        String engineKey =
                Base64.getEncoder().encodeToString(context.ports().tokenSigner().publicKey());
        boolean taken = confirmation.publicKey().equals(engineKey)
                || context.state().keys.values().stream()
                        .anyMatch(key -> key.publicKey().equals(confirmation.publicKey()));
        return refuseIf(context.state().find(confirmation.keyId()).isPresent(), KeyRefusal.KEY_ID_TAKEN)
                .or(() -> refuseIf(taken, KeyRefusal.KEY_TAKEN));
    }

    private Optional<KeyRefusal> whyNotReplaced(Rotation rotation, JsonObject consent) {
        Optional<EnrolledKey> found = context.state().find(rotation.replaces());
        if (found.isEmpty()) {
            return Optional.of(KeyRefusal.UNKNOWN_KEY);
        }
        EnrolledKey old = found.get();
        boolean consents = rotation.isConsentedBy(consent, old, context.ports().signatures());
        return refuseIf(!old.person().equals(rotation.person()), KeyRefusal.NOT_OWN_KEY)
                .or(() -> refuseIf(!old.isInForce(context.at()), KeyRefusal.NOT_IN_FORCE))
                .or(() -> refuseIf(old.overlapUntil().isPresent(), KeyRefusal.REPLACED_ALREADY))
                .or(() -> refuseIf(!consents, KeyRefusal.NO_CONSENT))
                .or(() -> refuseIf(!isInTime(rotation.overlapUntil()), KeyRefusal.OTHER_OVERLAP));
    }

    private boolean isInTime(Instant overlapUntil) {
        return !overlapUntil.isBefore(context.at())
                && !overlapUntil.isAfter(context.at().plus(Rotation.MAX_OVERLAP));
    }

    private Optional<KeyRefusal> whyNotConfirmed(KeyConfirmation confirmation, JsonObject envelope) {
        if (envelope.equals(JsonObject.EMPTY)) {
            boolean anotherCanSign = context.state().keys.values().stream()
                    .anyMatch(
                            key -> key.isInForce(context.at()) && !key.person().equals(confirmation.person()));
            return refuseIf(anotherCanSign, KeyRefusal.NO_CONFIRMATION);
        }
        boolean signed = Dsse.keyId(envelope)
                .flatMap(context.state()::find)
                .filter(key -> key.isInForce(context.at()) && key.person().equals(confirmation.confirmedBy()))
                .filter(key ->
                        confirmation.isSignedBy(envelope, key, context.ports().signatures()))
                .isPresent();
        return refuseIf(!signed, KeyRefusal.BAD_CONFIRMATION);
    }

    private static Optional<JsonObject> present(JsonObject envelope) {
        return Optional.of(envelope).filter(given -> !given.equals(JsonObject.EMPTY));
    }

    private static Optional<KeyRefusal> refuseIf(boolean condition, KeyRefusal why) {
        return condition ? Optional.of(why) : Optional.empty();
    }

    private Transition recorded(KeyEntry entry) {
        return new Transition(List.of(context.general(entry)), Outcome.Recorded::new);
    }

    private Transition refused(KeyRefusal why, String keyId, String person) {
        return Transition.refused(
                context.general(new KeyEntry.Refused(keyId, person, why.code())), why.code(), why.sentence());
    }
}
