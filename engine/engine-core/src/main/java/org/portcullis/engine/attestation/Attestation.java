package org.portcullis.engine.attestation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Is one statement with what was done about it.
 *
 * @param statement as the first act brought it
 * @param steps what was done, in the order of the entries
 */
public record Attestation(AttestationStatement statement, List<Step> steps) {

    /** Copies the list. */
    public Attestation {
        steps = List.copyOf(steps);
    }

    /**
     * Is one act in the journal.
     *
     * @param entry the index of its entry
     * @param fault why it does not count; empty where the signature holds and the person may
     */
    public record Step(AttestationAct act, long entry, Instant at, String fault) {

        /** Whether it counts. */
        public boolean holds() {
            return fault.isEmpty();
        }
    }

    /** Finds the act of a role. */
    public Optional<Step> step(AttestationRole role) {
        return steps.stream().filter(step -> step.act().role() == role).findFirst();
    }

    /** Finds the act of a role that counts. */
    public Optional<Step> held(AttestationRole role) {
        return step(role).filter(Step::holds);
    }

    /** Whether three different people have drafted, audited and approved it, each with a signature that holds. */
    public boolean isSigned() {
        HashSet<String> people = new HashSet<>();
        for (AttestationRole role : AttestationRole.values()) {
            held(role).ifPresent(step -> people.add(step.act().person()));
        }
        return people.size() == AttestationRole.values().length;
    }

    /** Says why somebody may not do this next; empty where they may. */
    public Optional<String> refusal(AttestationRole role, String person) {
        for (AttestationRole before : AttestationRole.values()) {
            if (before == role) {
                break;
            }
            if (held(before).isEmpty()) {
                return Optional.of("nobody has " + before.past() + " this statement in the journal; one person drafts,"
                        + " then another audits, then a third approves");
            }
        }
        if (step(role).isPresent()) {
            return Optional.of("this statement was " + role.past() + " already, entry "
                    + step(role).orElseThrow().entry());
        }
        return steps.stream()
                .filter(step -> step.act().person().equals(person))
                .findFirst()
                .map(step -> "`" + person + "` has " + step.act().role().past() + " this statement, entry "
                        + step.entry() + "; another person has to do this");
    }
}
