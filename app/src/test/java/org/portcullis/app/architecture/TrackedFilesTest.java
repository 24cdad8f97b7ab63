package org.portcullis.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** States what no file of the repository may contain. The words are put together from parts, since this file is read too. */
class TrackedFilesTest {
    private static final int FILE_FLOOR = 300;
    private static final int LINE_CEILING = 500;

    private static final Set<String> SKIPPED_FOLDERS = Set.of(".git", ".idea", ".settings", ".vscode", "out", "target");

    private static final List<TextFile> FILES = readTree(repositoryRoot());

    @Test
    void rulesLookAtTheWholeRepository() {
        assertTrue(FILES.size() >= FILE_FLOOR, FILES.size() + " files found, at least " + FILE_FLOOR + " expected");
    }

    @Test
    void noFileNamesAPathOfOneMachine() {
        String folders = String.join("|", List.of("work", "root", "home", "tmp", "Users", "usr/lib/jvm"));
        assertNoLine(file -> true, "(?<![\\w.})*-])/(" + folders + ")/");
    }

    @Test
    void noFileNamesAPackageRegistry() {
        assertNoLine(
                file -> true,
                "(?i)repo1?\\.maven|repo\\.maven\\.apache|sonatype\\.(org|com)|npmjs\\.|deb\\.debian|jitpack\\.");
    }

    @Test
    void noBuildFileNamesARepository() {
        assertNoLine(
                file -> file.name().endsWith(".xml"),
                "<(plugin)?" + "repositor(y|ies)>|<mirrors?>|<distribution" + "Management>");
    }

    @Test
    void thereIsNoMavenWrapper() {
        List<String> wrappers = FILES.stream()
                .map(TextFile::name)
                .filter(name -> name.matches("(.*/)?mvnw(\\.cmd)?|.*maven-wrapper.*"))
                .toList();
        assertEquals(List.of(), wrappers);
    }

    @Test
    void noTestIsSwitchedOff() {
        assertNoLine(TrackedFilesTest::isTest, "@" + "Disabled\\b");
    }

    @Test
    void noTestSleeps() {
        assertNoLine(TrackedFilesTest::isTest, "\\bThread\\s*\\.\\s*" + "sleep\\s*\\(|TimeUnit\\.\\w+\\.sleep\\s*\\(");
    }

    @Test
    void noMainFileIsLongerThanAPersonReads() {
        List<String> tooLong = FILES.stream()
                .filter(file -> file.name().contains("src/main/java/"))
                .filter(file -> file.text().lines().count() > LINE_CEILING)
                .map(TextFile::name)
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @Test
    void noWorkIsLeftInComments() {
        assertNoLine(file -> !file.name().endsWith(".md"), "\\b(TO" + "DO|FIX" + "ME)\\b");
    }

    @Test
    void everyTextFileEndsWithALineFeed() {
        List<String> cut = FILES.stream()
                .filter(file -> !isInput(file))
                .filter(file -> !file.text().isEmpty() && !file.text().endsWith("\n"))
                .map(TextFile::name)
                .toList();
        assertEquals(List.of(), cut);
    }

    /** Input of tests and of scenarios is kept byte for byte as it came. */
    private static boolean isInput(TextFile file) {
        return file.name().contains("src/test/resources/") || file.name().endsWith(".csv");
    }

    private static boolean isTest(TextFile file) {
        return file.name().contains("src/test/java/");
    }

    private static void assertNoLine(Predicate<TextFile> where, String pattern) {
        Predicate<String> found = Pattern.compile(pattern).asPredicate();
        assertEquals(
                List.of(),
                FILES.stream()
                        .filter(where)
                        .flatMap(file -> file.linesWith(found))
                        .toList());
    }

    /** Climbs from the module that the test runs in to the folder that has the build's own settings. */
    private static Path repositoryRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no folder above the test has a .mvn folder");
            }
        }
        return folder;
    }

    private static List<TextFile> readTree(Path root) {
        List<TextFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return SKIPPED_FOLDERS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && !file.endsWith(".git")) {
                        files.add(TextFile.read(root, file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort((one, other) -> one.name().compareTo(other.name()));
        return List.copyOf(files);
    }

    /** A file by its path from the root, with slashes. Of one that is not UTF-8 text, only the name is looked at. */
    private record TextFile(String name, String text) {
        static TextFile read(Path root, Path file) throws IOException {
            String name = root.relativize(file).toString().replace('\\', '/');
            try {
                return new TextFile(name, Files.readString(file, StandardCharsets.UTF_8));
            } catch (MalformedInputException notText) {
                return new TextFile(name, "");
            }
        }

        Stream<String> linesWith(Predicate<String> found) {
            List<String> lines = text.lines().toList();
            return IntStream.range(0, lines.size())
                    .filter(index -> found.test(lines.get(index)))
                    .mapToObj(index ->
                            name + ":" + (index + 1) + ": " + lines.get(index).strip());
        }
    }
}
