package org.portcullis.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.app.orders.OrdersReplay;
import org.portcullis.app.orders.OrdersTally;
import org.portcullis.app.orders.ReplayMarket;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Numbers;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.Table;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.Compilation;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.model.PolicyPack;

/** One replay of a file of orders, and what the terminal shows of it. */
record OrdersReplaySession(Surroundings surroundings, String orders, OrdersReplayOptions options) {
    private static final long MEGABYTE = 1 << 20;
    private static final int MAX_TOLD = 20;
    private static final long MILLIS = 1_000;

    Integer play(boolean json) {
        String policy = options.policy()
                .orElseThrow(() ->
                        new UserMistake(orders + ": is a file of orders; name the policy that is asked with --policy"));
        Instant begun = surroundings.clock().instant();
        Path file = surroundings.path(orders);
        long size = OrdersReplay.size(file, orders);
        LocalDate day = LocalDate.ofInstant(begun, ZoneOffset.UTC);
        Optional<CompiledPolicies> compiled = CompiledPolicies.read(surroundings, List.of(policy), day);
        if (compiled.isEmpty()) {
            return ExitStatus.REFUSED;
        }
        PolicyPack pack = only(policy, compiled.get());
        ReplayMarket market = new ReplayMarket(pack.header().currency());
        options.market().forEach(typed -> market.read(surroundings.path(typed), typed));
        Assessor assessor = Assessor.over(DroolsEvaluator.factory(), pack);
        OrdersReplay replay = new OrdersReplay(assessor, market, options.threads(), OrdersReplay.PART_BYTES);
        Instant loaded = surroundings.clock().instant();
        OrdersTally tally;
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            tally = replay.replay(
                    file,
                    orders,
                    (bytes, evaluated) -> progress.step(
                            "MB, " + Numbers.grouped(evaluated) + " orders", bytes / MEGABYTE, size / MEGABYTE));
        }
        long millis = Duration.between(loaded, surroundings.clock().instant()).toMillis();
        if (json) {
            surroundings
                    .terminal()
                    .json(tally.json(orders)
                            .put("policy", pack.header().name())
                            .put("millis", millis)
                            .put("threads", (long) options.threads())
                            .build());
        } else {
            print(pack, tally, millis);
        }
        return tally.badLines() == 0 ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private static PolicyPack only(String typed, CompiledPolicies compiled) {
        List<Compilation> all = compiled.compilations();
        if (all.size() != 1) {
            throw new UserMistake(typed + ": holds " + all.size() + " policies: "
                    + all.stream().map(each -> each.source().name()).collect(Collectors.joining(", "))
                    + "; name the one that is asked");
        }
        return all.get(0).pack().orElseThrow();
    }

    private void print(PolicyPack pack, OrdersTally tally, long millis) {
        Terminal terminal = surroundings.terminal();
        terminal.line("policy    " + pack.header().name());
        terminal.line("orders    " + Numbers.grouped(tally.evaluated()) + " evaluated in "
                + Numbers.grouped(tally.baskets()) + " baskets");
        terminal.line("accepted  " + Numbers.grouped(tally.accepted()));
        terminal.line("warned    " + Numbers.grouped(tally.orders(Effect.WARN)));
        terminal.line("held      " + Numbers.grouped(tally.orders(Effect.HOLD)));
        terminal.line("blocked   " + Numbers.grouped(tally.orders(Effect.BLOCK)));
        terminal.line("bad       " + Numbers.grouped(tally.badLines()) + " lines"
                + (tally.leftOut() == 0
                        ? ""
                        : ", and " + Numbers.grouped(tally.leftOut()) + " orders left out with their baskets"));
        terminal.line("speed     " + Numbers.grouped(MILLIS * tally.evaluated() / Math.max(1, millis))
                + " orders a second: " + String.format(Locale.ROOT, "%d.%d", millis / MILLIS, millis / 100 % 10)
                + " seconds, "
                + options.threads() + (options.threads() == 1 ? " thread" : " threads"));
        if (!tally.controls().isEmpty()) {
            terminal.gap();
            terminal.lines(table(tally));
        }
        tally.named().stream().limit(MAX_TOLD).forEach(line -> terminal.err().println(line.told(orders)));
        if (tally.badLines() > MAX_TOLD) {
            terminal.err()
                    .println("and " + Numbers.grouped(tally.badLines() - MAX_TOLD)
                            + " more bad lines; --json names the first " + OrdersTally.MAX_NAMED);
        }
    }

    private static List<String> table(OrdersTally tally) {
        Table table = new Table(List.of(
                Table.Column.text("control"),
                Table.Column.number("blocked"),
                Table.Column.number("held"),
                Table.Column.number("warned"),
                Table.Column.number("noted"),
                Table.Column.number("of these unknown")));
        tally.controls()
                .forEach(spoke -> table.row(List.of(
                        spoke.control(),
                        Numbers.grouped(spoke.blocked()),
                        Numbers.grouped(spoke.held()),
                        Numbers.grouped(spoke.warned()),
                        Numbers.grouped(spoke.noted()),
                        Numbers.grouped(spoke.unknown()))));
        return table.lines();
    }
}
