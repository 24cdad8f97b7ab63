package org.portcullis.report;

/**
 * Is what keeps a workbook from being taken for clean: it stands on the cover and in the answer of the command, and a grave one above the headings of every sheet.
 *
 * @param words the sentence, with the figures and the places
 */
public record Reservation(Kind kind, String words) {

    /** Says what it is about, the gravest first. */
    public enum Kind {
        /** The journal does not verify. */
        NOT_VERIFIED("NOT VERIFIED", true),
        /** Decisions are by a policy that the journal never put in force, or a policy handed over is not one of those in force. */
        POLICY_DOES_NOT_MATCH("POLICY DOES NOT MATCH", true),
        /** The journal has no entry in the period. */
        EMPTY_PERIOD("EMPTY PERIOD", true),
        /** The journal has entries in the period and no decision. */
        NO_DECISIONS("NO DECISIONS", false);

        private final String title;
        private final boolean grave;

        Kind(String title, boolean grave) {
            this.title = title;
            this.grave = grave;
        }

        /** Gives the words that stand first. */
        public String title() {
            return title;
        }

        /** Tells whether every sheet says so, and a command that finds it ends with a failure. */
        public boolean isGrave() {
            return grave;
        }
    }

    /** Gives the whole sentence as it stands on the cover. */
    public String text() {
        return kind.title() + ". " + words;
    }
}
