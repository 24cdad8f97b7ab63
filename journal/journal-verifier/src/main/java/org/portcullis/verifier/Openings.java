package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what the examiner was given to open commitments with, each opening held against its own commitment. Whether the journal has these
 * commitments is another question.
 *
 * @param byCommitment the openings by the digests that they open
 */
record Openings(Map<String, Opening> byCommitment) {

    private static final Set<String> MEMBERS = Set.of("commitment", "salt", "type", "value");
    private static final String DIGEST = "sha256:[0-9a-f]{64}";

    /** Says what an opening is of. */
    enum Kind {
        PERSON,
        TEXT
    }

    /**
     * Is an opening that opens its commitment.
     *
     * @param kind what it is of
     * @param words who it is, or what was written
     */
    record Opening(Kind kind, String words) {}

    Openings {
        byCommitment = Map.copyOf(byCommitment);
    }

    /** Reads a file of openings, which may end in a line feed; what is not of the form is ill-formed, and what does not open is tampered with. */
    static Openings read(byte[] bytes, String name) throws Rejection {
        Rejection.Place place = Rejection.Place.of(name);
        boolean endsInLineFeed = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
        Value file = parsed(endsInLineFeed ? Arrays.copyOf(bytes, bytes.length - 1) : bytes, place);
        List<Value> given = file.asMembers()
                .filter(members -> members.keySet().equals(Set.of("openings")))
                .flatMap(members -> file.member("openings"))
                .flatMap(Value::asItems)
                .orElseThrow(() -> illFormed(place, "it is not an object of `openings` alone"));
        Map<String, Opening> openings = new TreeMap<>();
        for (int i = 0; i < given.size(); i++) {
            Value each = given.get(i);
            String commitment = each.text("commitment").orElse("");
            if (!commitment.matches(DIGEST)) {
                throw illFormed(place, "the `commitment` of opening " + (i + 1) + " is not a digest");
            }
            if (openings.put(commitment, opening(each, commitment, place)) != null) {
                throw illFormed(place, "the opening of `" + commitment + "` is there twice");
            }
        }
        return new Openings(openings);
    }

    Optional<Opening> find(String commitment, Kind kind) {
        return Optional.ofNullable(byCommitment.get(commitment)).filter(opening -> opening.kind() == kind);
    }

    private static Opening opening(Value each, String commitment, Rejection.Place place) throws Rejection {
        String named = "the opening of `" + commitment + "` ";
        boolean whole = each.asMembers()
                .filter(members -> members.keySet().equals(MEMBERS))
                .isPresent();
        if (!whole) {
            throw illFormed(place, named + "has other members than `commitment`, `salt`, `type` and `value`");
        }
        String salt = each.text("salt").orElse("");
        if (!isSalt(salt)) {
            throw illFormed(place, named + "has a salt that is not the base64 of 32 bytes");
        }
        String type = each.text("type").orElse("");
        Value value = each.member("value").orElseThrow();
        Opening opening = known(type, value)
                .orElseThrow(
                        () -> illFormed(place, named + "is neither of a person nor of a text, or has another form"));
        String digest = "sha256:" + HexFormat.of().formatHex(Sha256.of(committed(salt, type, value)));
        if (!digest.equals(commitment)) {
            throw new Rejection(
                    Outcome.TAMPERED, place, named + "does not open: its salt, type and value give another digest");
        }
        return opening;
    }

    private static Optional<Opening> known(String type, Value value) {
        Set<String> members = value.asMembers()
                .<Set<String>>map(found -> Set.copyOf(found.keySet()))
                .orElse(Set.of());
        Optional<String> id = value.text("id");
        Optional<String> text = value.text("text");
        Optional<String> name = value.text("name");
        if (type.equals("text") && members.equals(Set.of("text")) && text.isPresent()) {
            return text.map(words -> new Opening(Kind.TEXT, words));
        }
        boolean named = members.equals(Set.of("id", "name")) && name.isPresent();
        if (type.equals("person") && id.isPresent() && (named || members.equals(Set.of("id")))) {
            String words = named ? name.get() + " (" + id.get() + ")" : id.get();
            return Optional.of(new Opening(Kind.PERSON, words));
        }
        return Optional.empty();
    }

    private static boolean isSalt(String salt) {
        try {
            byte[] bytes = Base64.getDecoder().decode(salt);
            return bytes.length == Sha256.BYTES
                    && Base64.getEncoder().encodeToString(bytes).equals(salt);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Gives the canonical bytes that the commitment is the digest of; all values are objects of texts. */
    private static byte[] committed(String salt, String type, Value value) {
        StringBuilder out = new StringBuilder("{\"salt\":\"")
                .append(salt)
                .append("\",\"type\":\"")
                .append(type)
                .append("\",\"value\":{");
        String before = "";
        for (Map.Entry<String, Value> member : value.asMembers().orElseThrow().entrySet()) {
            out.append(before).append('"').append(member.getKey()).append("\":");
            canonical(member.getValue().asText().orElseThrow(), out);
            before = ",";
        }
        return out.append("}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a text as RFC 8785 does. */
    private static void canonical(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            int letter = "\b\t\n\f\r\"\\".indexOf(unit);
            if (letter >= 0) {
                out.append('\\').append("btnfr\"\\".charAt(letter));
            } else if (unit < 0x20) {
                out.append("\\u00").append(HexFormat.of().toHexDigits((byte) unit));
            } else {
                out.append(unit);
            }
        }
        out.append('"');
    }

    private static Value parsed(byte[] bytes, Rejection.Place place) throws Rejection {
        try {
            return CanonicalParser.parse(bytes);
        } catch (CanonicalParser.NotCanonical malformed) {
            throw illFormed(place, "the openings are not canonical JSON: " + malformed.getMessage());
        }
    }

    private static Rejection illFormed(Rejection.Place place, String reason) {
        return new Rejection(Outcome.ILL_FORMED, place, reason);
    }
}
