package org.portcullis.compiler.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One page of the language reference.
 *
 * <p>A block {@code ```policy} is an example that compiles, {@code ```policy P0401} one that does not and gives exactly this code, {@code ```policy advice P0618} one
 * that compiles with this advice, and {@code ```policy scopes.policy} and {@code ```csv limits.csv} are files that examples of the page name.
 */
record ReferencePage(Path file, String text) {
    static final Path FOLDER = Path.of("..", "..", "docs", "language");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(policy|csv)(?: ([^\\n]+))?\\n(.*?)^```$");
    private static final Pattern RULE = Pattern.compile("<!-- rule: (\\w+) -->");
    private static final Pattern CODE = Pattern.compile("P\\d{4}");

    /** Every page, in the order of their names. */
    static List<ReferencePage> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(ReferencePage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferencePage read(Path file) {
        try {
            return new ReferencePage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    /** The rules of the grammar that the page describes. */
    List<String> rules() {
        return RULE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The examples of the page, good ones and bad ones. */
    List<Example> examples() {
        return blocks().filter(block ->
                        block.group(1).equals("policy") && fileName(block).isEmpty())
                .map(block -> new Example(name(), info(block), block.group(3), files()))
                .toList();
    }

    /** The files that the page supplies, by their names. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        blocks().forEach(block -> fileName(block).ifPresent(named -> files.put(named, block.group(3))));
        return files;
    }

    private Stream<MatchResult> blocks() {
        return BLOCK.matcher(text).results();
    }

    private static Optional<String> fileName(MatchResult block) {
        return Optional.of(info(block)).filter(info -> info.endsWith(".csv") || info.endsWith(".policy"));
    }

    private static String info(MatchResult block) {
        return Optional.ofNullable(block.group(2)).orElse("");
    }

    @Override
    public String toString() {
        return name();
    }

    /**
     * One example.
     *
     * @param info what the fence says after `policy`
     * @param files what the page supplies
     */
    record Example(String page, String info, String text, Map<String, String> files) {
        boolean isGood() {
            return wrongWith().isEmpty();
        }

        /** The code that a bad example gives. */
        Optional<String> wrongWith() {
            return Optional.of(info).filter(code -> CODE.matcher(code).matches());
        }

        /** The advice that a good example is given. */
        List<String> advice() {
            return isGood()
                    ? CODE.matcher(info).results().map(MatchResult::group).toList()
                    : List.of();
        }

        /** The example with a header, its own or the one of the entry page. */
        String whole() {
            boolean hasHeader = text.lines().anyMatch(line -> line.startsWith("policy \""));
            return hasHeader ? text : header() + text;
        }

        private static String header() {
            String first = ReferencePage.read(FOLDER.resolve("README.md"))
                    .blocks()
                    .findFirst()
                    .orElseThrow()
                    .group(3);
            return first.substring(first.indexOf("policy \""), first.indexOf("\n\n") + 2);
        }

        /** Puts the whole text in the place of the example. */
        void write(String formatted) {
            String excerpt = text.equals(whole()) ? formatted : formatted.substring(header().length());
            Path file = FOLDER.resolve(page);
            try {
                Files.writeString(file, Files.readString(file).replace(text, excerpt));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return page + ": " + text.lines().findFirst().orElse("");
        }
    }
}
