package org.portcullis.benchmark.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portcullis.benchmark.contest.Engine;

/** Says on what was measured. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static void into(Page page, String date, Effort effort, Path journals) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        page.title("Where and with what")
                .table("", "")
                .row("date", date)
                .row("processor", processor() + ", " + system.getAvailableProcessors() + " cores seen by Java")
                .row("memory", (system.getTotalMemorySize() >> 30) + " GiB")
                .row("load before, one minute", String.format(Locale.ROOT, "%.1f", system.getSystemLoadAverage()))
                .row("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .row("file system of the journal", Files.getFileStore(journals).type())
                .row("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"))
                .row("size of the run", effort.isFull() ? "full" : "quick: too short for figures to quote")
                .row("libraries", libraries())
                .end();
    }

    private static String libraries() {
        return Arrays.stream(Engine.values())
                .flatMap(engine -> engine.library().stream())
                .map(jar -> jar.replace(".jar", ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(PROCESSORS, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
