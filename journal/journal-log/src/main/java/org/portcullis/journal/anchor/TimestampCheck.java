package org.portcullis.journal.anchor;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.bouncycastle.util.Store;
import org.portcullis.model.json.Digest;

/**
 * Makes queries for timestamps and checks the answers against certificates that the caller trusts (RFC 3161).
 *
 * <p>An answer holds when it is granted; its token is over SHA-256 of the bytes and has the nonce of the query; it is signed
 * with a certificate that the token names, whose one purpose is timestamping, that was valid at the time in the token, and
 * that leads to a trusted certificate. Whether a certificate was revoked is not looked at. Immutable.
 */
public final class TimestampCheck {

    /** The JDK has RSASSA-PSS only under a name that the library does not ask it for. */
    private static final Provider LIBRARY = new BouncyCastleProvider();

    private static final int MAX_CHAIN = 4;

    private static final Pattern TIME =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})(?:[.]([0-9]{1,9}))?Z");

    private final List<X509CertificateHolder> trusted;

    private TimestampCheck(List<X509CertificateHolder> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * Trusts the certificates of a PEM file: of the authority, or of who certifies it.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static TimestampCheck trusting(String pem) {
        List<X509CertificateHolder> certificates = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof X509CertificateHolder certificate) {
                    certificates.add(certificate);
                }
            }
        } catch (IOException malformed) {
            throw new IllegalArgumentException("the certificates of the authority are not PEM", malformed);
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("there is no certificate of an authority; give its PEM file");
        }
        return new TimestampCheck(certificates);
    }

    /**
     * Makes a query for a timestamp over bytes, which asks for the certificate too.
     *
     * @param nonce what no earlier query had and nobody can foresee
     */
    public static byte[] query(byte[] bytes, BigInteger nonce) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            return generator
                    .generate(TSPAlgorithms.SHA256, Digest.of(bytes).hash(), nonce)
                    .getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException("a query can be encoded", impossible);
        }
    }

    /** Gives the time of an answer to a query when it holds. */
    public Instant accept(byte[] query, byte[] answer) throws RefusedTimestamp {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            TimeStampToken token = granted(response);
            response.validate(new TimeStampRequest(query));
            return time(token);
        } catch (TSPException | IOException | RuntimeException refused) {
            // The library throws of all kinds for bytes that are no answer.
            throw refused(refused);
        }
    }

    /** Gives the time of an answer that was kept when it holds for these bytes. */
    public Instant holds(byte[] bytes, byte[] answer) throws RefusedTimestamp {
        try {
            TimeStampToken token = granted(new TimeStampResponse(answer));
            TimeStampTokenInfo stamped = token.getTimeStampInfo();
            boolean same = stamped.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                    && java.security.MessageDigest.isEqual(Digest.of(bytes).hash(), stamped.getMessageImprintDigest());
            if (!same) {
                throw new RefusedTimestamp("the token is over other bytes");
            }
            return time(token);
        } catch (TSPException | IOException | RuntimeException refused) {
            throw refused(refused);
        }
    }

    private static TimeStampToken granted(TimeStampResponse response) throws RefusedTimestamp {
        boolean granted = response.getStatus() == 0 || response.getStatus() == 1;
        TimeStampToken token = response.getTimeStampToken();
        if (!granted || token == null) {
            throw new RefusedTimestamp("the authority did not grant it: status " + response.getStatus()
                    + (response.getStatusString() == null ? "" : ", " + response.getStatusString()));
        }
        return token;
    }

    private Instant time(TimeStampToken token) throws RefusedTimestamp, TSPException {
        Store<X509CertificateHolder> sent = token.getCertificates();
        List<X509CertificateHolder> signers = Stream.concat(sent.getMatches(null).stream(), trusted.stream())
                .filter(token.getSID()::match)
                .toList();
        if (signers.isEmpty()) {
            throw new RefusedTimestamp("the token does not bring the certificate that it is signed with");
        }
        X509CertificateHolder signer = signers.get(0);
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(LIBRARY)
                    .build(signer));
        } catch (OperatorCreationException | CertificateException unusable) {
            throw new RefusedTimestamp("the certificate of the authority cannot be used", unusable);
        }
        if (!leadsToTrust(signer, sent, token.getTimeStampInfo(), 0)) {
            throw new RefusedTimestamp("the authority is not one that is trusted here");
        }
        return instant(token.getTimeStampInfo());
    }

    private boolean leadsToTrust(
            X509CertificateHolder certificate,
            Store<X509CertificateHolder> sent,
            TimeStampTokenInfo stamped,
            int depth) {
        if (!certificate.isValidOn(stamped.getGenTime()) || depth == MAX_CHAIN) {
            return false;
        }
        if (trusted.contains(certificate)) {
            return true;
        }
        List<X509CertificateHolder> issuers = new ArrayList<>(trusted);
        issuers.addAll(sent.getMatches(null));
        return issuers.stream()
                .filter(issuer -> isIssuedBy(certificate, issuer))
                .anyMatch(issuer -> leadsToTrust(issuer, sent, stamped, depth + 1));
    }

    private static boolean isIssuedBy(X509CertificateHolder certificate, X509CertificateHolder issuer) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(issuer.getExtensions());
        if (!certificate.getIssuer().equals(issuer.getSubject()) || constraints == null || !constraints.isCA()) {
            return false;
        }
        try {
            return certificate.isSignatureValid(
                    new JcaContentVerifierProviderBuilder().setProvider(LIBRARY).build(issuer));
        } catch (OperatorCreationException | CertificateException | CertException unusable) {
            return false;
        }
    }

    private static Instant instant(TimeStampTokenInfo stamped) throws RefusedTimestamp {
        Matcher time = TIME.matcher(stamped.toASN1Structure().getGenTime().getTimeString());
        try {
            if (time.matches()) {
                String fraction = time.group(7) == null ? "" : time.group(7);
                return LocalDateTime.of(
                                number(time, 1),
                                number(time, 2),
                                number(time, 3),
                                number(time, 4),
                                number(time, 5),
                                number(time, 6),
                                Integer.parseInt((fraction + "000000000").substring(0, 9)))
                        .toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException noSuchTime) {
            throw new RefusedTimestamp("the token has no time that there is", noSuchTime);
        }
        throw new RefusedTimestamp("the time in the token is not in UTC to the second");
    }

    private static int number(Matcher time, int group) {
        return Integer.parseInt(time.group(group));
    }

    private static RefusedTimestamp refused(Exception cause) {
        return new RefusedTimestamp("the answer of the authority does not hold: " + cause.getMessage(), cause);
    }
}
