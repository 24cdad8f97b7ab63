package org.portcullis.journal;

/**
 * Says how much work it is to try one passphrase with scrypt (RFC 7914).
 *
 * @param n a power of two; with {@code r} it is the memory: 128 × n × r bytes
 * @param p how many times over
 */
record ScryptCost(int n, int r, int p) {

    /** 16 MiB five times over: as much work as 128 MiB once, and within the memory that OpenSSL allows itself. */
    static final ScryptCost USUAL = new ScryptCost(1 << 14, 8, 5);

    private static final int MIN_N = 1 << 10;
    private static final long MAX_MEMORY = 64L << 20;
    private static final int MAX_P = 16;

    /** Refuses with an {@link IllegalArgumentException} what is no cost, too little, or more than reading a file may take. */
    ScryptCost {
        boolean sound =
                n >= MIN_N && Integer.bitCount(n) == 1 && r >= 1 && p >= 1 && p <= MAX_P && 128L * n * r <= MAX_MEMORY;
        if (!sound) {
            throw new IllegalArgumentException("scrypt with n " + n + ", r " + r + " and p " + p + " is out of bounds");
        }
    }
}
