package org.portcullis.engine.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.EngineMetrics;
import org.portcullis.engine.flow.OpenWork;
import org.portcullis.engine.flow.Subscription;

/**
 * Keeps an engine's metrics as meters of a Micrometer registry; all their names begin with {@code portcullis.}.
 *
 * <p>Tags are commands, outcomes, codes, kinds of deadline and the names that the caller gives to listeners and subscriptions: few values, and never a person,
 * a basket or a symbol. Times are in seconds or as the registry shows them. Safe for use by many threads.
 *
 * <pre>{@code
 * EngineMeters meters = new EngineMeters(registry);
 * Journal timed = new TimedJournal(journal, System::nanoTime, meters);
 * EngineFront front = new EngineFront(engine, clock, FrontSettings.DEFAULT.with(meters, System::nanoTime));
 * meters.watch(front);
 * }</pre>
 */
public final class EngineMeters implements EngineMetrics {
    private static final String COMMAND = "command";
    private static final String SUBSCRIPTION = "subscription";

    private final MeterRegistry registry;
    private final Map<Subscription, Meter> queues = new ConcurrentHashMap<>();

    /** Keeps meters in this registry. */
    public EngineMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Adds gauges of what is open: {@code portcullis.open} with tag {@code of}, and {@code portcullis.stopped}, which is 1 once the engine has stopped.
     *
     * <p>Reading one waits for its turn as a command does. After a restart the gauges of the front before are replaced.
     */
    public void watch(EngineFront front) {
        gauge(front, "submissions", OpenWork::submissions);
        gauge(front, "warnings", OpenWork::warnings);
        gauge(front, "holds", OpenWork::holds);
        gauge(front, "alerts", OpenWork::alerts);
        gauge(front, "deadlines", OpenWork::deadlines);
        replace(
                "portcullis.stopped",
                Tags.empty(),
                Gauge.builder("portcullis.stopped", front, each -> each.isStopped() ? 1 : 0)
                        .description("1 once the engine has stopped and must be opened again"));
    }

    @Override
    public void handled(String command, String outcome, long nanos) {
        Timer.builder("portcullis.commands")
                .description("commands by what came of them, from the engine's turn to the durable reply")
                .tags(COMMAND, command, "outcome", outcome)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void refused(String command, String code) {
        count("portcullis.refusals", "commands that were refused, by code", Tags.of(COMMAND, command, "code", code));
    }

    @Override
    public void decided(Effect effect) {
        count("portcullis.decisions", "decisions on submissions by effect", Tags.of("effect", word(effect.name())));
    }

    @Override
    public void failed(String command, EngineFailure.Category category) {
        count(
                "portcullis.failures",
                "commands that could not be recorded",
                Tags.of(COMMAND, command, "category", word(category.name())));
    }

    @Override
    public void appended(int entries, long nanos) {
        Counter.builder("portcullis.journal.entries")
                .description("entries that were made durable")
                .register(registry)
                .increment(entries);
        Timer.builder("portcullis.journal.append")
                .description("how long the journal took to make a command's entries durable")
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void fired(String deadline, Duration late) {
        Timer.builder("portcullis.deadlines")
                .description("deadlines that fired, and how late")
                .tags("kind", deadline)
                .register(registry)
                .record(late);
    }

    @Override
    public void listenerFailed(String listener) {
        count("portcullis.listener.failures", "calls of listeners that threw", Tags.of("listener", listener));
    }

    @Override
    public void subscribed(Subscription subscription) {
        registry.find("portcullis.subscription.waiting")
                .tags(SUBSCRIPTION, subscription.name())
                .meters()
                .forEach(registry::remove);
        queues.put(
                subscription,
                Gauge.builder("portcullis.subscription.waiting", subscription, Subscription::waiting)
                        .description("happenings that wait for the consumer")
                        .tags(SUBSCRIPTION, subscription.name())
                        .register(registry));
    }

    @Override
    public void fellBehind(String subscription) {
        count(
                "portcullis.subscription.lags",
                "times that a consumer was sent to the journal",
                Tags.of(SUBSCRIPTION, subscription));
    }

    @Override
    public void unsubscribed(Subscription subscription) {
        Meter queue = queues.remove(subscription);
        if (queue != null && !queues.containsValue(queue)) {
            registry.remove(queue);
        }
    }

    @Override
    public void clockWentBack(Duration by) {
        Timer.builder("portcullis.clock.backwards")
                .description("calls at which the clock was before the latest entry, and by how much")
                .register(registry)
                .record(by);
    }

    private void gauge(EngineFront front, String of, ToIntFunction<OpenWork> part) {
        Tags tags = Tags.of("of", of);
        replace(
                "portcullis.open",
                tags,
                Gauge.builder("portcullis.open", front, each -> part.applyAsInt(each.open()))
                        .description("what the engine has open")
                        .tags(tags));
    }

    private void replace(String name, Tags tags, Gauge.Builder<EngineFront> gauge) {
        registry.find(name).tags(tags).meters().forEach(registry::remove);
        gauge.strongReference(true).register(registry);
    }

    private void count(String name, String description, Tags tags) {
        Counter.builder(name)
                .description(description)
                .tags(tags)
                .register(registry)
                .increment();
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
