package org.portcullis.model.condition;

import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.model.value.ValueText;

/** Writes conditions the way policies spell them, for explanations: `order.desk is "Delta 1" and order.location is "London"`. */
public final class ConditionText {
    private ConditionText() {}

    /** Writes the condition; parts that bind more loosely than their surroundings stand in brackets. */
    public static String words(Condition condition) {
        return condition.match(new Words());
    }

    /** Writes what a measure is compared with: `USD 4 billion`, `95% of market.adv over 20 trading days`. */
    public static String words(Bound bound) {
        return bound.match(new Bound.Cases<>() {
            @Override
            public String constant(Bound.Constant constant) {
                return ValueText.canonical(constant.value());
            }

            @Override
            public String shareOf(Bound.ShareOf share) {
                return ValueText.canonical(share.share()) + " of " + share.of().words();
            }

            @Override
            public String other(Bound.Other other) {
                return other.reference().words();
            }
        });
    }

    private static final class Words implements Condition.Cases<String> {

        @Override
        public String always(Condition.Always condition) {
            return "always";
        }

        @Override
        public String all(Condition.All condition) {
            return join(condition.parts(), " and ");
        }

        @Override
        public String any(Condition.Any condition) {
            return join(condition.parts(), " or ");
        }

        @Override
        public String not(Condition.Not condition) {
            return "not (" + words(condition.part()) + ")";
        }

        @Override
        public String compare(Condition.Compare condition) {
            return condition.left().words() + " " + condition.comparator().words() + " " + words(condition.right());
        }

        @Override
        public String oneOf(Condition.OneOf condition) {
            return condition.left().words() + " is one of "
                    + condition.values().stream().map(ValueText::canonical).collect(Collectors.joining(", ", "(", ")"));
        }

        @Override
        public String missing(Condition.Missing condition) {
            return condition.what().words() + " is missing";
        }

        private static String join(List<Condition> parts, String word) {
            return parts.stream()
                    .map(part -> isCompound(part) ? "(" + words(part) + ")" : words(part))
                    .collect(Collectors.joining(word));
        }
    }

    private static boolean isCompound(Condition condition) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public Boolean always(Condition.Always always) {
                return false;
            }

            @Override
            public Boolean all(Condition.All all) {
                return true;
            }

            @Override
            public Boolean any(Condition.Any any) {
                return true;
            }

            @Override
            public Boolean not(Condition.Not not) {
                return false;
            }

            @Override
            public Boolean compare(Condition.Compare compare) {
                return false;
            }

            @Override
            public Boolean oneOf(Condition.OneOf oneOf) {
                return false;
            }

            @Override
            public Boolean missing(Condition.Missing missing) {
                return false;
            }
        });
    }
}
