package org.portcullis.engine.flow;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.KeyRefusal;
import org.portcullis.engine.entry.KeyEntry;

/** Keeps the keys of people: enrols them with proof of possession and a second person, and revokes them. */
record Keeping(Context context) {

    Transition enrol(Command.EnrolKey command) {
        Optional<Enrolment> read = Enrolment.read(command.enrolment());
        if (read.isEmpty()) {
            return refused(KeyRefusal.MALFORMED, "", "");
        }
        Enrolment enrolment = read.get();
        return whyNot(command, enrolment)
                .map(why -> refused(why, enrolment.keyId(), enrolment.person()))
                .orElseGet(() -> recorded(new KeyEntry.Enrolled(
                        enrolment.keyId(),
                        enrolment.person(),
                        enrolment.publicKey(),
                        command.enrolment(),
                        command.confirmedBy())));
    }

    Transition revoke(Command.RevokeKey command) {
        Optional<EnrolledKey> key = context.state().find(command.keyId()).filter(found -> !found.revoked());
        return key.isEmpty()
                ? refused(KeyRefusal.UNKNOWN_KEY, command.keyId(), command.by())
                : recorded(new KeyEntry.Revoked(command.keyId(), key.get().person(), command.by(), command.reason()));
    }

    private Optional<KeyRefusal> whyNot(Command.EnrolKey command, Enrolment enrolment) {
        String engineKey =
                Base64.getEncoder().encodeToString(context.ports().tokenSigner().publicKey());
        boolean taken = enrolment.publicKey().equals(engineKey)
                || context.state().keys.values().stream()
                        .anyMatch(key -> key.publicKey().equals(enrolment.publicKey()));
        if (!enrolment.isProvenBy(command.enrolment(), context.ports().signatures())) {
            return Optional.of(KeyRefusal.NO_POSSESSION);
        }
        if (context.directory().find(enrolment.person()).isEmpty()) {
            return Optional.of(KeyRefusal.UNKNOWN_PERSON);
        }
        if (command.confirmedBy().equals(enrolment.person())
                || context.directory().find(command.confirmedBy()).isEmpty()) {
            return Optional.of(KeyRefusal.NO_SECOND_PERSON);
        }
        if (context.state().find(enrolment.keyId()).isPresent()) {
            return Optional.of(KeyRefusal.KEY_ID_TAKEN);
        }
        return taken ? Optional.of(KeyRefusal.KEY_TAKEN) : Optional.empty();
    }

    private Transition recorded(KeyEntry entry) {
        return new Transition(List.of(context.general(entry)), Outcome.Recorded::new);
    }

    private Transition refused(KeyRefusal why, String keyId, String person) {
        return Transition.refused(
                context.general(new KeyEntry.Refused(keyId, person, why.code())), why.code(), why.sentence());
    }
}
