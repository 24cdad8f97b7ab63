package org.portcullis.killtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.flow.Instruction;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.OrderView;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.json.JsonObject;

/**
 * Works out from the journal alone what is suspended and which switches are pulled, and finds what must not have gone on meanwhile, or counted twice.
 *
 * <p>Knows the entries by their names and members, as {@link DeadlineCount} does.
 */
final class FlightCount {
    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> suspended = new TreeMap<>();
    private final Map<String, String> baskets = new TreeMap<>();
    private final Set<String> pulled = new TreeSet<>();
    private final Set<String> messages = new TreeSet<>();
    private final Set<String> executions = new TreeSet<>();

    static FlightCount of(List<JournalEntry> entries) {
        FlightCount count = new FlightCount();
        entries.forEach(count::add);
        return count;
    }

    /** Everything that is not as it must be, in the journal and in an engine that was opened on it. */
    List<String> faultsOf(OrderEngine engine) {
        List<String> all = new ArrayList<>(faults);
        if (!engine.pulledSwitches().equals(pulled)) {
            all.add("the engine has pulled " + engine.pulledSwitches() + ", the journal " + pulled);
        }
        Set<String> standing = new TreeSet<>();
        for (Instruction instruction : engine.standing()) {
            if (instruction instanceof Instruction.Suspend suspend) {
                standing.add(suspend.stop().id());
            }
        }
        if (!suspended.keySet().containsAll(standing)) {
            all.add("the engine suspends by " + standing + ", the journal by " + suspended.keySet());
        }
        suspended.forEach((stop, key) -> {
            List<OrderView> stopped = new ArrayList<>(engine.orders(key));
            engine.order(key).ifPresent(stopped::add);
            boolean goes = stopped.stream().anyMatch(order -> order.phase().isOut() && !order.isSuspended());
            if (goes) {
                all.add(key + " goes on, though stop " + stop + " stands");
            }
        });
        return all;
    }

    private void add(JournalEntry entry) {
        JsonObject body = entry.body();
        switch (entry.type()) {
            case "work.orders.entered" ->
                body.array("orders")
                        .objects()
                        .forEach(order -> baskets.put(order.text("order"), body.text("submission")));
            case "work.reported" -> reported(entry, body);
            case "work.stopped" -> {
                if (suspended.put(body.text("stop"), body.text("key")) != null) {
                    faults.add("entry " + entry.index() + ": a stop began twice");
                }
            }
            case "work.resumed" -> {
                if (suspended.remove(body.text("stop")) == null) {
                    faults.add("entry " + entry.index() + ": what was let go did not stand");
                }
            }
            case "switch.pulled" -> pulled.add(body.text("control"));
            case "switch.cleared" -> {
                if (!pulled.remove(body.text("control"))) {
                    faults.add("entry " + entry.index() + ": a switch was cleared that was not pulled");
                }
            }
            case "token.burned" -> requireNotPulled(entry);
            default -> {}
        }
    }

    private void reported(JournalEntry entry, JsonObject body) {
        if (body.has("refused")) {
            return;
        }
        switch (body.text("event")) {
            case "sent" -> requireNotPulled(entry);
            case "message" -> {
                requireOnce(entry, messages, body.text("message"));
                if (!body.text("kind").equals("CANCEL")) {
                    requireNotPulled(entry);
                    requireNotSuspended(entry, body.text("order"));
                }
            }
            case "executed" -> requireOnce(entry, executions, body.text("execution"));
            default -> {}
        }
    }

    private void requireNotPulled(JournalEntry entry) {
        if (!pulled.isEmpty()) {
            faults.add("entry " + entry.index() + ": something went on while " + pulled + " was pulled");
        }
    }

    private void requireNotSuspended(JournalEntry entry, String order) {
        if (suspended.containsValue(order) || suspended.containsValue(baskets.getOrDefault(order, order))) {
            faults.add("entry " + entry.index() + ": order " + order + " went on while it was suspended");
        }
    }

    private void requireOnce(JournalEntry entry, Set<String> seen, String id) {
        if (!seen.add(id)) {
            faults.add("entry " + entry.index() + ": " + id + " counted twice");
        }
    }
}
