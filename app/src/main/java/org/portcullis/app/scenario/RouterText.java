package org.portcullis.app.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portcullis.app.terminal.Numbers;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.model.value.ValueText;

/** Writes what a router did for a person at a terminal. */
final class RouterText {
    private RouterText() {}

    /** What is added to the outcome of the release; nothing where no router works it. */
    static String outcome(RunResult result) {
        return result.router()
                .map(router -> router.stopped().isPresent() ? ", suspended" : "")
                .orElse("");
    }

    /** What the router sent, what was executed, and what stopped it. */
    static List<String> details(RunResult result) {
        List<String> lines = new ArrayList<>();
        result.router().ifPresent(done -> {
            Scenario.Router router = result.run().router().orElseThrow();
            say(lines, "the router sends " + counted(done.sent()) + " (" + router.scale() + ")");
            if (!done.refused().isEmpty()) {
                say(lines, "the gateway refuses " + refusals(done));
            }
            say(
                    lines,
                    ValueText.grouped(done.sharesMicros(), 0) + " shares are executed, worth USD "
                            + MoneyWords.rounded(done.notionalMicros()) + "; "
                            + (done.beyondMicros() == 0
                                    ? "none beyond what customers asked for"
                                    : ValueText.grouped(done.beyondMicros(), 0)
                                            + " of them beyond what customers asked for"));
            say(
                    lines,
                    done.stopped()
                            .map(stopped -> "after " + seconds(stopped.after()) + " "
                                    + stopped.stop().control().text() + " suspends "
                                    + stopped.stop().target().words() + ": "
                                    + stopped.stop().message())
                            .orElse("nothing is suspended"));
            if (!done.told().isEmpty()) {
                String roles = done.told().entrySet().stream()
                        .map(told -> told.getKey() + " after " + seconds(told.getValue()))
                        .collect(Collectors.joining(", "));
                say(lines, "alerts are told to " + roles + "; here nobody answers");
            }
            done.cancelled().ifPresent(after -> say(lines, "after " + seconds(after) + " what is left is cancelled"));
        });
        return lines;
    }

    /** The money that was executed, and the number of executions. */
    static String left(RouterResult router) {
        return router.executions() == 0
                ? "0"
                : MoneyWords.brief(router.notionalMicros()) + " in " + router.executions();
    }

    /** What stopped the router, or refused it. */
    static String stopped(RouterResult router) {
        List<String> causes = new ArrayList<>();
        router.stopped()
                .ifPresent(stopped -> causes.add("suspended after " + seconds(stopped.after()) + ": "
                        + stopped.stop().control().text()));
        if (!router.refused().isEmpty()) {
            causes.add("refused " + refusals(router));
        }
        return causes.isEmpty() ? "nothing" : String.join("; ", causes);
    }

    private static String refusals(RouterResult router) {
        return router.refused().entrySet().stream()
                .map(each -> Numbers.grouped(each.getValue()) + " as `" + each.getKey() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String counted(int orders) {
        return Numbers.grouped(orders) + (orders == 1 ? " order" : " orders");
    }

    private static String seconds(Duration after) {
        return String.format(Locale.ROOT, "%d.%03d s", after.toSeconds(), after.toMillisPart());
    }

    private static void say(List<String> lines, String text) {
        lines.addAll(Paragraph.hanging("     ", text, Table.WIDTH));
    }
}
