package org.portcullis.app.terminal;

import java.util.Iterator;
import java.util.Map;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonBool;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonText;
import org.portcullis.model.json.JsonWhole;

/** Writes JSON for people as well as programs: two blanks a level, members in the order of their names. */
public final class IndentedJson {
    private IndentedJson() {}

    /** Writes the document without a line feed at its end. */
    public static String text(Json document) {
        StringBuilder text = new StringBuilder();
        document.match(new Writer(text, ""));
        return text.toString();
    }

    private record Writer(StringBuilder text, String indent) implements Json.Cases<StringBuilder> {

        @Override
        public StringBuilder object(JsonObject value) {
            if (value.members().isEmpty()) {
                return text.append("{}");
            }
            Writer inner = new Writer(text, indent + "  ");
            String opening = "{\n";
            for (Map.Entry<String, Json> member : value.members().entrySet()) {
                text.append(opening).append(inner.indent).append(CanonicalJson.text(Json.text(member.getKey())));
                text.append(": ");
                member.getValue().match(inner);
                opening = ",\n";
            }
            return text.append('\n').append(indent).append('}');
        }

        @Override
        public StringBuilder array(JsonArray value) {
            if (value.items().isEmpty()) {
                return text.append("[]");
            }
            Writer inner = new Writer(text, indent + "  ");
            text.append("[\n");
            for (Iterator<Json> items = value.items().iterator(); items.hasNext(); ) {
                text.append(inner.indent);
                items.next().match(inner);
                text.append(items.hasNext() ? ",\n" : "\n");
            }
            return text.append(indent).append(']');
        }

        @Override
        public StringBuilder text(JsonText value) {
            return text.append(CanonicalJson.text(value));
        }

        @Override
        public StringBuilder whole(JsonWhole value) {
            return text.append(CanonicalJson.text(value));
        }

        @Override
        public StringBuilder bool(JsonBool value) {
            return text.append(CanonicalJson.text(value));
        }
    }
}
