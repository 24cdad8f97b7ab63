package org.portcullis.app.terminal;

/**
 * Colours words where a person reads them; without colour every text stays as it is, letter by letter.
 *
 * <p>Mutable: the command line chooses once, before its command runs, on the thread that runs it.
 */
public final class Ink {

    /** When answers are coloured. */
    public enum Choice {
        /** On a terminal, unless the surroundings ask for no colour. */
        AUTO,
        /** Wherever the answer goes. */
        ALWAYS,
        /** Nowhere. */
        NEVER;

        /** The choice as the command line writes it. */
        @Override
        public String toString() {
            return switch (this) {
                case AUTO -> "auto";
                case ALWAYS -> "always";
                case NEVER -> "never";
            };
        }
    }

    /** What a colour stands for. */
    public enum Tone {
        /** All is well. */
        GOOD("32"),
        /** Stopped, failed or wrong. */
        BAD("1;31"),
        /** Somebody should look. */
        ATTENTION("33"),
        /** What the eye looks for first. */
        STRONG("1"),
        /** What it may skip. */
        FAINT("2");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    private static final String ESCAPE = "\u001B[";

    private final boolean wanted;
    private boolean coloured;

    /** Takes whether answers are coloured as long as nobody chooses otherwise. */
    public Ink(boolean wanted) {
        this.wanted = wanted;
        this.coloured = wanted;
    }

    /** Never colours unless it is told to. */
    public static Ink plain() {
        return new Ink(false);
    }

    /** Follows what the user chose. */
    public void choose(Choice choice) {
        coloured = switch (choice) {
            case AUTO -> wanted;
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }

    /** The text in the colour of the tone, or as it is. */
    public String paint(Tone tone, String text) {
        return coloured && !text.isEmpty() ? ESCAPE + tone.code + "m" + text + ESCAPE + "0m" : text;
    }
}
