package org.portcullis.engine.flow;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells listeners and subscriptions what happened, in order; whatever they throw ends here.
 *
 * <p>{@link #tell} and {@link #stopped} are called under the front's lock alone.
 */
final class Audience implements Subscription.Watch {
    private static final String METRICS = "metrics";

    private final FrontSettings settings;
    private final List<Named> listeners = new CopyOnWriteArrayList<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final ArrayDeque<Happening> untold = new ArrayDeque<>();
    private boolean telling;

    /** A listener and the name under which its failures are counted. */
    private record Named(String name, EngineListener listener) {}

    Audience(FrontSettings settings) {
        this.settings = settings;
    }

    void add(String name, EngineListener listener) {
        listeners.add(new Named(name, listener));
    }

    void remove(EngineListener listener) {
        listeners.removeIf(named -> named.listener().equals(listener));
    }

    Subscription subscribe(String name, int capacity, long fromIndex) {
        Subscription subscription = new Subscription(name, capacity, fromIndex, this);
        subscriptions.add(subscription);
        measure(metrics -> metrics.subscribed(subscription));
        return subscription;
    }

    /** Tells everybody; what a listener makes happen meanwhile is told after this, so that all hear things in the order of the journal. */
    void tell(Happening happening) {
        untold.add(happening);
        if (telling) {
            return;
        }
        telling = true;
        try {
            for (Happening next = untold.poll(); next != null; next = untold.poll()) {
                tellNow(next);
            }
        } finally {
            telling = false;
        }
    }

    void stopped(EngineFailure failure) {
        listeners.forEach(named -> guarded(named.name(), () -> named.listener().stopped(failure)));
        subscriptions.forEach(subscription -> subscription.end("the engine has stopped: " + failure.getMessage()));
    }

    /** Tells the metrics something. */
    void measure(Consumer<EngineMetrics> what) {
        guarded(METRICS, () -> what.accept(settings.metrics()));
    }

    @Override
    public void fellBehind(Subscription subscription) {
        measure(metrics -> metrics.fellBehind(subscription.name()));
    }

    @Override
    public void closed(Subscription subscription) {
        if (subscriptions.remove(subscription)) {
            measure(metrics -> metrics.unsubscribed(subscription));
        }
    }

    private void tellNow(Happening happening) {
        subscriptions.forEach(subscription -> subscription.offer(happening));
        listeners.forEach(named -> guarded(named.name(), () -> named.listener().happened(happening)));
    }

    /** What happened is durable already: no fault of a listener, not even an error, may keep the reply from its caller or the news from the others. */
    private void guarded(String name, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error failure) {
            report(name, failure);
        }
    }

    private void report(String name, Throwable failure) {
        try {
            settings.metrics().listenerFailed(name);
        } catch (RuntimeException | Error alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
        try {
            settings.failures().failed(name, failure);
        } catch (RuntimeException | Error nobodyLeftToTell) {
            // Reason: who is told of failures has failed too, and the engine goes on all the same.
            return;
        }
    }
}
