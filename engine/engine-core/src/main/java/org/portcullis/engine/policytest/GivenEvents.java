package org.portcullis.engine.policytest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.window.WindowBook;
import org.portcullis.engine.window.WindowEvent;
import org.portcullis.engine.window.WindowEvent.What;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Makes what happened before of a policy test's events.
 *
 * <p>An event is about the test's own desk, trader, symbol and other texts unless it says otherwise; its ids and amounts are its own.
 */
record GivenEvents(PolicyPack pack, PolicyTest test) {
    private static final Set<Measure> IDS = Set.of(Measure.ORDER_ID, Measure.MESSAGE_ID, Measure.EXECUTION_ID);

    /** When the test is judged: with its last event, or when its policy begins to be in force. */
    Instant at() {
        return at(test.events().stream()
                .map(PolicyTest.Event::at)
                .max(Comparator.naturalOrder())
                .orElse(LocalTime.MIDNIGHT));
    }

    /** The book of all events; empty where the test gives none, since then nothing is said of the past. */
    Optional<WindowBook> book() {
        if (test.events().isEmpty()) {
            return Optional.empty();
        }
        List<PolicyTest.Event> inOrder = new ArrayList<>(test.events());
        inOrder.sort(Comparator.comparing(PolicyTest.Event::at));
        WindowBook book = WindowBook.of(pack);
        for (int i = 0; i < inOrder.size(); i++) {
            book.record(event(inOrder.get(i), i));
        }
        return Optional.of(book);
    }

    private WindowEvent event(PolicyTest.Event event, int number) {
        GivenLine given =
                new GivenLine(pack.header().currency()).give(event.facts()).fillIn();
        GivenLine ofTest = new GivenLine(pack.header().currency()).give(test.given());
        Map<Measure, String> texts = new EnumMap<>(Measure.class);
        Map<Measure, Long> amounts = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            boolean own = given.gives(measure) || IDS.contains(measure) || measure.dimension() != Dimension.TEXT;
            Optional<Value> value = own ? given.usable(measure) : ofTest.usable(measure);
            if (measure.dimension() == Dimension.TEXT) {
                value.ifPresent(text -> texts.put(measure, ValueText.readable(text)));
            } else {
                value.map(Value::micros)
                        .filter(micros -> micros >= 0)
                        .ifPresent(micros -> amounts.put(measure, micros));
            }
        }
        Optional<String> order = Optional.ofNullable(texts.get(Measure.ORDER_ID));
        return new WindowEvent(
                at(event.at()),
                what(event.what()),
                event.what() == PolicyTest.Happening.MESSAGE ? order : order.or(() -> Optional.of("event " + number)),
                texts,
                amounts);
    }

    private Instant at(LocalTime time) {
        LocalDate day = pack.header().effectiveFrom();
        return day.atTime(time).atZone(pack.header().zone()).toInstant();
    }

    private static What what(PolicyTest.Happening happening) {
        return switch (happening) {
            case OPENED -> What.OPENED;
            case HELD -> What.HELD;
            case EXECUTED -> What.EXECUTED;
            case REJECTED -> What.REJECTED;
            case CANCELLED -> What.CANCELLED;
            case MESSAGE -> What.MESSAGE;
        };
    }
}
