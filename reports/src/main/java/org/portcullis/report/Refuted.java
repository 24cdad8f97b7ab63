package org.portcullis.report;

/**
 * Is why a journal does not verify, and how much of it can be read all the same.
 *
 * @param outcome the verifier's verdict in one word, such as {@code TAMPERED}
 * @param sentence the verifier's verdict in words, with the place
 * @param trustedKey names the key that the journal was held against; empty where it was the one beside its entries
 * @param readable how many entries can be read from the first one on, in the order of the journal and with their meaning
 * @param checkpointRead whether a checkpoint can be read; if not, the request has none and names the entries that can be read in its place
 */
public record Refuted(String outcome, String sentence, String trustedKey, long readable, boolean checkpointRead) {

    /** Refuses a blank verdict and a negative number of entries with an {@link IllegalArgumentException}. */
    public Refuted {
        if (outcome.isBlank() || sentence.isBlank()) {
            throw new IllegalArgumentException("a journal that does not verify has a verdict in words");
        }
        if (readable < 0) {
            throw new IllegalArgumentException("there cannot be " + readable + " readable entries");
        }
    }
}
