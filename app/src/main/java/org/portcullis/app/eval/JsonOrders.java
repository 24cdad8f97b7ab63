package org.portcullis.app.eval;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an order or a basket from JSON: attributes by name, `lines` for the orders of a basket, `at` for the time of the question.
 *
 * <p>A value is a text in the language's own spelling; an object with `value`, and if wanted `source` and `at`; or, for `requester.role`, a list of texts.
 */
final class JsonOrders {
    private static final String LINES = "lines";
    private static final String AT = "at";
    private static final String ROLE = "requester.role";

    private final String shown;
    private final Mistakes mistakes;

    JsonOrders(String shown, Mistakes mistakes) {
        this.shown = shown;
        this.mistakes = mistakes;
    }

    OrderFile read(String text) {
        List<StatedText> shared = new ArrayList<>();
        List<List<StatedText>> lines = new ArrayList<>();
        Optional<Instant> at = Optional.empty();
        for (PlacedJson.Field field :
                PlacedJsonReader.read(shown, text, mistakes).map(this::fields).orElse(List.of())) {
            if (field.name().equals(LINES)) {
                items(field).forEach(item -> lines.add(attributes(fields(item))));
            } else if (field.name().equals(AT)) {
                at = text(field.value())
                        .flatMap(time -> instant(time, field.value().at()));
            } else {
                shared.addAll(attributes(List.of(field)));
            }
        }
        return new OrderFile(shown, at, shared, lines);
    }

    private List<StatedText> attributes(List<PlacedJson.Field> fields) {
        return fields.stream().flatMap(field -> attribute(field).stream()).toList();
    }

    private List<StatedText> attribute(PlacedJson.Field field) {
        return field.value().match(new PlacedJson.Cases<>() {
            @Override
            public List<StatedText> text(PlacedJson.Text value) {
                return List.of(StatedText.of(
                        field.name(), value.text(), field.at(), value.at().plus(1)));
            }

            @Override
            public List<StatedText> bare(PlacedJson.Bare value) {
                // `null` says what an absent attribute says: that the value is not known.
                return value.text().equals("null")
                        ? List.of()
                        : List.of(StatedText.of(field.name(), value.text(), field.at(), value.at()));
            }

            @Override
            public List<StatedText> items(PlacedJson.Items value) {
                if (!field.name().equals(ROLE)) {
                    mistakes.add(
                            value.at(),
                            "`" + field.name() + "` has one value, not a list",
                            "only `" + ROLE + "` may be a list; orders of a basket stand under `" + LINES + "`");
                    return List.of();
                }
                return value.items().stream()
                        .flatMap(item -> attribute(new PlacedJson.Field(ROLE, field.at(), item)).stream())
                        .toList();
            }

            @Override
            public List<StatedText> fields(PlacedJson.Fields value) {
                return sourced(field, value).stream().toList();
            }
        });
    }

    private Optional<StatedText> sourced(PlacedJson.Field attribute, PlacedJson.Fields parts) {
        Optional<StatedText> value = Optional.empty();
        Optional<String> source = Optional.empty();
        Optional<Instant> observedAt = Optional.empty();
        for (PlacedJson.Field part : parts.fields()) {
            switch (part.name()) {
                case "value" ->
                    value = attribute(new PlacedJson.Field(attribute.name(), attribute.at(), part.value())).stream()
                            .findFirst();
                case "source" -> source = text(part.value());
                case AT ->
                    observedAt = text(part.value())
                            .flatMap(time -> instant(time, part.value().at()));
                default ->
                    mistakes.add(
                            part.at(),
                            "`" + part.name() + "` is no part of a value",
                            "a value has `value`, and if wanted `source` and `at`");
            }
        }
        Optional<String> from = source;
        Optional<Instant> observed = observedAt;
        return value.map(stated ->
                new StatedText(stated.attribute(), stated.value(), stated.nameAt(), stated.valueAt(), from, observed));
    }

    private Optional<Instant> instant(String time, Place at) {
        try {
            return Optional.of(Instant.parse(time));
        } catch (DateTimeException notATime) {
            mistakes.add(at, "`" + time + "` is no time", "write it as in `2026-12-01T09:00:00Z`");
            return Optional.empty();
        }
    }

    private List<PlacedJson> items(PlacedJson.Field field) {
        return field.value().match(new Expecting<List<PlacedJson>>("a list of orders, `[{ … }, { … }]`") {
            @Override
            public List<PlacedJson> items(PlacedJson.Items value) {
                if (value.items().isEmpty()) {
                    mistakes.add(value.at(), "the basket has no orders", "state at least one, or leave `lines` out");
                }
                return value.items();
            }

            @Override
            List<PlacedJson> otherwise() {
                return List.of();
            }
        });
    }

    private List<PlacedJson.Field> fields(PlacedJson value) {
        return value.match(new Expecting<List<PlacedJson.Field>>("attributes with their values, `{ … }`") {
            @Override
            public List<PlacedJson.Field> fields(PlacedJson.Fields found) {
                return found.fields();
            }

            @Override
            List<PlacedJson.Field> otherwise() {
                return List.of();
            }
        });
    }

    private Optional<String> text(PlacedJson value) {
        return value.match(new Expecting<Optional<String>>("a text in double quotation marks") {
            @Override
            public Optional<String> text(PlacedJson.Text found) {
                return Optional.of(found.text());
            }

            @Override
            Optional<String> otherwise() {
                return Optional.empty();
            }
        });
    }

    /** Reports every kind of value but the one that a subclass takes. */
    private abstract class Expecting<R> implements PlacedJson.Cases<R> {
        private final String what;

        Expecting(String what) {
            this.what = what;
        }

        abstract R otherwise();

        private R refuse(PlacedJson value) {
            mistakes.add(value.at(), "something else stands where " + what + " is expected", "");
            return otherwise();
        }

        @Override
        public R fields(PlacedJson.Fields value) {
            return refuse(value);
        }

        @Override
        public R items(PlacedJson.Items value) {
            return refuse(value);
        }

        @Override
        public R text(PlacedJson.Text value) {
            return refuse(value);
        }

        @Override
        public R bare(PlacedJson.Bare value) {
            return refuse(value);
        }
    }
}
