package org.portcullis.engine.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.fact.WorkingFacts;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;

/**
 * Keeps every order from its submission to its end, what stops orders, and how markets are.
 *
 * <p>A fold over what was recorded: it decides nothing, and the same records in the same order make equal books. Mutable; owned by the engine's one thread.
 */
public final class WorkBook {
    /** How many of the latest message ids are remembered to find duplicates. */
    public static final int REMEMBERED_MESSAGES = 65_536;

    private final TreeMap<String, BasketWork> baskets = new TreeMap<>();
    private final TreeMap<String, WorkingOrder> orders = new TreeMap<>();
    private final TreeMap<String, TreeSet<String>> bySymbol = new TreeMap<>();
    private final TreeMap<String, WorkingFacts.Quote> quotes = new TreeMap<>();
    private final TreeMap<String, Stop> stops = new TreeMap<>();
    private final LinkedHashSet<String> messages = new LinkedHashSet<>();
    private long stopsBegun;

    /** Takes in a basket; its orders follow. */
    public void enter(BasketWork basket) {
        baskets.put(basket.submission(), basket);
    }

    /** Takes in orders of a basket; one that is refused never takes the place of one with its id that is out. */
    public void enter(String submission, List<EnteredOrder> entered) {
        BasketWork basket = baskets.get(submission);
        if (basket == null) {
            return;
        }
        List<String> ids = new ArrayList<>();
        for (EnteredOrder order : entered) {
            boolean isOut =
                    find(order.order()).filter(known -> known.phase().isOut()).isPresent();
            if (!order.refused() || !isOut) {
                ids.add(order.order());
                KnownFacts facts = order.facts().over(basket.facts());
                OrderPhase phase = order.refused() ? OrderPhase.REFUSED : OrderPhase.HELD;
                orders.put(order.order(), new WorkingOrder(submission, order.line(), order.order(), facts, phase));
                list(facts, order.order());
            }
        }
        baskets.put(submission, basket.with(ids));
    }

    /** Lets lines of a submission go on that were refused. */
    public void releaseExceptionally(String submission, IntPredicate lines) {
        of(submission).stream()
                .filter(order -> order.phase() == OrderPhase.REFUSED && lines.test(order.line()))
                .forEach(WorkingOrder::release);
    }

    /** Lets lines of a submission go on to their algos; the others end. */
    public void release(String submission, IntPredicate lines) {
        for (WorkingOrder order : of(submission)) {
            if (order.phase() == OrderPhase.HELD) {
                if (lines.test(order.line())) {
                    order.release();
                } else {
                    order.end(OrderPhase.ENDED);
                }
            }
        }
    }

    /** Ends the orders of a submission that were not released. */
    public void giveBack(String submission) {
        for (WorkingOrder order : of(submission)) {
            if (order.phase() == OrderPhase.HELD) {
                forget(order);
                order.end(OrderPhase.ENDED);
            }
        }
    }

    /** Sends an order to an algo. */
    public void send(WorkEvent.Sent event) {
        find(event.order()).ifPresent(order -> {
            Optional<WorkingFacts.Quote> quote = quote(order);
            order.send(
                    event.strategy(),
                    quote.map(WorkingFacts.Quote::priceMicros).orElse(OptionalLong.empty()),
                    quote.map(WorkingFacts.Quote::volumeMicros).orElse(OptionalLong.empty()));
        });
    }

    /** Ends an order that was refused on arrival in its algo. */
    public void refuse(String order) {
        find(order).ifPresent(known -> end(known, OrderPhase.REFUSED));
    }

    /** Remembers a message that went out, and what its child order has out now. */
    public void send(WorkEvent.Message event) {
        remember(event.id());
        find(event.order()).ifPresent(order -> order.child(event.child(), event.quantityMicros()));
    }

    /** Remembers a message that did not go out, so that it is not asked twice. */
    public void remember(String message) {
        if (messages.add(message) && messages.size() > REMEMBERED_MESSAGES) {
            messages.remove(messages.iterator().next());
        }
    }

    /** Takes a fill into account. */
    public void fill(WorkEvent.Executed event, OptionalLong notionalMicros) {
        find(event.order()).ifPresent(order -> {
            order.fill(event.execution(), new WorkingOrder.Fill(event.quantityMicros(), notionalMicros), event.child());
            if (order.phase() == OrderPhase.EXECUTED) {
                forget(order);
                letGo(order);
            }
        });
    }

    /** Ends what was left of an order. */
    public void end(WorkEvent.Ended event) {
        find(event.order()).filter(order -> order.phase().isOut()).ifPresent(order -> end(order, OrderPhase.ENDED));
    }

    /** Undoes a fill. */
    public void bust(WorkEvent.Busted event) {
        find(event.order()).ifPresent(order -> {
            order.bust(event.execution());
            if (order.phase().isOut()) {
                list(order.facts(), order.id());
            }
        });
    }

    /** Gives an order another quantity and value. */
    public void amend(WorkEvent.Amended event, OptionalLong notionalMicros) {
        find(event.order()).ifPresent(order -> {
            notionalMicros.ifPresent(micros -> baskets.computeIfPresent(
                    order.submission(), (id, basket) -> basket.with(amended(basket.facts(), order, micros))));
            order.amend(event.quantityMicros(), notionalMicros);
        });
    }

    /** What is known of a basket once one of its orders has another value: the basket's own value moves with it. */
    public static KnownFacts amended(KnownFacts basket, WorkingOrder order, long notionalMicros) {
        Optional<Long> before = order.facts().number(Measure.ORDER_NOTIONAL);
        Optional<Long> whole = basket.number(Measure.BASKET_NOTIONAL);
        return before.isEmpty() || whole.isEmpty()
                ? basket
                : basket.with(
                        Measure.BASKET_NOTIONAL,
                        WorkingOrder.plus(Math.max(0, whole.get() - before.get()), notionalMicros));
    }

    /** Takes over how a market is; what the event does not say stays as it was. */
    public void quote(WorkEvent.Market event, Instant at) {
        quotes.put(event.symbol(), quoteAfter(event, at));
    }

    /** How a market is once the event is taken over. */
    public WorkingFacts.Quote quoteAfter(WorkEvent.Market event, Instant at) {
        WorkingFacts.Quote now = new WorkingFacts.Quote(event.priceMicros(), event.volumeMicros(), event.state(), at);
        WorkingFacts.Quote before = quotes.get(event.symbol());
        return before == null
                ? now
                : new WorkingFacts.Quote(
                        now.priceMicros().isPresent() ? now.priceMicros() : before.priceMicros(),
                        now.volumeMicros().isPresent() ? now.volumeMicros() : before.volumeMicros(),
                        now.state().or(before::state),
                        now.priceMicros().isPresent() ? now.at() : before.at());
    }

    /** Says which controls object to an order now, and which do no longer. */
    public void object(String order, SortedMap<ControlId, String> now, SortedSet<ControlId> cleared) {
        find(order).ifPresent(known -> known.object(now, cleared));
    }

    /** Puts a stop on what is working. */
    public void stop(Stop stop) {
        stopsBegun++;
        stops.put(stop.id(), stop);
    }

    /** Lets go what a stop held. */
    public void resume(String stop) {
        stops.remove(stop);
    }

    /** Remembers that the cancellation of orders was asked for. */
    public void askCancel(Collection<String> cancelled) {
        cancelled.forEach(order -> find(order).ifPresent(WorkingOrder::askCancel));
    }

    /** The id of the stop that begins after so many others that are about to begin. */
    public String stopAfter(int others) {
        return String.format(Locale.ROOT, "X-%06d", stopsBegun + others + 1);
    }

    /** An order by its id: the latest that came with it. */
    public Optional<WorkingOrder> find(String order) {
        return Optional.ofNullable(orders.get(order));
    }

    /** What the orders of a submission share. */
    public Optional<BasketWork> basket(String submission) {
        return Optional.ofNullable(baskets.get(submission));
    }

    /** The orders of a submission that no later submission has taken over, in the order of their lines. */
    public List<WorkingOrder> of(String submission) {
        return basket(submission).map(BasketWork::orders).orElse(List.of()).stream()
                .map(orders::get)
                .filter(Objects::nonNull)
                .filter(order -> order.submission().equals(submission))
                .toList();
    }

    /** The orders that are out in a symbol. */
    public List<WorkingOrder> outIn(String symbol) {
        return bySymbol.getOrDefault(symbol, new TreeSet<>()).stream()
                .map(orders::get)
                .filter(Objects::nonNull)
                .filter(order -> order.phase().isOut())
                .toList();
    }

    /** All orders that are out. */
    public List<WorkingOrder> out() {
        return orders.values().stream().filter(order -> order.phase().isOut()).toList();
    }

    /** The orders that are out and that a target names. */
    public List<WorkingOrder> out(Target target, String key) {
        return switch (target) {
            case ORDER ->
                find(key).filter(order -> order.phase().isOut()).stream().toList();
            case WHOLE_BASKET, RELEASE ->
                of(key).stream().filter(order -> order.phase().isOut()).toList();
            case STRATEGY, TRADER, DESK ->
                out().stream().filter(order -> key.equals(key(target, order))).toList();
        };
    }

    /** What names an order's target; the order's own id where what would name it is not known. */
    public static String key(Target target, WorkingOrder order) {
        return switch (target) {
            case ORDER -> order.id();
            case WHOLE_BASKET, RELEASE -> order.submission();
            case STRATEGY -> order.strategy().orElse(order.id());
            case TRADER -> order.facts().text(Measure.ORDER_TRADER).orElse(order.id());
            case DESK -> order.facts().text(Measure.ORDER_DESK).orElse(order.id());
        };
    }

    /** How the order's market is, if that was reported. */
    public Optional<WorkingFacts.Quote> quote(WorkingOrder order) {
        return order.facts().text(Measure.ORDER_SYMBOL).map(quotes::get);
    }

    /** Whether the message is one of the latest that were remembered. */
    public boolean hasMessage(String message) {
        return messages.contains(message);
    }

    /** The stops that stand, by their ids. */
    public SortedMap<String, Stop> stops() {
        return Collections.unmodifiableSortedMap(stops);
    }

    /** The stops that hold an order, in the order in which they began. */
    public List<Stop> stopsOf(WorkingOrder order) {
        return stops.values().stream()
                .filter(stop -> stop.key().equals(key(stop.target(), order)))
                .toList();
    }

    /** The stop that a control has put on a target, if it stands. */
    public Optional<Stop> stop(ControlId control, Target target, String key) {
        return stops.values().stream()
                .filter(stop -> stop.isOf(control, target, key))
                .findFirst();
    }

    /** The value of what of the orders is not executed, in millionths; empty where that of one is not known. */
    public static OptionalLong open(List<WorkingOrder> orders) {
        long sum = 0;
        for (WorkingOrder order : orders) {
            OptionalLong open = order.openNotionalMicros();
            if (open.isEmpty()) {
                return OptionalLong.empty();
            }
            sum = WorkingOrder.plus(sum, open.getAsLong());
        }
        return OptionalLong.of(sum);
    }

    private void end(WorkingOrder order, OrderPhase how) {
        order.end(how);
        forget(order);
        letGo(order);
    }

    /** A stop that goes with its condition goes with its order. */
    private void letGo(WorkingOrder order) {
        stops.values().removeIf(stop -> !stop.latched() && stop.order().equals(order.id()));
    }

    private void list(KnownFacts facts, String order) {
        facts.text(Measure.ORDER_SYMBOL)
                .ifPresent(symbol -> bySymbol.computeIfAbsent(symbol, first -> new TreeSet<>())
                        .add(order));
    }

    private void forget(WorkingOrder order) {
        order.facts().text(Measure.ORDER_SYMBOL).map(bySymbol::get).ifPresent(ids -> ids.remove(order.id()));
    }

    private List<Object> content() {
        return List.of(baskets, orders, bySymbol, quotes, stops, List.copyOf(messages), stopsBegun);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkBook book && book.content().equals(content());
    }

    @Override
    public int hashCode() {
        return Map.of("orders", orders.keySet(), "stops", stops.keySet()).hashCode();
    }
}
