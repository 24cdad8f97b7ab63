package org.portcullis.journal.export;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.json.JsonText;

/** Knows by which ids entries belong together. */
final class EntryIds {

    private static final List<String> MEMBERS = List.of(
            "submission", "hold", "petition", "token", "signedBy", "alert", "stop", "handOver", "statementDigest");

    /** What hangs on a case and may be named without the case's own id. */
    private static final List<String> PARTS = List.of("hold", "petition", "token", "alert", "stop", "handOver");

    /** What a verifier judges approvals by; see the table of approvals in {@code docs/journal-format.md}. */
    private static final List<String> JUDGED = List.of(
            "approval.",
            "attestation.",
            "decision.made",
            "hold.",
            "petition.",
            "submission.ended",
            "switch.cleared",
            "token.",
            "work.resumed");

    /** What names the petition by which it happened as {@code by}; elsewhere that is a person. */
    private static final Set<String> BY_PETITION = Set.of("switch.cleared", "work.resumed");

    private static final List<String> ALWAYS = List.of("journal.", "key.", "pack.activated", "person.");

    private EntryIds() {}

    /** Gives every id that an entry names, its correlation among them. */
    static Set<String> of(JournalEntry entry) {
        Set<String> ids = named(entry, MEMBERS);
        if (BY_PETITION.contains(entry.type())) {
            ids.addAll(named(entry, List.of("by")));
        }
        if (!entry.correlation().isEmpty()) {
            ids.add(entry.correlation());
        }
        return ids;
    }

    /** Gives the ids of what hangs on a case. */
    static Set<String> parts(JournalEntry entry) {
        return named(entry, PARTS);
    }

    /** Tells whether an entry is one by which approvals are judged. */
    static boolean isJudged(JournalEntry entry) {
        return JUDGED.stream().anyMatch(entry.type()::startsWith);
    }

    /** Tells whether an entry is shown in every export: keys, people, policies, and the journal itself. */
    static boolean isAlwaysShown(JournalEntry entry) {
        return ALWAYS.stream().anyMatch(entry.type()::startsWith);
    }

    private static Set<String> named(JournalEntry entry, List<String> members) {
        Set<String> ids = new HashSet<>();
        members.forEach(member -> entry.body()
                .find(member)
                .filter(JsonText.class::isInstance)
                .map(id -> ((JsonText) id).value())
                .filter(id -> !id.isEmpty())
                .ifPresent(ids::add));
        return ids;
    }
}
