package org.portcullis.example.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about embedding shows code that runs, what it prints, and the jars that there are; {@code -Dgolden.write=true} writes the first two anew. */
class EmbeddingPageTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path SOURCES = Path.of("src/main/java/org/portcullis/example/embedding");
    private static final Pattern IN_CODE =
            Pattern.compile(" *// excerpt: (\\w+)\n(.*?) *// end of excerpt\n", Pattern.DOTALL);
    private static final Pattern IN_PAGE =
            Pattern.compile("<!-- excerpt: (\\w+) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<artifactId>([^<]+)</artifactId>(?:\\s*<version>[^<]*</version>)?(?:\\s*<scope>(\\w+)</scope>)?");

    private static final Pattern PRINTED = Pattern.compile("```text\n(.*?)\n```\n", Pattern.DOTALL);

    private final String page;

    EmbeddingPageTest() throws IOException {
        Path file = ROOT.resolve("docs/embedding.md");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, rewritten(Files.readString(file)));
        }
        page = Files.readString(file);
    }

    @Test
    void everyExcerptIsTheCodeThatRuns() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        Matcher inPage = IN_PAGE.matcher(page);
        while (inPage.find()) {
            shown.put(inPage.group(1), inPage.group(2));
        }
        assertEquals(excerpts(), shown);
    }

    @Test
    void whatIsPrintedIsShown() throws IOException {
        assertTrue(page.contains(
                "```text\n" + Files.readString(HeldBasketDayTest.GOLDEN).strip() + "\n```\n"));
    }

    @Test
    void theEngineBringsNoLibraryAlong() throws IOException {
        assertEquals(List.of("portcullis-policy-model"), dependencies("engine/engine-core"));
        assertEquals(List.of(), dependencies("policy-dsl/policy-model"));
        assertEquals(List.of(), dependencies("journal/journal-verifier"));
        assertEquals(List.of(), dependencies("journal/journal-witness"));
    }

    @Test
    void theJournalBringsBouncyCastleAlong() throws IOException {
        assertEquals(
                List.of("portcullis-engine-core", "bcprov-jdk18on", "bcpkix-jdk18on"),
                dependencies("journal/journal-log"));
    }

    @Test
    void metricsBringOneLibraryAlong() throws IOException {
        assertEquals(List.of("portcullis-engine-core", "micrometer-core"), dependencies("engine/engine-metrics"));
    }

    @Test
    void everyModuleInheritsAnnotationsAndTestsAlone() throws IOException {
        String parent = Files.readString(ROOT.resolve("pom.xml"));
        String inherited = parent.substring(parent.indexOf("</dependencyManagement>"), parent.indexOf("<build>"));
        assertEquals(List.of("jspecify"), runtime(inherited));
    }

    /** What the example and the page name as its jars is what its build names. */
    @Test
    void everyJarOfTheExampleIsOnThePage() throws IOException {
        List<String> missing = dependencies("examples/embedding").stream()
                .filter(jar -> !page.contains("`" + jar.replace("portcullis-", "") + "`"))
                .filter(jar -> !jar.equals("slf4j-nop"))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static String rewritten(String page) throws IOException {
        Map<String, String> excerpts = excerpts();
        String code = IN_PAGE.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement("<!-- excerpt: " + found.group(1) + " -->\n```java\n"
                        + excerpts.getOrDefault(found.group(1), "") + "```\n"));
        String printed = Files.readString(HeldBasketDayTest.GOLDEN).strip();
        return PRINTED.matcher(code).replaceFirst(Matcher.quoteReplacement("```text\n" + printed + "\n```\n"));
    }

    private static Map<String, String> excerpts() throws IOException {
        Map<String, String> excerpts = new TreeMap<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : new TreeSet<>(files.toList())) {
                Matcher inCode = IN_CODE.matcher(Files.readString(file));
                while (inCode.find()) {
                    excerpts.put(
                            inCode.group(1), inCode.group(2).stripTrailing().stripIndent() + "\n");
                }
            }
        }
        return excerpts;
    }

    private static List<String> dependencies(String module) throws IOException {
        String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        int begin = pom.indexOf("<dependencies>");
        return begin < 0 ? List.of() : runtime(pom.substring(begin, pom.indexOf("</dependencies>", begin)));
    }

    private static List<String> runtime(String dependencies) {
        return DEPENDENCY
                .matcher(dependencies)
                .results()
                .filter(found -> !"test".equals(found.group(2)))
                .map(found -> found.group(1))
                .collect(Collectors.toList());
    }
}
