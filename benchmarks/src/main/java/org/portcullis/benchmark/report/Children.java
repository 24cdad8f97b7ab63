package org.portcullis.benchmark.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.portcullis.benchmark.alone.Alone;
import org.portcullis.benchmark.alone.Figures;

/** Runs measurements in processes of their own. */
final class Children {
    private static final int MOST_MINUTES = 10;

    private final Progress progress;

    Children(Progress progress) {
        this.progress = progress;
    }

    /** Runs {@link Alone} with arguments. */
    Figures alone(String... arguments) throws IOException, InterruptedException {
        progress.say(String.join(" ", arguments));
        List<String> command =
                new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path"), Alone.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        requireDone(process, 0, String.join(" ", arguments));
        return Figures.of(out);
    }

    /**
     * How long a command takes from its start to its end, in microseconds of wall time.
     *
     * @param status the exit status that it has to have: 1 where it decides that an order is blocked
     */
    long micros(List<String> command, Path folder, int status) throws IOException, InterruptedException {
        progress.say(command.get(command.size() - 2) + " " + command.get(command.size() - 1));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long micros = (System.nanoTime() - begun) / 1_000;
        requireDone(process, status, String.join(" ", command) + ": " + out);
        return micros;
    }

    /** The java that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void requireDone(Process process, int status, String what) throws InterruptedException {
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != status) {
            process.destroyForcibly();
            throw new IllegalStateException("failed: " + what);
        }
    }
}
