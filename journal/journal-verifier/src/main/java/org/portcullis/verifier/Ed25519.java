package org.portcullis.verifier;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Checks Ed25519 signatures (RFC 8032) with the JDK. */
final class Ed25519 {

    static final int KEY_BYTES = 32;

    private static final int SIGNATURE_BYTES = 64;

    /** The SubjectPublicKeyInfo of RFC 8410 up to the key itself. */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The encodings, without the sign, of the points whose order divides 8: who has such a key has signed everything. */
    private static final Set<String> SMALL_ORDER = Set.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    private Ed25519() {}

    /**
     * Tells whether the signature holds. The length is checked first: JDK 17 accepts 65 bytes; and the key, because libraries differ on
     * those of small order.
     */
    static boolean accepts(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != KEY_BYTES || signature.length != SIGNATURE_BYTES || isOfSmallOrder(publicKey)) {
            return false;
        }
        try {
            byte[] spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + KEY_BYTES);
            System.arraycopy(publicKey, 0, spki, SPKI_PREFIX.length, KEY_BYTES);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private static boolean isOfSmallOrder(byte[] publicKey) {
        byte[] unsigned = publicKey.clone();
        unsigned[KEY_BYTES - 1] &= 0x7F;
        return SMALL_ORDER.contains(HexFormat.of().formatHex(unsigned));
    }
}
