package org.portcullis.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation, and what stands in its fences. */
record Markdown(Path file, String text) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```([a-z]*)(?: ([^\\n]+))?\\n(.*?)^```$");

    private static final String LEFT_OUT = "…";

    /** Reads a page by its path from the root of the repository. */
    static Markdown page(String path) {
        Path file = CommandLineFixture.HOME.resolve(path);
        try {
            return new Markdown(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between three backticks and three backticks, in the order of the page. */
    List<Fence> fences() {
        return FENCE.matcher(text).results().map(Fence::of).toList();
    }

    /** The fences of one kind. */
    List<Fence> fences(String kind) {
        return fences().stream().filter(fence -> fence.kind().equals(kind)).toList();
    }

    /** The page with the content of every fence replaced. */
    String with(Function<Fence, String> content) {
        return FENCE.matcher(text).replaceAll(found -> {
            String head = found.group().substring(0, found.group().indexOf('\n') + 1);
            return Matcher.quoteReplacement(head + content.apply(Fence.of(found)) + "```");
        });
    }

    /**
     * Whether what is shown is what was printed: line by line, where a line `…` stands for lines that are left out.
     *
     * @param shown as on the page
     */
    static boolean isPrinted(String shown, String printed) {
        List<String> rest = lines(printed);
        List<List<String>> pieces = pieces(lines(shown));
        if (pieces.size() == 1) {
            return pieces.get(0).equals(rest);
        }
        int at = pieces.get(0).size();
        if (Collections.indexOfSubList(rest, pieces.get(0)) != 0) {
            return false;
        }
        for (List<String> piece : pieces.subList(1, pieces.size() - 1)) {
            int found = Collections.indexOfSubList(rest.subList(at, rest.size()), piece);
            if (found < 0) {
                return false;
            }
            at += found + piece.size();
        }
        List<String> last = pieces.get(pieces.size() - 1);
        return rest.size() - at >= last.size()
                && rest.subList(rest.size() - last.size(), rest.size()).equals(last);
    }

    private static List<String> lines(String text) {
        return text.strip().lines().map(String::stripTrailing).toList();
    }

    /** What stands before, between and behind the lines that stand for others. */
    private static List<List<String>> pieces(List<String> shown) {
        List<List<String>> pieces = new ArrayList<>();
        pieces.add(new ArrayList<>());
        for (String line : shown) {
            if (line.equals(LEFT_OUT)) {
                pieces.add(new ArrayList<>());
            } else {
                pieces.get(pieces.size() - 1).add(line);
            }
        }
        return pieces;
    }

    /**
     * One fence.
     *
     * @param kind the first word behind the backticks
     * @param info what follows it, perhaps nothing
     */
    record Fence(String kind, String info, String content) {
        private static Fence of(MatchResult found) {
            return new Fence(found.group(1), Optional.ofNullable(found.group(2)).orElse(""), found.group(3));
        }
    }
}
