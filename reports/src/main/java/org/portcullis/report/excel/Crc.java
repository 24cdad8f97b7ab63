package org.portcullis.report.excel;

/**
 * Joins checksums: that of two parts in a row follows from those of the parts.
 *
 * <p>CRC-32 is the remainder of a polynomial over the field of two elements, by the polynomial of ISO/IEC 8802-3 (RFC 1952, section 8). To put a
 * part behind another multiplies the remainder of the first with x to the power of the second's length in bits.
 */
final class Crc {

    /** The polynomial with its bits reversed and without the leading one, as archives use it. */
    private static final int POLYNOMIAL = 0xEDB88320;

    private static final int ONE = 0x80000000;
    private static final int X_TO_THE_8TH = 0x00800000;

    private Crc() {}

    /**
     * Gives the checksum of two parts in a row.
     *
     * @param first the checksum of the first
     * @param second that of the second
     * @param length how many bytes the second has
     */
    static long joined(long first, long second, long length) {
        return (product((int) first, power(length)) ^ (int) second) & 0xFFFF_FFFFL;
    }

    /** Gives x to the power of eight times the exponent, by squaring. */
    private static int power(long exponent) {
        int power = ONE;
        int square = X_TO_THE_8TH;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            power = (rest & 1) == 1 ? product(power, square) : power;
            square = product(square, square);
        }
        return power;
    }

    /** Multiplies two remainders. */
    private static int product(int left, int right) {
        int product = 0;
        int shifted = right;
        for (int bits = left; bits != 0; bits <<= 1) {
            product ^= bits < 0 ? shifted : 0;
            shifted = (shifted & 1) == 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
        }
        return product;
    }
}
