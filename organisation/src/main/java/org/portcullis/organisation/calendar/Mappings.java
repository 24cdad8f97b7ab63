package org.portcullis.organisation.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.yaml.Fault;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Fields;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlText;
import org.portcullis.yaml.YamlValue;

/** Reads which calendar of the library each name stands for; a fault in it is ours, and a test keeps it from being shipped. */
final class Mappings {
    private static final String FILE = "calendars.yaml";
    private static final int MAX_BYTES = 100_000;
    private static final List<String> FIELDS =
            List.of("name", "title", "library", "part", "closed-every-year", "from", "to");

    private final Faults faults = new Faults();

    private Mappings() {}

    /** Reads the file that is part of the product. */
    static List<Mapping> embedded() {
        try (InputStream stream = Mappings.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("the product was built without " + FILE);
            }
            return new Mappings().read(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Mapping> read(byte[] bytes) {
        List<Mapping> mappings = new ArrayList<>();
        new YamlText(FILE, MAX_BYTES, faults)
                .parse(bytes)
                .map(root -> Fields.of(root, List.of("calendars"), faults).entries("calendars", true))
                .orElse(List.of())
                .forEach(value -> mapping(value).ifPresent(mappings::add));
        if (!faults.none()) {
            throw new IllegalStateException(
                    faults.sorted().stream().map(Fault::toString).collect(Collectors.joining("\n")));
        }
        return List.copyOf(mappings);
    }

    private Optional<Mapping> mapping(YamlValue value) {
        long before = faults.count();
        Fields fields = Fields.of(value, FIELDS, faults);
        String name = fields.text("name");
        String title = fields.text("title");
        List<MonthDay> closed = new ArrayList<>();
        if (fields.has("closed-every-year")) {
            fields.texts("closed-every-year", true)
                    .forEach(day ->
                            parse(day, text -> MonthDay.parse("--" + text)).ifPresent(closed::add));
        }
        Optional<HolidayCalendar> library =
                fields.required("library").flatMap(text -> parse(text, HolidayCalendar::valueOf));
        Optional<LocalDate> from = fields.required("from").flatMap(text -> fields.day(text, ""));
        Optional<LocalDate> to = fields.required("to").flatMap(text -> fields.day(text, ""));
        Optional<String> part = fields.optional("part").map(Text::value);
        if (faults.count() != before || library.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Mapping(name, title, library.get(), part, closed, from.get(), to.get()));
    }

    private <T> Optional<T> parse(Text text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text.value()));
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            faults.add(text.at(), "`" + text.value() + "` cannot be read", "correct it");
            return Optional.empty();
        }
    }
}
