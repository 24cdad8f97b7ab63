package org.portcullis.journal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Encrypts a private key as PKCS#8 does (RFC 5958, EncryptedPrivateKeyInfo) with PBES2 (RFC 8018): the key from scrypt, the cipher AES-256 in CBC. Reads what it
 * writes, and the same with PBKDF2 and HMAC-SHA-256, which other tools write; nothing else, so that a file cannot ask for a weak cipher or endless work.
 *
 * <p>CBC proves nothing about what it decrypts: the caller MUST hold the key against its known public half.
 */
final class EncryptedKey {

    static final int SALT_BYTES = 16;
    static final int IV_BYTES = 16;

    private static final int KEY_BYTES = 32;
    private static final int MIN_ITERATIONS = 1_000;
    private static final int MAX_ITERATIONS = 10_000_000;
    private static final int MAX_SALT_BYTES = 64;

    private static final ASN1ObjectIdentifier PBES2 = new ASN1ObjectIdentifier("1.2.840.113549.1.5.13");
    private static final ASN1ObjectIdentifier PBKDF2 = new ASN1ObjectIdentifier("1.2.840.113549.1.5.12");
    private static final ASN1ObjectIdentifier HMAC_SHA256 = new ASN1ObjectIdentifier("1.2.840.113549.2.9");
    private static final ASN1ObjectIdentifier SCRYPT = new ASN1ObjectIdentifier("1.3.6.1.4.1.11591.4.11");
    private static final ASN1ObjectIdentifier AES256_CBC = new ASN1ObjectIdentifier("2.16.840.1.101.3.4.1.42");

    private EncryptedKey() {}

    /** Derives the bytes of a cipher's key from a passphrase. */
    private interface Derivation {
        byte[] key(byte[] passphrase);
    }

    /** Encrypts. */
    static byte[] encrypt(byte[] plain, byte[] passphrase, byte[] salt, byte[] iv, ScryptCost cost) {
        byte[] key = SCrypt.generate(passphrase, salt, cost.n(), cost.r(), cost.p(), KEY_BYTES);
        try {
            ASN1Encodable derivation = sequence(
                    SCRYPT,
                    sequence(
                            new DEROctetString(salt),
                            new ASN1Integer(cost.n()),
                            new ASN1Integer(cost.r()),
                            new ASN1Integer(cost.p())));
            ASN1Encodable cipher = sequence(AES256_CBC, new DEROctetString(iv));
            byte[] encrypted = aes(Cipher.ENCRYPT_MODE, key, iv, plain);
            return sequence(sequence(PBES2, sequence(derivation, cipher)), new DEROctetString(encrypted))
                    .getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java platform has AES", impossible);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Decrypts; empty where the passphrase is another, or the bytes were changed.
     *
     * @throws IllegalArgumentException when the bytes are not of one of the two forms
     */
    static Optional<byte[]> decrypt(byte[] encoded, byte[] passphrase) {
        ASN1Sequence whole = parts(parse(encoded), 2);
        ASN1Sequence algorithm = parts(whole.getObjectAt(0), 2);
        ASN1Sequence scheme = parts(algorithm.getObjectAt(1), 2);
        ASN1Sequence cipher = parts(scheme.getObjectAt(1), 2);
        require(algorithm.getObjectAt(0).equals(PBES2) && cipher.getObjectAt(0).equals(AES256_CBC));
        byte[] iv = octets(cipher.getObjectAt(1), IV_BYTES);
        byte[] encrypted = octets(whole.getObjectAt(1), encoded.length);
        require(iv.length == IV_BYTES && encrypted.length > 0 && encrypted.length % IV_BYTES == 0);
        byte[] key = derivation(parts(scheme.getObjectAt(0), 2)).key(passphrase);
        try {
            return Optional.of(aes(Cipher.DECRYPT_MODE, key, iv, encrypted));
        } catch (GeneralSecurityException padding) {
            return Optional.empty();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Derivation derivation(ASN1Sequence algorithm) {
        if (algorithm.getObjectAt(0).equals(SCRYPT)) {
            ASN1Sequence terms = parts(algorithm.getObjectAt(1), 4, 5);
            require(terms.size() == 4 || whole(terms.getObjectAt(4)) == KEY_BYTES);
            byte[] salt = octets(terms.getObjectAt(0), MAX_SALT_BYTES);
            ScryptCost cost = new ScryptCost(
                    whole(terms.getObjectAt(1)), whole(terms.getObjectAt(2)), whole(terms.getObjectAt(3)));
            return passphrase -> SCrypt.generate(passphrase, salt, cost.n(), cost.r(), cost.p(), KEY_BYTES);
        }
        require(algorithm.getObjectAt(0).equals(PBKDF2));
        ASN1Sequence terms = parts(algorithm.getObjectAt(1), 3, 4);
        byte[] salt = octets(terms.getObjectAt(0), MAX_SALT_BYTES);
        int iterations = whole(terms.getObjectAt(1));
        require(iterations >= MIN_ITERATIONS && iterations <= MAX_ITERATIONS);
        require(terms.size() == 3 || whole(terms.getObjectAt(2)) == KEY_BYTES);
        require(terms.getObjectAt(terms.size() - 1).equals(sequence(HMAC_SHA256, DERNull.INSTANCE)));
        return passphrase -> {
            PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
            generator.init(passphrase, salt, iterations);
            return ((KeyParameter) generator.generateDerivedMacParameters(KEY_BYTES * Byte.SIZE)).getKey();
        };
    }

    private static byte[] aes(int mode, byte[] key, byte[] iv, byte[] bytes) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return aes.doFinal(bytes);
    }

    /** Only what encodes to the same bytes again is read, so that there is one spelling. */
    private static ASN1Primitive parse(byte[] encoded) {
        try {
            ASN1Primitive read = ASN1Primitive.fromByteArray(encoded);
            require(Arrays.equals(read.getEncoded(ASN1Encoding.DER), encoded));
            return read;
        } catch (IOException | IllegalStateException | ClassCastException malformed) {
            throw new IllegalArgumentException("the bytes are no DER", malformed);
        }
    }

    private static ASN1Sequence parts(ASN1Encodable value, int... sizes) {
        require(value instanceof ASN1Sequence);
        ASN1Sequence read = (ASN1Sequence) value;
        require(Arrays.stream(sizes).anyMatch(size -> size == read.size()));
        return read;
    }

    private static byte[] octets(ASN1Encodable value, int max) {
        require(value instanceof ASN1OctetString);
        byte[] bytes = ((ASN1OctetString) value).getOctets();
        require(bytes.length <= max);
        return bytes;
    }

    private static int whole(ASN1Encodable value) {
        require(value instanceof ASN1Integer);
        try {
            return ((ASN1Integer) value).intValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("a number is out of bounds", tooLarge);
        }
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("it is not encrypted with PBES2, AES-256-CBC and scrypt or PBKDF2");
        }
    }
}
