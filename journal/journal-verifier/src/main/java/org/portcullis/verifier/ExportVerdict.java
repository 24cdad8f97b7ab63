package org.portcullis.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Is the verdict on an export.
 *
 * @param verdict the verdict
 * @param part which part of the journal the export is, where its first line could be read
 */
public record ExportVerdict(Verdict verdict, Optional<ExportedPart> part) {

    /** Tells whether everything that is shown holds. */
    public boolean isValid() {
        return verdict.isValid();
    }

    /** Gives the verdict as lines for a terminal. */
    public String text() {
        return verdict.text();
    }

    /** Gives what is exported as a member of a JSON object, or nothing. */
    String exported() {
        return part.map(some -> "\"export\":{" + some.jsonMembers() + "}").orElse("");
    }

    /** Gives the verdict as one JSON document for machines. */
    public String json() {
        return new Answer(verdict, exported(), List.of(), Optional.empty()).json();
    }

    /** What the reader of a verdict on a part of a journal must also know. */
    static List<String> notes(ExportedPart part, boolean extendsSomething, List<String> ofPeople) {
        List<String> notes = new ArrayList<>();
        notes.add("scope, as the exporter states it: " + part.scope());
        if (part.context() > 0) {
            notes.add("shown outside of the range because checks need them: " + part.context());
        }
        boolean whole = part.withheld() == 0 && part.from() == 0 && part.to() == part.size();
        if (!whole) {
            notes.add(
                    "a part of a journal cannot show what the rest of it says: whether an entry that is not shown here "
                            + "revokes a key, ends a hold or belongs to the same case");
        }
        if (!extendsSomething) {
            notes.add(
                    "no earlier checkpoint or export was given: a journal that was cut back or written anew is not noticed");
        }
        notes.addAll(ofPeople);
        notes.add("digest of the export: " + part.digest());
        return notes;
    }
}
