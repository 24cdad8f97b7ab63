package org.portcullis.killtest;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** How the process that is killed is started: quickly, from jars whose classes were read in advance by one run that ends by itself. */
final class Program {
    private static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xss512k");

    private final Path folder;
    private final String classPath;

    private Program(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** Packs the class path into jars, since only classes from jars are read in advance, and reads them in advance. */
    static Program prepare(Path folder) throws IOException, InterruptedException {
        List<String> jars = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(place);
            if (Files.isDirectory(path)) {
                jars.add(pack(path, folder.resolve("classes" + jars.size() + ".jar")));
            } else if (Files.isRegularFile(path)) {
                jars.add(place);
            }
        }
        Program program = new Program(folder, String.join(File.pathSeparator, jars));
        Process training = program.start(
                List.of("-XX:ArchiveClassesAtExit=" + program.archive(), "-Xlog:disable"),
                folder.resolve("training"),
                Desk.MORNING,
                1,
                3,
                folder.resolve("training.log"));
        training.getInputStream().transferTo(OutputStream.nullOutputStream());
        training.waitFor();
        return program;
    }

    /** Starts an engine on a journal; what it says on the standard error goes to a file. */
    Process start(Path journal, Instant begin, long seed, Path errors) throws IOException {
        List<String> archived = Files.isRegularFile(archive())
                ? List.of("-XX:SharedArchiveFile=" + archive(), "-Xshare:auto", "-Xlog:disable")
                : List.of();
        return start(archived, journal, begin, seed, 1_000, errors);
    }

    private Process start(List<String> more, Path journal, Instant begin, long seed, int rounds, Path errors)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK);
        command.addAll(more);
        command.addAll(List.of(
                "-cp",
                classPath,
                EngineAtWork.class.getName(),
                journal.toString(),
                begin.toString(),
                Long.toString(seed),
                Integer.toString(rounds)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private static String pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar.toString();
    }
}
