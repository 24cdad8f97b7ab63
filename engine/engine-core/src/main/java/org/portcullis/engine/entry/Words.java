package org.portcullis.engine.entry;

import java.util.Optional;
import java.util.function.Function;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.JsonObject;

/** Reads and cuts the texts of entries. */
final class Words {
    private static final String IN_FLIGHT = "inFlight";

    private Words() {}

    /** Finds the constant that is written as {@code word}; {@link IllegalArgumentException} where there is none. */
    static <E extends Enum<E>> E constant(E[] constants, Function<E, String> spelling, String word) {
        for (E constant : constants) {
            if (spelling.apply(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("`" + word + "` is not a word that entries use here");
    }

    /** Puts what is done to what is working; nothing where it continues, so that entries without any are as they always were. */
    static void putInFlight(JsonObject.Builder json, InFlightEffect effect) {
        if (effect != InFlightEffect.CONTINUE) {
            json.put(IN_FLIGHT, effect.word());
        }
    }

    /** Reads what {@link #putInFlight} put. */
    static InFlightEffect inFlight(JsonObject json) {
        return json.findText(IN_FLIGHT)
                .map(word -> constant(InFlightEffect.values(), InFlightEffect::word, word))
                .orElse(InFlightEffect.CONTINUE);
    }

    /** Puts a count, and nothing where it is 0. */
    static void putCount(JsonObject.Builder json, String key, int count) {
        if (count != 0) {
            json.put(key, count);
        }
    }

    /** Reads what {@link #putCount} put. */
    static int count(JsonObject json, String key) {
        return json.has(key) ? Math.toIntExact(json.whole(key)) : 0;
    }

    /** Puts an object, and nothing where it has no members. */
    static void putUnlessEmpty(JsonObject.Builder json, String key, JsonObject object) {
        if (!object.equals(JsonObject.EMPTY)) {
            json.put(key, object);
        }
    }

    /** Reads what {@link #putUnlessEmpty} put. */
    static JsonObject objectOrEmpty(JsonObject json, String key) {
        return json.has(key) ? json.object(key) : JsonObject.EMPTY;
    }

    static Optional<ControlId> findControl(JsonObject json, String key) {
        return json.findText(key).map(ControlId::new);
    }

    /** Cuts a text to so many characters, never inside a surrogate pair, and marks the cut. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
