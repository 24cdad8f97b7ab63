package org.portcullis.organisation.file;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Text;

/** Reads Ed25519 public keys as 64 hexadecimal digits or as PEM (RFC 7468 with the form of RFC 8410). */
final class PublicKeyText {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+?)\\s*-----END PUBLIC KEY-----\\s*");

    /** What stands before the 32 bytes of every Ed25519 key: a sequence with the algorithm 1.3.101.112 and a string of bits. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    private PublicKeyText() {}

    /** Gives the key as 64 digits in small letters, or nothing after reporting why not. */
    static Optional<String> read(Text text, Faults faults) {
        if (text.value().contains("PRIVATE KEY")) {
            faults.add(
                    text.at(),
                    "this is a private key, and whoever read the file can now sign with it",
                    "write the public key, and let the person have a new pair of keys");
            return Optional.empty();
        }
        Optional<String> hex = HEX.matcher(text.value()).matches()
                ? Optional.of(text.value().toLowerCase(Locale.ROOT))
                : pem(text.value());
        if (hex.isEmpty()) {
            faults.add(
                    text.at(),
                    "this is no Ed25519 public key",
                    "write its 32 bytes as 64 hexadecimal digits, or as PEM from `-----BEGIN PUBLIC KEY-----` on");
        }
        return hex;
    }

    private static Optional<String> pem(String text) {
        java.util.regex.Matcher matcher = PEM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getDecoder().decode(matcher.group(1).replaceAll("\\s", ""));
            boolean good =
                    der.length == PREFIX.length + KEY_BYTES && Arrays.equals(Arrays.copyOf(der, PREFIX.length), PREFIX);
            return good ? Optional.of(HexFormat.of().formatHex(der, PREFIX.length, der.length)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
