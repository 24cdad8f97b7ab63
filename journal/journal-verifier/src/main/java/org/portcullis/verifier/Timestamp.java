package org.portcullis.verifier;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a timestamp response (RFC 3161) with the JDK: that a trusted authority says that some bytes existed at a time. The
 * token is CMS signed data (RFC 5652) over the statement; whatever is not of that form is malformed, and nothing in it can make
 * this throw anything else.
 */
final class Timestamp {

    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String STATEMENT = "1.2.840.113549.1.9.16.1.4";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";

    private static final Map<String, String> DIGESTS =
            Map.of(SHA_256, "SHA-256", "2.16.840.1.101.3.4.2.2", "SHA-384", "2.16.840.1.101.3.4.2.3", "SHA-512");

    private static final Pattern TIME =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})(\\.[0-9]{0,8}[1-9])?Z");

    private static final int MAX_CERTIFICATES = 16;

    /** The implicit member in which a signer is named by the identifier of its key. */
    private static final int KEY_IDENTIFIER = 0x80;

    private final byte[] statement;
    private final List<X509Certificate> certificates;
    private final List<Der> signer;

    private Timestamp(byte[] statement, List<X509Certificate> certificates, List<Der> signer) {
        this.statement = statement;
        this.certificates = certificates;
        this.signer = signer;
    }

    /** Gives the time that a response states about some bytes. */
    static Instant of(byte[] response, byte[] stamped, TimeAuthority authority, Rejection.Place place)
            throws Rejection {
        try {
            Timestamp token = read(response);
            List<Der> stated = Der.read(token.statement).items(Der.SEQUENCE);
            requireImprint(Der.one(stated, 2), stamped);
            Instant at = time(Der.one(stated, 4).time());
            X509Certificate certificate = token.requireSigned();
            if (!authority.trusts(certificate, token.certificates, at)) {
                throw new Rejection(
                        Outcome.UNTRUSTED_KEY, place, "the timestamp is not by an authority that the examiner trusts");
            }
            return at;
        } catch (Der.Malformed malformed) {
            throw new Rejection(Outcome.TAMPERED, place, "the timestamp does not hold: " + malformed.getMessage());
        }
    }

    private static Timestamp read(byte[] response) throws Der.Malformed {
        List<Der> parts = Der.read(response).items(Der.SEQUENCE);
        byte[] status = Der.one(Der.one(parts, 0).items(Der.SEQUENCE), 0).content(Der.INTEGER);
        boolean granted = status.length == 1 && (status[0] == 0 || status[0] == 1);
        if (!granted || parts.size() != 2) {
            throw new Der.Malformed("the authority did not grant it");
        }
        List<Der> content = parts.get(1).items(Der.SEQUENCE);
        requireObject(Der.one(content, 0), SIGNED_DATA);
        List<Der> wrapped = Der.one(content, 1).items(Der.MEMBER);
        List<Der> data = Der.one(wrapped, 0).items(Der.SEQUENCE);
        requireVersion(Der.one(data, 0), 3, 5);
        List<Der> encapsulated = Der.one(data, 2).items(Der.SEQUENCE);
        requireObject(Der.one(encapsulated, 0), STATEMENT);
        byte[] statement =
                Der.one(Der.one(encapsulated, 1).items(Der.MEMBER), 0).content(Der.OCTETS);
        List<X509Certificate> certificates =
                Der.one(data, 3).tag() == Der.MEMBER ? certificates(data.get(3).items(Der.MEMBER)) : List.of();
        List<Der> signers = Der.one(data, data.size() - 1).items(Der.SET);
        if (signers.size() != 1) {
            throw new Der.Malformed("it has " + signers.size() + " signers and needs 1");
        }
        List<Der> signer = signers.get(0).items(Der.SEQUENCE);
        requireListed(Der.one(signer, 2), Der.one(data, 1).items(Der.SET));
        return new Timestamp(statement, certificates, signer);
    }

    private static void requireVersion(Der version, int from, int to) throws Der.Malformed {
        byte[] number = version.content(Der.INTEGER);
        if (number.length != 1 || number[0] < from || number[0] > to) {
            throw new Der.Malformed("it is of another version");
        }
    }

    /** The digest of the signer stands in the list of digests that the token begins with. */
    private static void requireListed(Der digest, List<Der> listed) throws Der.Malformed {
        String name = digest(digest);
        boolean found = false;
        for (Der one : listed) {
            found |= digest(one).equals(name);
        }
        if (!found) {
            throw new Der.Malformed("it does not begin with the digest of its signer");
        }
    }

    /** Gives the name of a digest, which has no parameters, or says so. */
    private static String digest(Der algorithm) throws Der.Malformed {
        List<Der> parts = algorithm.items(Der.SEQUENCE);
        String name = named(DIGESTS, Der.one(parts, 0));
        requireNoParameters(parts);
        return name;
    }

    /** An algorithm has no parameters when none follow it, or the one that says that there are none. */
    static void requireNoParameters(List<Der> algorithm) throws Der.Malformed {
        boolean none = algorithm.size() == 1
                || (algorithm.size() == 2 && algorithm.get(1).content(Der.NULL).length == 0);
        if (!none) {
            throw new Der.Malformed("it uses an algorithm with parameters that it does not have");
        }
    }

    private static List<X509Certificate> certificates(List<Der> items) throws Der.Malformed {
        if (items.size() > MAX_CERTIFICATES) {
            throw new Der.Malformed("it has over " + MAX_CERTIFICATES + " certificates");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (Der item : items) {
            try {
                X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(item.encoded()));
                certificates.add(certificate);
            } catch (CertificateException malformed) {
                throw new Der.Malformed("a certificate in it cannot be read");
            }
        }
        return certificates;
    }

    private static void requireImprint(Der imprint, byte[] stamped) throws Der.Malformed {
        List<Der> parts = imprint.items(Der.SEQUENCE);
        requireObject(Der.one(Der.one(parts, 0).items(Der.SEQUENCE), 0), SHA_256);
        if (!Arrays.equals(Der.one(parts, 1).content(Der.OCTETS), Sha256.of(stamped))) {
            throw new Der.Malformed("it is over other bytes");
        }
    }

    /** Requires the signature over the signed attributes, and gives the certificate whose key made it. */
    private X509Certificate requireSigned() throws Der.Malformed {
        String digest = digest(Der.one(signer, 2));
        Der attributes = Der.one(signer, 3);
        List<Der> all = attributes.items(Der.MEMBER);
        requireObject(attribute(all, CONTENT_TYPE).orElseThrow(Timestamp::noAttribute), STATEMENT);
        byte[] stated = attribute(all, MESSAGE_DIGEST)
                .orElseThrow(Timestamp::noAttribute)
                .content(Der.OCTETS);
        if (!Arrays.equals(stated, hash(digest, statement))) {
            throw new Der.Malformed("its statement is not the one that was signed");
        }
        TokenSignature signing = new TokenSignature(digest, Der.one(signer, 4).items(Der.SEQUENCE));
        byte[] signature = Der.one(signer, 5).content(Der.OCTETS);
        byte[] signed = attributes.encoded();
        signed[0] = (byte) Der.SET;
        for (X509Certificate certificate : certificates) {
            boolean named = isNamed(all, certificate) && isSigner(Der.one(signer, 1), certificate);
            if (named && signing.holds(certificate, signed, signature)) {
                return certificate;
            }
        }
        throw new Der.Malformed("its signature is not by a certificate that it names and brings along");
    }

    /** The certificate is named by its hash, so that no other with the same key takes its place. */
    private static boolean isNamed(List<Der> attributes, X509Certificate certificate) throws Der.Malformed {
        Optional<Der> second = attribute(attributes, SIGNING_CERTIFICATE_V2);
        Optional<Der> first = attribute(attributes, SIGNING_CERTIFICATE);
        List<Der> value =
                second.or(() -> first).orElseThrow(Timestamp::noAttribute).items(Der.SEQUENCE);
        List<Der> identifiers = Der.one(value, 0).items(Der.SEQUENCE);
        List<Der> identifier = Der.one(identifiers, 0).items(Der.SEQUENCE);
        String digest = second.isPresent() ? "SHA-256" : "SHA-1";
        int at = 0;
        if (second.isPresent() && Der.one(identifier, 0).tag() == Der.SEQUENCE) {
            digest = named(DIGESTS, Der.one(identifier.get(0).items(Der.SEQUENCE), 0));
            at = 1;
        }
        try {
            return Arrays.equals(Der.one(identifier, at).content(Der.OCTETS), hash(digest, certificate.getEncoded()));
        } catch (CertificateException unencodable) {
            return false;
        }
    }

    /** The signer is named by issuer and number, or by the identifier of a key; both are the certificate's. */
    private boolean isSigner(Der identifier, X509Certificate certificate) throws Der.Malformed {
        if (identifier.tag() == KEY_IDENTIFIER) {
            requireVersion(Der.one(signer, 0), 3, 3);
            byte[] extension = certificate.getExtensionValue("2.5.29.14");
            return extension != null
                    && Arrays.equals(
                            Der.read(Der.read(extension).content(Der.OCTETS)).content(Der.OCTETS),
                            identifier.content());
        }
        requireVersion(Der.one(signer, 0), 1, 1);
        List<Der> parts = identifier.items(Der.SEQUENCE);
        return Arrays.equals(
                        Der.one(parts, 0).encoded(),
                        certificate.getIssuerX500Principal().getEncoded())
                && Arrays.equals(
                        Der.one(parts, 1).content(Der.INTEGER),
                        certificate.getSerialNumber().toByteArray());
    }

    /** Gives the one value of an attribute. */
    private static Optional<Der> attribute(List<Der> attributes, String type) throws Der.Malformed {
        Optional<Der> found = Optional.empty();
        for (Der attribute : attributes) {
            List<Der> parts = attribute.items(Der.SEQUENCE);
            if (Der.one(parts, 0).isObject(type)) {
                List<Der> values = Der.one(parts, 1).items(Der.SET);
                if (found.isPresent() || values.size() != 1) {
                    throw new Der.Malformed("an attribute in it is there more than once");
                }
                found = Optional.of(values.get(0));
            }
        }
        return found;
    }

    private static Der.Malformed noAttribute() {
        return new Der.Malformed("an attribute that it needs is missing");
    }

    /** Gives the name of an object identifier, one of those that this verifier knows. */
    static String named(Map<String, String> names, Der object) throws Der.Malformed {
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (object.isObject(name.getKey())) {
                return name.getValue();
            }
        }
        throw new Der.Malformed("it uses an algorithm that this verifier does not know");
    }

    private static void requireObject(Der found, String expected) throws Der.Malformed {
        if (!found.isObject(expected)) {
            throw new Der.Malformed("it is not a token of a timestamp authority with SHA-256");
        }
    }

    private static byte[] hash(String digest, byte[] bytes) throws Der.Malformed {
        try {
            return MessageDigest.getInstance(digest).digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new Der.Malformed("this Java has no " + digest);
        }
    }

    private static Instant time(String text) throws Der.Malformed {
        Matcher form = TIME.matcher(text);
        if (!form.matches()) {
            throw new Der.Malformed("its time is not one");
        }
        String fraction = Optional.ofNullable(form.group(7)).orElse("");
        try {
            return Instant.parse(form.group(1) + "-" + form.group(2) + "-" + form.group(3) + "T" + form.group(4) + ":"
                    + form.group(5) + ":" + form.group(6) + fraction + "Z");
        } catch (DateTimeException noSuchTime) {
            throw new Der.Malformed("its time is not one");
        }
    }
}
