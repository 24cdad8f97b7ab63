package org.portcullis.engine.flow;

/** Gives the names of tokens and the nonces of holds; the one place where chance enters the engine. */
@FunctionalInterface
public interface NonceSource {

    /**
     * Gives a text that was never given before and that nobody can foresee.
     *
     * <p>Implementations MUST give at least 128 bits from a cryptographic source, as 16 to 100 letters and digits. Tests may count.
     */
    String next();
}
