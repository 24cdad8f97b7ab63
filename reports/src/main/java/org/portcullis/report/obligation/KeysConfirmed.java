package org.portcullis.report.obligation;

import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.report.EvidenceRequest;

/** Looks whether somebody else confirmed every key. Mutable; one thread. */
final class KeysConfirmed extends Judging {

    KeysConfirmed(EvidenceRequest request) {
        super(request);
    }

    @Override
    public Boolean enrolled(KeyEntry.Enrolled body) {
        return count(
                body.confirmation().isPresent() && !body.confirmedBy().equals(body.person()),
                "key " + body.keyId() + " of " + body.person() + " has no second person's signature");
    }

    @Override
    public Boolean rotated(KeyEntry.Rotated body) {
        return count(
                body.confirmation().isPresent()
                        && !body.confirmedBy().equals(body.rotation().person()),
                "key " + body.rotation().keyId() + " of " + body.rotation().person()
                        + " has no second person's signature");
    }

    @Override
    Judgement judgement(Controls controls) {
        return instances.judge(Obligation.KEYS_CONFIRMED, false, "no key was enrolled or rotated in the period");
    }
}
