package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds signatures, proofs and the canonical form against the published vectors. */
class PublishedVectorsTest {

    private static final Pattern MEMBER = Pattern.compile("\"(pk|msg|sig|result)\"\\s*:\\s*\"([^\"]*)\"");

    /** Its two equal roots are texts of 12 bytes, which hold upstream and are no hashes here. */
    private static final String SHORT_ROOTS = "sizes-are-equal-one-and-proof-is-empty.json";

    @Test
    void everyVerdictOfWycheproofIsReached() throws IOException {
        Matcher members = MEMBER.matcher(Files.readString(Resources.at("/vectors/ed25519/wycheproof.json")));
        Map<String, String> latest = new TreeMap<>();
        int cases = 0;
        while (members.find()) {
            latest.put(members.group(1), members.group(2));
            if (members.group(1).equals("result")) {
                boolean accepted = Ed25519.accepts(hex(latest, "pk"), hex(latest, "msg"), hex(latest, "sig"));
                assertEquals(latest.get("result"), accepted ? "valid" : "invalid", latest::toString);
                cases++;
            }
        }
        assertEquals(151, cases);
    }

    @Test
    void everyVerdictOnAnInclusionProofIsReached() throws IOException {
        int cases = 0;
        try (Stream<Path> files = Files.walk(Resources.at("/vectors/merkle/inclusion"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                InclusionProof.Place place =
                        new InclusionProof.Place(number(text, "leafIdx"), number(text, "treeSize"));
                boolean holds = InclusionProof.holds(place, base64(text, "leafHash"), path(text), base64(text, "root"));
                assertEquals(text.contains("\"wantErr\": false"), holds, file::toString);
                cases++;
            }
        }
        assertEquals(98, cases);
    }

    @Test
    void everyVerdictOnAConsistencyProofIsReached() throws IOException {
        int cases = 0;
        try (Stream<Path> files = Files.walk(Resources.at("/vectors/merkle/consistency"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                ConsistencyProof.Growth growth =
                        new ConsistencyProof.Growth(number(text, "size1"), number(text, "size2"));
                boolean holds =
                        ConsistencyProof.holds(growth, base64(text, "root1"), path(text), base64(text, "root2"));
                boolean expected = text.contains("\"wantErr\": false") && !file.endsWith(SHORT_ROOTS);
                assertEquals(expected, holds, file::toString);
                cases++;
            }
        }
        assertEquals(98, cases);
    }

    @ParameterizedTest
    @ValueSource(strings = {"french", "structures", "unicode", "weird"})
    void theCanonicalFormIsAccepted(String name) throws Exception {
        CanonicalParser.parse(Files.readAllBytes(Resources.at("/vectors/jcs/output/" + name + ".json")));
        CanonicalParser.parse(hexDump(name));
    }

    /** The one has null; the other that, fractions and exponents: no entry has them. */
    @ParameterizedTest
    @ValueSource(strings = {"arrays", "values"})
    void theCanonicalFormsOutsideOfOursAreRefused(String name) throws IOException {
        byte[] canonical = hexDump(name);
        assertThrows(CanonicalParser.NotCanonical.class, () -> CanonicalParser.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
    void everyOtherFormIsRefused(String name) throws IOException {
        byte[] input = Files.readAllBytes(Resources.at("/vectors/jcs/input/" + name + ".json"));
        assertThrows(CanonicalParser.NotCanonical.class, () -> CanonicalParser.parse(input));
    }

    private static byte[] hexDump(String name) throws IOException {
        String dump = Files.readString(Resources.at("/vectors/jcs/outhex/" + name + ".txt"));
        return HexFormat.of().parseHex(dump.replaceAll("\\s", ""));
    }

    private static long number(String text, String member) {
        return Long.parseUnsignedLong(first(text, "\"" + member + "\": ([0-9]+)"));
    }

    private static byte[] base64(String text, String member) {
        return Base64.getDecoder().decode(first(text, "\"" + member + "\": \"([^\"]*)\""));
    }

    private static List<byte[]> path(String text) {
        List<byte[]> path = new ArrayList<>();
        int start = text.indexOf("\"proof\"");
        String list = text.substring(start + 7, text.indexOf("\"desc\""));
        Matcher hashes = Pattern.compile("\"([^\"]*)\"").matcher(list);
        while (hashes.find()) {
            path.add(Base64.getDecoder().decode(hashes.group(1)));
        }
        return path;
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static byte[] hex(Map<String, String> members, String name) {
        return HexFormat.of().parseHex(members.getOrDefault(name, ""));
    }
}
