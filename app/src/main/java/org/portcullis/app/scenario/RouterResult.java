package org.portcullis.app.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.work.Stop;

/**
 * What came of the orders that a router worked.
 *
 * @param sent how many child orders the router made
 * @param refused how many of them the gateway refused, by the refusal's code; none where the router does not ask
 * @param executions how many were executed
 * @param sharesMicros the shares that were executed, in millionths
 * @param notionalMicros their worth in the policy's currency, in millionths
 * @param beyondMicros the shares that were executed beyond what customers had asked for, in millionths
 * @param isWhole whether each customer has all that was asked for, and no more
 * @param stopped the first stop; empty where nothing was stopped
 * @param told the roles that were told of an alert, in their order, with the time after the router began
 * @param cancelled when cancellation was asked for because nobody had acknowledged an alert, or by a control; the time after the router began
 */
public record RouterResult(
        int sent,
        SortedMap<String, Integer> refused,
        int executions,
        long sharesMicros,
        long notionalMicros,
        long beyondMicros,
        boolean isWhole,
        Optional<Stopped> stopped,
        Map<String, Duration> told,
        Optional<Duration> cancelled) {
    public RouterResult {
        refused = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        told = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(told));
    }

    /** A stop, so long after the router began. */
    public record Stopped(Duration after, Stop stop) {}
}
