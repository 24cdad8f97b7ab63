package org.portcullis.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.PolicyWords;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.words.Word;

/**
 * Holds the grammar of the extension for VS Code to that of the compiler. After a change of the language's words, {@code -Dportcullis.golden=write} writes them
 * into it.
 */
class TextMateGrammarTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path FILE = ROOT.resolve("editors/vscode/syntaxes/portcullis.tmLanguage.json");
    private static final Pattern WORDS = Pattern.compile("\\(\\?:([a-zA-Z|-]+)\\)\\(\\?!\\[\\\\\\\\w-\\]\\)");
    private static final int WORD_FLOOR = 500;

    @Test
    void everyWordOfTheLanguageIsAKeyword() throws IOException {
        String words = String.join("|", PolicyWords.keywords());
        if ("write".equals(System.getProperty("portcullis.golden"))) {
            String written = Files.readString(FILE);
            Matcher found = WORDS.matcher(written);
            assertTrue(found.find());
            Files.writeString(FILE, written.substring(0, found.start(1)) + words + written.substring(found.end(1)));
        }
        Matcher found = WORDS.matcher(Files.readString(FILE));
        assertTrue(found.find());
        assertEquals(words, found.group(1), "write it anew with -Dportcullis.golden=write");
    }

    @Test
    void everyWordOfAPolicyHasTheColourOfItsKind() throws IOException {
        List<Rule> rules = rules();
        int words = 0;
        for (Path policy : policies()) {
            String text = Files.readString(policy);
            for (Word word : PolicyWords.words(new SourceText(policy.toString(), text))) {
                int lineStart = text.lastIndexOf('\n', word.span().start()) + 1;
                int lineEnd = text.indexOf('\n', lineStart);
                String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
                String scope = scope(rules, line, word.span().start() - lineStart);
                assertEquals(expected(word), scope, policy + ": " + word);
                words++;
            }
        }
        assertTrue(words >= WORD_FLOOR, words + " words");
    }

    private static String expected(Word word) {
        return switch (word.kind()) {
            case KEYWORD -> "keyword.control.portcullis";
            case ID -> "entity.name.type.portcullis";
            case CAPITALS -> "constant.language.portcullis";
            case ATTRIBUTE -> "variable.other.property.portcullis";
            case NUMBER -> "constant.numeric.portcullis";
            case DATE -> "constant.numeric.date.portcullis";
            case TEXT, UNCLOSED_TEXT -> "string.quoted.double.portcullis";
            case REGION -> "constant.other.region.portcullis";
            case COMMENT -> "comment.line.double-dash.portcullis";
            case PUNCTUATION, UNKNOWN_SIGN, UNKNOWN_WORD -> "";
        };
    }

    /** The scope of the character, found as an editor does: from the left, the earliest match, of equals the first rule. */
    private static String scope(List<Rule> rules, String line, int column) {
        int at = 0;
        while (at <= column) {
            int start = line.length() + 1;
            int end = start;
            String scope = "";
            for (Rule rule : rules) {
                Matcher found = rule.pattern().matcher(line);
                if (found.find(at) && found.start() < start) {
                    start = found.start();
                    end = found.end();
                    scope = rule.scope();
                }
            }
            if (start <= column && column < end) {
                return scope;
            }
            at = start > column ? column + 1 : end;
        }
        return "";
    }

    private static List<Rule> rules() throws IOException {
        JsonObject grammar = JsonParser.parseString(Files.readString(FILE)).getAsJsonObject();
        List<Rule> rules = new ArrayList<>();
        for (JsonElement pattern : grammar.getAsJsonArray("patterns")) {
            String name = pattern.getAsJsonObject().get("include").getAsString().substring(1);
            JsonObject rule = grammar.getAsJsonObject("repository").getAsJsonObject(name);
            rules.add(new Rule(
                    rule.get("name").getAsString(),
                    Pattern.compile(rule.get("match").getAsString())));
        }
        return rules;
    }

    private static List<Path> policies() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("policies"))) {
            return files.filter(file -> file.toString().endsWith(".policy"))
                    .sorted()
                    .toList();
        }
    }

    private record Rule(String scope, Pattern pattern) {}
}
