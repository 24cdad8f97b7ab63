package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.journal.anchor.TimestampCheck;

/** Holds the verifier, which has the JDK alone, to tokens that BouncyCastle signs with every algorithm of the format. */
class TimestampAlgorithmsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");
    private static final X500Name NAME = new X500Name("CN=authority.example");
    private static final byte[] STAMPED = "a signed root\n".getBytes(StandardCharsets.UTF_8);
    private static final Rejection.Place PLACE = Rejection.Place.of("timestamp.tsr");
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final Map<String, Authority> AUTHORITIES = Map.of(
            "RSA", Authority.of("RSA", 2_048, "SHA256withRSA"),
            "EC", Authority.of("EC", 256, "SHA256withECDSA"),
            "Ed25519", Authority.of("Ed25519", 255, "Ed25519"));

    /** Is an authority that certifies itself. */
    private record Authority(KeyPair keys, X509CertificateHolder certificate) {

        static Authority of(String kind, int size, String signing) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
                generator.initialize(size);
                KeyPair keys = generator.generateKeyPair();
                JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        NAME, BigInteger.ONE, Date.from(FROM), Date.from(UNTIL), NAME, keys.getPublic());
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
                return new Authority(
                        keys,
                        builder.build(new JcaContentSignerBuilder(signing)
                                .setProvider(BOUNCY_CASTLE)
                                .build(keys.getPrivate())));
            } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** Gives the one that has a key for an algorithm. */
        static Authority signing(String algorithm) {
            String rsaOrPure = algorithm.contains("RSA") ? "RSA" : "Ed25519";
            return Objects.requireNonNull(AUTHORITIES.get(algorithm.contains("ECDSA") ? "EC" : rsaOrPure));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA256withRSA",
                "SHA256withRSAandMGF1",
                "SHA384withRSAandMGF1",
                "SHA512withRSAandMGF1",
                "SHA256withECDSA",
                "SHA512withECDSA",
                "Ed25519"
            })
    void aTokenHolds(String algorithm) throws Exception {
        assertEquals(NOON, time(token(algorithm), algorithm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSAandMGF1", "Ed25519"})
    void theWriterKeepsWhatTheVerifierAccepts(String algorithm) throws Exception {
        assertEquals(NOON, TimestampCheck.trusting(pem(algorithm)).holds(STAMPED, token(algorithm)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1withRSAandMGF1", "SHA224withRSAandMGF1", "SHA3-256withRSAandMGF1", "SHA224withECDSA"})
    void aTokenOfAnotherAlgorithmDoesNot(String algorithm) {
        Rejection rejection = assertThrows(Rejection.class, () -> time(token(algorithm), algorithm));
        assertEquals(Outcome.TAMPERED, rejection.outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSAandMGF1", "Ed25519"})
    void aChangedSignatureDoesNotHold(String algorithm) throws Exception {
        byte[] token = token(algorithm);
        token[token.length - 1] ^= 1;
        Rejection rejection = assertThrows(Rejection.class, () -> time(token, algorithm));
        assertEquals(
                "the timestamp does not hold: its signature is not by a certificate that it names and brings along",
                rejection.getMessage());
    }

    private static Instant time(byte[] token, String algorithm) throws Exception {
        return Timestamp.of(token, STAMPED, TimeAuthority.read(pem(algorithm)), PLACE);
    }

    private static byte[] token(String algorithm) throws Exception {
        Authority authority = Authority.signing(algorithm);
        JcaSimpleSignerInfoGeneratorBuilder signer =
                new JcaSimpleSignerInfoGeneratorBuilder().setProvider(BOUNCY_CASTLE);
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                signer.build(algorithm, authority.keys().getPrivate(), authority.certificate()),
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("2.999.1"));
        tokens.addCertificates(new JcaCertStore(List.of(authority.certificate())));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(
                        new TimeStampRequest(TimestampCheck.query(STAMPED, BigInteger.ONE)),
                        BigInteger.ONE,
                        Date.from(NOON))
                .getEncoded();
    }

    private static String pem(String algorithm) throws Exception {
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(Authority.signing(algorithm).certificate());
        }
        return pem.toString();
    }
}
