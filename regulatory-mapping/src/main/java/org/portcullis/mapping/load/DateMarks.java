package org.portcullis.mapping.load;

import java.util.Optional;
import org.portcullis.mapping.DateMark;
import org.portcullis.yaml.Fields;
import org.portcullis.yaml.Text;

/** Reads days that may be unknown or open. */
final class DateMarks {

    private DateMarks() {}

    /** Gives the day that a required field holds, or unknown, or open where that is allowed. */
    static DateMark read(Fields fields, String name, boolean mayBeOpen) {
        Optional<Text> text = fields.required(name);
        if (text.isEmpty() || text.get().value().equals("unknown")) {
            return new DateMark.Unknown();
        }
        if (mayBeOpen && text.get().value().equals("open")) {
            return new DateMark.Open();
        }
        String words = mayBeOpen ? ", `unknown` or `open`" : " or `unknown`";
        Optional<DateMark> day = fields.day(text.get(), words).map(DateMark.Day::new);
        return day.orElseGet(DateMark.Unknown::new);
    }
}
