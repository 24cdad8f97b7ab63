package org.portcullis.model;

import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Json;
import org.portcullis.model.value.Value;

/**
 * Writes conditions and values as text from which they could be read back: equal text, equal condition.
 *
 * <p>Prefix notation with brackets; numbers as millionths with their unit; words of people quoted and escaped as JSON text. Text rather than JSON, since
 * conditions nest deeper than evidence may.
 */
final class ConditionCode implements Condition.Cases<String> {
    private static final ConditionCode CODE = new ConditionCode();

    private ConditionCode() {}

    static String of(Condition condition) {
        return condition.match(CODE);
    }

    static String of(Value value) {
        return value.match(new Value.Cases<>() {
            @Override
            public String text(Value.Text text) {
                return quoted(text.text());
            }

            @Override
            public String money(Value.Money money) {
                return money.currency() + ":" + money.micros();
            }

            @Override
            public String price(Value.Price price) {
                return price.currency() + "/share:" + price.micros();
            }

            @Override
            public String count(Value.Count count) {
                return count.unit().word() + ":" + count.micros();
            }

            @Override
            public String ratio(Value.Ratio ratio) {
                return "ratio:" + ratio.micros();
            }

            @Override
            public String span(Value.TimeSpan span) {
                return span.unit().word() + ":" + span.micros();
            }

            @Override
            public String rate(Value.Rate rate) {
                return rate.unit().word() + "/second:" + rate.micros();
            }
        });
    }

    @Override
    public String always(Condition.Always condition) {
        return "always";
    }

    @Override
    public String all(Condition.All condition) {
        return parts("all", condition.parts());
    }

    @Override
    public String any(Condition.Any condition) {
        return parts("any", condition.parts());
    }

    @Override
    public String not(Condition.Not condition) {
        return "not(" + of(condition.part()) + ")";
    }

    @Override
    public String compare(Condition.Compare condition) {
        return "(" + condition.left().words() + " " + condition.comparator().words() + " " + bound(condition.right())
                + ")";
    }

    @Override
    public String oneOf(Condition.OneOf condition) {
        return "(" + condition.left().words() + " is one of ["
                + condition.values().stream().map(ConditionCode::of).collect(Collectors.joining(",")) + "])";
    }

    @Override
    public String missing(Condition.Missing condition) {
        return "(" + condition.what().words() + " is missing)";
    }

    private static String parts(String word, List<Condition> parts) {
        return parts.stream().map(ConditionCode::of).collect(Collectors.joining(",", word + "(", ")"));
    }

    private static String bound(Bound bound) {
        return bound.match(new Bound.Cases<>() {
            @Override
            public String constant(Bound.Constant constant) {
                return of(constant.value());
            }

            @Override
            public String shareOf(Bound.ShareOf share) {
                return of(share.share()) + " of " + share.of().words();
            }

            @Override
            public String other(Bound.Other other) {
                return other.reference().words();
            }
        });
    }

    private static String quoted(String text) {
        return CanonicalJson.text(Json.text(text));
    }
}
