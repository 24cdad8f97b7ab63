package org.portcullis.journal.anchor;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.portcullis.model.json.Digest;

/** Stamps with a certificate that is for servers: everything in its tokens is right but the purpose of the certificate. */
record ServerCertificate(KeyPair keys, X509CertificateHolder certificate, Instant time) implements TimestampAuthority {

    private static final String SIGNATURE = "SHA256withECDSA";

    static ServerCertificate of(KeyPair keys, Instant time) throws IOException, OperatorCreationException {
        X500Name name = new X500Name("CN=server");
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(time.minus(Duration.ofDays(1))),
                Date.from(time.plus(Duration.ofDays(1))),
                name,
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        return new ServerCertificate(
                keys, builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())), time);
    }

    String pem() throws IOException {
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(certificate);
        }
        return pem.toString();
    }

    @Override
    public byte[] answer(byte[] query) throws IOException {
        TimeStampRequest asked = new TimeStampRequest(query);
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(asked.getMessageImprintAlgOID());
        TSTInfo stamped = new TSTInfo(
                new ASN1ObjectIdentifier("2.999.1"),
                new MessageImprint(sha256, asked.getMessageImprintDigest()),
                new ASN1Integer(1),
                new ASN1GeneralizedTime(Date.from(time)),
                null,
                null,
                new ASN1Integer(asked.getNonce()),
                null,
                null);
        try {
            byte[] hash = Digest.of(certificate.getEncoded()).hash();
            SigningCertificateV2 signing = new SigningCertificateV2(new ESSCertIDv2(hash));
            Attribute attribute = new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(signing));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(
                                    new DefaultSignedAttributeTableGenerator(new AttributeTable(attribute)))
                            .build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate()), certificate));
            ASN1EncodableVector response = new ASN1EncodableVector();
            response.add(new DERSequence(new ASN1Integer(0)));
            response.add(generator
                    .generate(
                            new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, stamped.getEncoded("DER")),
                            true)
                    .toASN1Structure());
            return new DERSequence(response).getEncoded();
        } catch (CMSException | OperatorCreationException | GeneralSecurityException failed) {
            throw new IOException(failed);
        }
    }
}
