package org.portcullis.report.oscal;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.model.json.JsonObject;

/** Spells texts as the data types of OSCAL want them. */
final class Spelling {

    /** The namespace of properties that OSCAL itself does not have. */
    static final String NAMESPACE = "urn:portcullis:evidence";

    private static final String MARKS = "\\`*_[]<>~^{}";

    private Spelling() {}

    /** Gives text as one line without space at its ends, as a string has to be. */
    static String string(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.isEmpty() ? "none" : line;
    }

    /** Gives text as one line of markup that shows it as it is. */
    static String markup(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char each : string(text).toCharArray()) {
            if (MARKS.indexOf(each) >= 0) {
                escaped.append('\\');
            }
            escaped.append(each);
        }
        return escaped.toString();
    }

    /**
     * Gives a token that names a provision, for example {@code UK-RTS6_15_1_b} for {@code UK-RTS6 "15(1)(b)"}.
     *
     * <p>Two provisions could have one token; {@link ProvisionIds} keeps them apart.
     */
    static String token(String citation) {
        String token = citation.replaceAll("[^A-Za-z0-9.\\-]+", "_").replaceAll("_+$", "");
        return token.matches("[A-Za-z_].*") ? token : "_" + token;
    }

    /** Makes a property of ours. */
    static JsonObject prop(String name, String value) {
        return JsonObject.builder()
                .put("name", name)
                .put("ns", NAMESPACE)
                .put("value", string(value))
                .build();
    }

    /** Makes properties of ours from names and values; those with an empty value are left out. */
    static List<JsonObject> props(String... namesAndValues) {
        List<JsonObject> props = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isBlank()) {
                props.add(prop(namesAndValues[i], namesAndValues[i + 1]));
            }
        }
        return props;
    }
}
