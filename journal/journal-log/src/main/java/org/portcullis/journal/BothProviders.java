package org.portcullis.journal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.portcullis.engine.journal.SignatureCheck;

/**
 * Admits a signature that has 64 bytes and that BouncyCastle <b>and</b> the JDK accept.
 *
 * <p>The two disagree on 212 of the 914 published edge cases of C2SP/CCTV, and JDK 17 accepts a signature of 65 bytes:
 * what only one accepts could later be denied. Safe for calls from several threads.
 */
public final class BothProviders implements SignatureCheck {

    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    /** The SubjectPublicKeyInfo of RFC 8410 up to the key itself. */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    @Override
    public boolean accepts(byte[] publicKey, byte[] message, byte[] signature) {
        return publicKey.length == KEY_BYTES
                && signature.length == SIGNATURE_BYTES
                && bouncyCastleAccepts(publicKey, message, signature)
                && jdkAccepts(publicKey, message, signature);
    }

    private static boolean bouncyCastleAccepts(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            org.bouncycastle.crypto.signers.Ed25519Signer check = new org.bouncycastle.crypto.signers.Ed25519Signer();
            check.init(false, new Ed25519PublicKeyParameters(publicKey, 0));
            check.update(message, 0, message.length);
            return check.verifySignature(signature);
        } catch (IllegalArgumentException notAPoint) {
            return false;
        }
    }

    private static boolean jdkAccepts(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            byte[] spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + KEY_BYTES);
            System.arraycopy(publicKey, 0, spki, SPKI_PREFIX.length, KEY_BYTES);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }
}
