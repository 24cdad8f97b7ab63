package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.app.command.Markdown.Fence;

/** Runs the tests in the examples of the language reference as `portcullis test` does: on the evaluator that decides orders, and with the catalogue. */
class LanguageExamplesTest {
    private static final String PAGES = "docs/language";
    private static final Pattern CODE = Pattern.compile("P\\d{4}");
    private static final Pattern FILE_NAME = Pattern.compile("[a-z-]+\\.(csv|policy)");
    private static final int FEWEST_TESTS = 70;

    @TempDir
    Path folder = Path.of("");

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(CommandLineFixture.HOME.resolve(PAGES))) {
            return files.map(file -> PAGES + "/" + file.getFileName()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestOfAPagePasses(String page) throws IOException {
        List<String> examples = write(Markdown.page(page), folder);
        if (!examples.isEmpty()) {
            CommandLineFixture.Ran ran = test(examples);
            assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        }
    }

    @Test
    void thereAreManyTests() throws IOException {
        long passed = 0;
        for (String page : pages()) {
            Path own = Files.createDirectory(
                    folder.resolve(Path.of(page).getFileName().toString()));
            List<String> examples = write(Markdown.page(page), own);
            if (!examples.isEmpty()) {
                passed += test(examples)
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("  passed"))
                        .count();
            }
        }
        long all = passed;
        assertTrue(all >= FEWEST_TESTS, () -> all + " tests");
    }

    private CommandLineFixture.Ran test(List<String> examples) {
        String[] arguments = Stream.concat(Stream.of("test"), examples.stream()).toArray(String[]::new);
        return new CommandLineFixture(folder).run(arguments);
    }

    /** Writes what the page supplies into the folder, and gives its examples, each a policy. */
    private List<String> write(Markdown page, Path into) {
        List<Fence> fences = page.fences();
        fences.stream()
                .filter(LanguageExamplesTest::isFile)
                .forEach(fence -> write(into.resolve(fence.info()), fence.content()));
        List<Fence> examples =
                fences.stream().filter(LanguageExamplesTest::isGoodExample).toList();
        return Stream.iterate(0, at -> at < examples.size(), at -> at + 1)
                .map(at -> {
                    Path file = into.resolve("example-" + (at + 1) + ".policy");
                    write(file, whole(examples.get(at).content()));
                    return folder.relativize(file).toString();
                })
                .toList();
    }

    private static boolean isFile(Fence fence) {
        return FILE_NAME.matcher(fence.info()).matches();
    }

    private static boolean isGoodExample(Fence fence) {
        return fence.kind().equals("policy")
                && !isFile(fence)
                && !CODE.matcher(fence.info()).matches();
    }

    /** An example without a header is a policy under that of the entry page. */
    private static String whole(String example) {
        if (example.lines().anyMatch(line -> line.startsWith("policy \""))) {
            return example;
        }
        String first =
                Markdown.page(PAGES + "/README.md").fences("policy").get(0).content();
        return first.substring(first.indexOf("policy \""), first.indexOf("\n\n") + 2) + example;
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
