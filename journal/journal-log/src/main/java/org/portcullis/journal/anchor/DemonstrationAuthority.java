package org.portcullis.journal.anchor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * Is a timestamp authority for demonstrations and tests: it answers as a real one does, and its word is worth nothing, because
 * whoever keeps the journal runs it.
 *
 * <p>It certifies itself: a root of its own signs the certificate of the key that stamps. Safe for several threads.
 */
public final class DemonstrationAuthority implements TimestampAuthority {

    /** What every certificate and every answer of it says. */
    public static final String NAME = "CN=Demonstration authority (proves nothing)";

    /** The policy of a demonstration: an identifier below the arc of examples, 2.999. */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.1");

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final KeyPair stamping;
    private final X509CertificateHolder root;
    private final X509CertificateHolder certificate;
    private final InstantSource time;
    private final AtomicLong serial = new AtomicLong();

    private DemonstrationAuthority(
            KeyPair stamping, X509CertificateHolder root, X509CertificateHolder certificate, InstantSource time) {
        this.stamping = stamping;
        this.root = root;
        this.certificate = certificate;
        this.time = time;
    }

    /**
     * Makes an authority with new certificates.
     *
     * @param certifying a new pair of keys on the curve P-256, which signs the certificate
     * @param stamping another one, which signs the tokens
     * @param time what the tokens say
     * @param from when the certificates begin to be valid
     * @param until when they end
     */
    public static DemonstrationAuthority of(
            KeyPair certifying, KeyPair stamping, InstantSource time, Instant from, Instant until) {
        X500Name rootName = new X500Name(NAME + ",OU=root");
        try {
            X509v3CertificateBuilder rootBuilder = builder(rootName, rootName, BigInteger.ONE, certifying, from, until);
            rootBuilder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            rootBuilder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            X509v3CertificateBuilder builder =
                    builder(rootName, new X500Name(NAME), BigInteger.TWO, stamping, from, until);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            return new DemonstrationAuthority(
                    stamping, signed(rootBuilder, certifying), signed(builder, certifying), time);
        } catch (IOException impossible) {
            throw new IllegalStateException("an extension can be encoded", impossible);
        }
    }

    /** Gives the PEM of the root certificate, which examiners of the demonstration trust. */
    public String pem() {
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(root);
        } catch (IOException impossible) {
            throw new IllegalStateException("a certificate can be written", impossible);
        }
        return pem.toString();
    }

    @Override
    public byte[] answer(byte[] query) throws IOException {
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, stamping.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(
                            new TimeStampRequest(query),
                            BigInteger.valueOf(serial.incrementAndGet()),
                            generalized(time.instant()).getDate())
                    .getEncoded();
        } catch (OperatorCreationException | CertificateException | TSPException | ParseException failed) {
            throw new IOException("the demonstration authority cannot stamp", failed);
        }
    }

    /**
     * Serves it over HTTP until it is closed.
     *
     * @param address where to listen; port 0 takes any that is free
     */
    public Serving serve(InetSocketAddress address) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/", this::answer);
        server.start();
        return new Serving(server);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean asked = exchange.getRequestMethod().equals("POST")
                    && "application/timestamp-query"
                            .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            if (!asked) {
                exchange.sendResponseHeaders(415, -1);
                return;
            }
            byte[] response = answer(exchange.getRequestBody().readNBytes(64 << 10));
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        }
    }

    /** Is an authority that listens. */
    public static final class Serving implements Closeable {

        private final HttpServer server;

        private Serving(HttpServer server) {
            this.server = server;
        }

        /** Gives the address that is asked. */
        public URI address() {
            return URI.create("http://" + server.getAddress().getHostString() + ":"
                    + server.getAddress().getPort() + "/");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, BigInteger number, KeyPair keys, Instant from, Instant until) {
        return new X509v3CertificateBuilder(
                issuer,
                number,
                new Time(generalized(from)),
                new Time(generalized(until)),
                subject,
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
    }

    private static X509CertificateHolder signed(X509v3CertificateBuilder builder, KeyPair certifying) {
        try {
            return builder.build(new JcaContentSignerBuilder(SIGNATURE).build(certifying.getPrivate()));
        } catch (OperatorCreationException unusable) {
            throw new IllegalArgumentException("the key of the root is not on the curve P-256", unusable);
        }
    }

    private static ASN1GeneralizedTime generalized(Instant at) {
        return new ASN1GeneralizedTime(TIME.format(at));
    }
}
