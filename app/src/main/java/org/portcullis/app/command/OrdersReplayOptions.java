package org.portcullis.app.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of a replay of a file of orders; mutable, filled in by the command line. */
final class OrdersReplayOptions {

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "put the orders of a CSV file before this policy, instead of a scenario")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--market",
            paramLabel = "FILE",
            description = "with --policy: instruments, rates or medians, as CSV; may be given several times")
    private List<String> market = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "with --policy: how many threads (one for each processor)")
    private Optional<Integer> threads = Optional.empty();

    Optional<String> policy() {
        return policy;
    }

    List<String> market() {
        return market;
    }

    int threads() {
        return Math.max(1, threads.orElseGet(() -> Runtime.getRuntime().availableProcessors()));
    }
}
