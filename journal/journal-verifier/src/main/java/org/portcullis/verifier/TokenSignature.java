package org.portcullis.verifier;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Is the algorithm that signs a timestamp token: RSA (PKCS #1 v1.5 or RSASSA-PSS), ECDSA or Ed25519, with SHA-256, SHA-384 or
 * SHA-512.
 *
 * @param digest the name of the digest that the token states for its signer
 * @param algorithm the object identifier, and its parameters
 */
record TokenSignature(String digest, List<Der> algorithm) {

    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String RSASSA_PSS = "1.2.840.113549.1.1.10";
    private static final String ED25519 = "1.3.101.112";

    private static final Map<String, String> OTHERS = Map.of(
            "1.2.840.113549.1.1.11", "SHA256withRSA",
            "1.2.840.113549.1.1.12", "SHA384withRSA",
            "1.2.840.113549.1.1.13", "SHA512withRSA",
            "1.2.840.10045.4.3.2", "SHA256withECDSA",
            "1.2.840.10045.4.3.3", "SHA384withECDSA",
            "1.2.840.10045.4.3.4", "SHA512withECDSA");

    /** What stands before the 32 bytes of a key in a certificate (RFC 8410). */
    private static final byte[] ED25519_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

    TokenSignature {
        algorithm = List.copyOf(algorithm);
    }

    /** Tells whether a signature holds under the key of a certificate. */
    boolean holds(X509Certificate certificate, byte[] signed, byte[] signature) throws Der.Malformed {
        Der identifier = Der.one(algorithm, 0);
        if (identifier.isObject(ED25519)) {
            return isPure() && holdsPure(certificate, signed, signature);
        }
        try {
            Signature check;
            if (identifier.isObject(RSASSA_PSS)) {
                check = Signature.getInstance("RSASSA-PSS");
                check.setParameter(maskedParameters());
            } else {
                Timestamp.requireNoParameters(algorithm);
                boolean plain = identifier.isObject(RSA);
                check = Signature.getInstance(
                        plain ? digest.replace("-", "") + "withRSA" : Timestamp.named(OTHERS, identifier));
            }
            check.initVerify(certificate.getPublicKey());
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    /** Ed25519 has no parameters and goes with SHA-512 (RFC 8419). */
    private boolean isPure() {
        return algorithm.size() == 1 && digest.equals("SHA-512");
    }

    private static boolean holdsPure(X509Certificate certificate, byte[] signed, byte[] signature) {
        byte[] key = certificate.getPublicKey().getEncoded();
        boolean pure = key.length == ED25519_KEY.length + Ed25519.KEY_BYTES
                && Arrays.equals(key, 0, ED25519_KEY.length, ED25519_KEY, 0, ED25519_KEY.length);
        return pure && Ed25519.accepts(Arrays.copyOfRange(key, ED25519_KEY.length, key.length), signed, signature);
    }

    /** Reads the parameters of RSASSA-PSS: the digest of the token, in the mask as well (RFC 4056). */
    private PSSParameterSpec maskedParameters() throws Der.Malformed {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(Der.one(algorithm, 1).encoded());
            PSSParameterSpec read = parameters.getParameterSpec(PSSParameterSpec.class);
            boolean sameDigest = read.getDigestAlgorithm().equals(digest)
                    && read.getMGFAlgorithm().equals("MGF1")
                    && read.getMGFParameters() instanceof MGF1ParameterSpec mask
                    && mask.getDigestAlgorithm().equals(digest);
            if (!sameDigest) {
                throw new Der.Malformed("it uses an algorithm that this verifier does not know");
            }
            return read;
        } catch (IOException | GeneralSecurityException malformed) {
            throw new Der.Malformed("the parameters of its signature cannot be read");
        }
    }
}
