package org.portcullis.benchmark.alone;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Measures one thing and prints its figures: {@code load N}, {@code memory N}, {@code reloads N TIMES}, {@code reload N TIMES}, {@code durable …}. */
public final class Alone {
    private Alone() {}

    /** Measures what the first argument names. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(measure(arguments).lines());
        out.flush();
        System.exit(0);
    }

    static Figures measure(String... arguments) throws Exception {
        return switch (arguments[0]) {
            case "load" -> Loading.load(number(arguments, 1));
            case "memory" -> Loading.memory(number(arguments, 1));
            case "reloads" -> Loading.reloads(number(arguments, 1), number(arguments, 2));
            case "reload" -> HotReload.reload(number(arguments, 1), number(arguments, 2));
            case "engine" -> Durable.withoutDisk(number(arguments, 1));
            case "durable" ->
                new Durable(Path.of(arguments[1]))
                        .callers(number(arguments, 2), number(arguments, 3), number(arguments, 4));
            default -> throw new IllegalArgumentException("nothing is called `" + arguments[0] + "`");
        };
    }

    private static int number(String[] arguments, int place) {
        return Integer.parseInt(arguments[place]);
    }
}
