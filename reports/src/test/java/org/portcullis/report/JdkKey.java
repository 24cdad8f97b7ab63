package org.portcullis.report;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.journal.Signer;

/** A real Ed25519 key of the JDK, the same for the same number, and the check of its signatures. */
public final class JdkKey implements Signer {
    /** RFC 8410: the bytes in front of the 32 bytes of a public key. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public static final SignatureCheck CHECK = JdkKey::accepts;

    private final String keyId;
    private final KeyPair pair;

    private JdkKey(String keyId, KeyPair pair) {
        this.keyId = keyId;
        this.pair = pair;
    }

    public static JdkKey of(String keyId, int seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SameBytes(seed));
            return new JdkKey(keyId, generator.generateKeyPair());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public byte[] publicKey() {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean accepts(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + publicKey.length);
            System.arraycopy(publicKey, 0, encoded, PREFIX.length, publicKey.length);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** Gives the same bytes every time, so that tests have the same keys. */
    private static final class SameBytes extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final int seed;

        SameBytes(int seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (seed * 31 + i);
            }
        }
    }
}
