package org.portcullis.report.json;

import java.io.IOException;
import java.util.Map;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonBool;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonText;
import org.portcullis.model.json.JsonWhole;

/** Receives a JSON document piece by piece, so that none has to be held as a whole. */
public interface JsonSink {

    /** Takes the beginning of an object. */
    void object() throws IOException;

    /** Takes the end of an object. */
    void endObject() throws IOException;

    /** Takes the beginning of a list. */
    void list() throws IOException;

    /** Takes the end of a list. */
    void endList() throws IOException;

    /** Takes the name of the next member. */
    void name(String name) throws IOException;

    /** Takes a text. */
    void text(String text) throws IOException;

    /** Takes a whole number. */
    void whole(long value) throws IOException;

    /** Takes a truth value. */
    void bool(boolean value) throws IOException;

    /** Takes {@code null}. */
    void nothing() throws IOException;

    /** Says that what comes next stands on a line of its own; of no meaning, and by default of no effect. */
    default void ownLine() {}

    /** Takes a member whose value is a text. */
    default void member(String name, String text) throws IOException {
        name(name);
        text(text);
    }

    /** Takes a value that is at hand, members in the order of their names. */
    default void value(Json value) throws IOException {
        Shape shape = value.match(new Shapes());
        shape.into(this);
    }

    /** Puts a value into a sink. */
    interface Shape {
        /** Puts it there. */
        void into(JsonSink sink) throws IOException;
    }

    /** Knows how each kind of value is put into a sink. */
    final class Shapes implements Json.Cases<Shape> {
        @Override
        public Shape object(JsonObject value) {
            return sink -> {
                sink.object();
                for (Map.Entry<String, Json> member : value.members().entrySet()) {
                    sink.name(member.getKey());
                    sink.value(member.getValue());
                }
                sink.endObject();
            };
        }

        @Override
        public Shape array(JsonArray value) {
            return sink -> {
                sink.list();
                for (Json item : value.items()) {
                    sink.value(item);
                }
                sink.endList();
            };
        }

        @Override
        public Shape text(JsonText value) {
            return sink -> sink.text(value.value());
        }

        @Override
        public Shape whole(JsonWhole value) {
            return sink -> sink.whole(value.value());
        }

        @Override
        public Shape bool(JsonBool value) {
            return sink -> sink.bool(value.value());
        }
    }
}
