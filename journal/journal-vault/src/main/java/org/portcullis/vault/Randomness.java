package org.portcullis.vault;

/** Gives the randomness of pseudonyms and salts. */
@FunctionalInterface
public interface Randomness {

    /** Fills the array with bytes from a cryptographic source that nobody can foresee; implementations MUST be safe for use by many threads. Tests may count. */
    void fill(byte[] bytes);
}
