package org.portcullis.organisation.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.portcullis.model.organisation.Period;
import org.portcullis.model.text.ShownText;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Fields;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlValue;

/** The fields of one entry of the file, with the readings that several sections share. */
record Entry(Fields fields, Faults faults) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final int MAX_NAME_LENGTH = 100;

    static Entry of(YamlValue value, List<String> allowed, Faults faults) {
        return new Entry(Fields.of(value, allowed, faults), faults);
    }

    /** Gives a required id, or nothing after reporting why not. */
    Optional<Text> id(String name) {
        return fields.required(name).filter(text -> {
            boolean good = ID.matcher(text.value()).matches();
            if (!good) {
                faults.add(
                        text.at(),
                        ShownText.quoted(text.value()) + " is not an id",
                        "write up to 60 letters, digits, dots, dashes and underscores, a letter or digit first");
            }
            return good;
        });
    }

    /** Gives a required name, which people read, or nothing after reporting why not. */
    Optional<Text> name(String name) {
        return fields.required(name).filter(this::isName);
    }

    private boolean isName(Text text) {
        boolean good = text.value().length() <= MAX_NAME_LENGTH
                && text.value().equals(text.value().strip())
                && text.value().chars().noneMatch(Character::isISOControl);
        if (!good) {
            faults.add(
                    text.at(),
                    ShownText.quoted(text.value()) + " is not a name",
                    "write at most " + MAX_NAME_LENGTH + " characters on one line, without spaces at the ends");
        }
        return good;
    }

    /** Gives the names of an optional list, each once. */
    List<Text> names(String name, boolean required) {
        if (!required && !fields.has(name)) {
            return List.of();
        }
        List<Text> names = new ArrayList<>();
        SortedSet<String> seen = new TreeSet<>();
        for (Text text : fields.texts(name, false)) {
            if (!seen.add(text.value())) {
                faults.add(text.at(), ShownText.quoted(text.value()) + " is there twice", "keep one of them");
            } else if (isName(text)) {
                names.add(text);
            }
        }
        return names;
    }

    /** Gives the period between the required `from` and the optional `until`, or nothing after reporting why not. */
    Optional<Period> period() {
        Optional<LocalDate> from = fields.required("from").flatMap(text -> fields.day(text, ""));
        Optional<Text> untilText = fields.optional("until");
        Optional<LocalDate> until = untilText.flatMap(text -> fields.day(text, ""));
        boolean unreadable = from.isEmpty() || until.isPresent() != fields.has("until");
        if (unreadable) {
            return Optional.empty();
        }
        if (until.isPresent() && !until.get().isAfter(from.get())) {
            faults.add(
                    fields.at("until"),
                    "it ends on " + until.get() + " and begins on " + from.get(),
                    "write the first day that no longer counts, which comes after the first day");
            return Optional.empty();
        }
        return Optional.of(new Period(from.get(), until));
    }

    /** Gives the days of an optional list. */
    List<LocalDate> days(String name) {
        return fields.has(name) ? fields.days(name) : List.of();
    }
}
