package org.portcullis.verifier;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds the certificates that the examiner trusts for timestamps: of the authority itself, or of those that certify it. Whether
 * one was revoked is not looked up: that needs a network, and an examination has none.
 *
 * @param certificates at least one
 */
record TimeAuthority(List<X509Certificate> certificates) {

    private static final String TIMESTAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String EXTENDED_USE = "2.5.29.37";
    private static final int MAX_PATH = 5;

    TimeAuthority {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads certificates in PEM.
     *
     * @throws IllegalArgumentException when there is none, or one that cannot be read
     */
    static TimeAuthority read(String pem) {
        try {
            byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
            List<X509Certificate> certificates = new ArrayList<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .forEach(one -> certificates.add((X509Certificate) one));
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("the file of the timestamp authority has no certificate in PEM");
            }
            return new TimeAuthority(certificates);
        } catch (CertificateException malformed) {
            throw new IllegalArgumentException(
                    "the file of the timestamp authority has no certificate in PEM", malformed);
        }
    }

    /** Tells whether a certificate is for timestamps alone, and is trusted or certified by one that is, at a time. */
    boolean trusts(X509Certificate signer, Collection<X509Certificate> others, Instant at) {
        try {
            boolean forTimestamps = signer.getExtendedKeyUsage() != null
                    && signer.getExtendedKeyUsage().equals(List.of(TIMESTAMPING))
                    && signer.getCriticalExtensionOIDs() != null
                    && signer.getCriticalExtensionOIDs().contains(EXTENDED_USE);
            if (!forTimestamps) {
                return false;
            }
            signer.checkValidity(Date.from(at));
            return certificates.contains(signer) || hasPath(signer, others, at);
        } catch (CertificateException outsideItsTime) {
            return false;
        }
    }

    private boolean hasPath(X509Certificate signer, Collection<X509Certificate> others, Instant at) {
        Set<TrustAnchor> anchors = new HashSet<>();
        certificates.forEach(certificate -> anchors.add(new TrustAnchor(certificate, null)));
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        List<X509Certificate> known = new ArrayList<>(others);
        known.addAll(certificates);
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.setMaxPathLength(MAX_PATH);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException noPath) {
            return false;
        }
    }
}
