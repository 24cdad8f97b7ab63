package org.portcullis.engine.approval;

import java.util.Optional;
import org.portcullis.model.json.JsonObject;

/**
 * What a hold is for: what happens once every quorum is met.
 *
 * @param subject names what it is about, as {@link Kind} says; empty for a release
 */
public record Purpose(Kind kind, String subject) {

    /** A submission goes on with every line that may. */
    public static final Purpose RELEASE = new Purpose(Kind.RELEASE, "");

    private static final String KIND = "kind";
    private static final String SUBJECT = "subject";

    /** What happens. */
    public enum Kind {
        /** The submission is released. */
        RELEASE("release"),
        /** Blocked lines of the submission are released once all the same; the subject is the text of a set of lines. */
        EXCEPTIONAL_RELEASE("exceptional-release"),
        /** What a control stopped goes on; the subject is the stop's id, {@code X-…}. */
        RE_ENABLING("re-enabling"),
        /** A kill switch is let go; the subject is the control's id. */
        SWITCH_CLEARING("switch-clearing"),
        /** A policy pack is put in force; the subject is its fingerprint. */
        ACTIVATION("activation");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The kind as the journal carries it. */
        public String word() {
            return word;
        }

        private static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("`" + word + "` is no purpose of a hold");
        }
    }

    /** Whether it is for more than the release of a submission: somebody asked for it, and it has a state of its own. */
    public boolean isPetition() {
        return kind != Kind.RELEASE;
    }

    /** The purpose as entries carry it. */
    public JsonObject toJson() {
        return JsonObject.of(KIND, kind.word(), SUBJECT, subject);
    }

    /** The member of a hold's entry; none for a release, whose entry is as it always was. */
    public Optional<JsonObject> member() {
        return isPetition() ? Optional.of(toJson()) : Optional.empty();
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws org.portcullis.model.json.JsonMismatch for missing members
     * @throws IllegalArgumentException for a kind that is not known
     */
    public static Purpose fromJson(JsonObject json) {
        return new Purpose(Kind.of(json.text(KIND)), json.text(SUBJECT));
    }
}
