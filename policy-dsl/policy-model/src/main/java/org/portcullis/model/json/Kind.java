package org.portcullis.model.json;

/** Names the kinds of values in messages. */
enum Kind {
    OBJECT("an object"),
    ARRAY("an array"),
    TEXT("a text"),
    WHOLE("a whole number"),
    BOOL("a truth value");

    private static final Json.Cases<Kind> OF = new Json.Cases<>() {
        @Override
        public Kind object(JsonObject value) {
            return OBJECT;
        }

        @Override
        public Kind array(JsonArray value) {
            return ARRAY;
        }

        @Override
        public Kind text(JsonText value) {
            return TEXT;
        }

        @Override
        public Kind whole(JsonWhole value) {
            return WHOLE;
        }

        @Override
        public Kind bool(JsonBool value) {
            return BOOL;
        }
    };

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** Gives the value as the type of this kind, or says what stands at the place instead. */
    <T extends Json> T expect(Json value, Class<T> type, String place) {
        if (!type.isInstance(value)) {
            throw new JsonMismatch("`" + place + "` holds " + value.match(OF).words + ", not " + words);
        }
        return type.cast(value);
    }
}
