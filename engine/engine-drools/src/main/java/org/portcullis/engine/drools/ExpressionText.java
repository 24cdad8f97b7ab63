package org.portcullis.engine.drools;

import java.util.List;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;

/**
 * Writes conditions with their types and constants so that two conditions have one text only if they mean the same.
 *
 * <p>INVARIANT: the text is injective: every list and every text is preceded by its length. Drools shares the nodes of equal texts.
 */
final class ExpressionText implements Condition.Cases<StringBuilder> {
    private final StringBuilder out = new StringBuilder();

    private ExpressionText() {}

    static String of(Condition condition) {
        return condition.match(new ExpressionText()).toString();
    }

    @Override
    public StringBuilder always(Condition.Always condition) {
        return out.append("(always)");
    }

    @Override
    public StringBuilder all(Condition.All condition) {
        return parts("all", condition.parts());
    }

    @Override
    public StringBuilder any(Condition.Any condition) {
        return parts("any", condition.parts());
    }

    @Override
    public StringBuilder not(Condition.Not condition) {
        out.append("(not ");
        return condition.part().match(this).append(')');
    }

    @Override
    public StringBuilder compare(Condition.Compare condition) {
        out.append("(compare ");
        reference(condition.left());
        out.append(' ').append(condition.comparator().name()).append(' ');
        bound(condition.right());
        return out.append(')');
    }

    @Override
    public StringBuilder oneOf(Condition.OneOf condition) {
        out.append("(one-of ");
        reference(condition.left());
        out.append(' ').append(condition.values().size());
        for (Value value : condition.values()) {
            out.append(' ');
            value(value);
        }
        return out.append(')');
    }

    @Override
    public StringBuilder missing(Condition.Missing condition) {
        out.append("(missing ");
        reference(condition.what());
        return out.append(')');
    }

    private StringBuilder parts(String kind, List<Condition> parts) {
        out.append('(').append(kind).append(' ').append(parts.size());
        for (Condition part : parts) {
            out.append(' ');
            part.match(this);
        }
        return out.append(')');
    }

    private void reference(Reference reference) {
        out.append(reference.measure().path())
                .append('/')
                .append(reference.overTradingDays().orElse(0));
        reference.derivation().ifPresent(this::derivation);
    }

    private void derivation(Derivation derivation) {
        derivation.match(new Derivation.Cases<StringBuilder>() {
            @Override
            public StringBuilder change(Derivation.Change change) {
                return out.append("(since ").append(change.since().name()).append(')');
            }

            @Override
            public StringBuilder windowed(Derivation.Windowed window) {
                out.append('(')
                        .append(window.aggregate().name())
                        .append(" per ")
                        .append(window.per().size());
                window.per().forEach(key -> out.append(' ').append(key.path()));
                out.append(" in ");
                window.span().ifPresentOrElse(span -> value(span), () -> out.append("day"));
                out.append(" counting ").append(window.counting().size());
                window.counting().forEach(state -> out.append(' ').append(state.name()));
                return out.append(')');
            }
        });
    }

    private StringBuilder bound(Bound bound) {
        return bound.match(new Bound.Cases<>() {
            @Override
            public StringBuilder constant(Bound.Constant constant) {
                return value(constant.value());
            }

            @Override
            public StringBuilder shareOf(Bound.ShareOf share) {
                out.append("(share ").append(share.share().micros()).append(' ');
                reference(share.of());
                return out.append(')');
            }

            @Override
            public StringBuilder other(Bound.Other other) {
                out.append("(other ");
                reference(other.reference());
                return out.append(')');
            }
        });
    }

    private StringBuilder value(Value value) {
        return value.match(new Value.Cases<>() {
            @Override
            public StringBuilder text(Value.Text text) {
                return out.append("(text ")
                        .append(text.text().length())
                        .append(':')
                        .append(text.text())
                        .append(')');
            }

            @Override
            public StringBuilder money(Value.Money money) {
                return amount("money", money.micros(), money.currency());
            }

            @Override
            public StringBuilder price(Value.Price price) {
                return amount("price", price.micros(), price.currency());
            }

            @Override
            public StringBuilder count(Value.Count count) {
                return number("count", count.micros(), count.unit().name());
            }

            @Override
            public StringBuilder ratio(Value.Ratio ratio) {
                return number("ratio", ratio.micros(), "ONE");
            }

            @Override
            public StringBuilder span(Value.TimeSpan span) {
                return number("span", span.micros(), span.unit().name());
            }

            @Override
            public StringBuilder rate(Value.Rate rate) {
                return number("rate", rate.micros(), rate.unit().name());
            }
        });
    }

    private StringBuilder amount(String kind, long micros, CurrencyCode currency) {
        return number(kind, micros, currency.code());
    }

    private StringBuilder number(String kind, long micros, String unit) {
        return out.append('(')
                .append(kind)
                .append(' ')
                .append(micros)
                .append(' ')
                .append(unit)
                .append(')');
    }
}
