package org.portcullis.compiler.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.compiler.internal.parse.GrammarUse;
import org.portcullis.compiler.reference.ReferencePage.Example;
import org.portcullis.model.measure.Measure;

/** Holds the language reference against the grammar and the model: nothing of them is left out, and no page and no link leads nowhere. */
class ReferencePagesTest {
    private static final String ENTRY = "README.md";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\|.*$");
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:-[a-z]+)*");

    static List<ReferencePage> pages() {
        return ReferencePage.all();
    }

    @Test
    void everyRuleOfTheGrammarIsDescribedOnOnePage() {
        List<String> described = new ArrayList<>();
        pages().forEach(page -> described.addAll(page.rules()));
        described.sort(String::compareTo);
        assertEquals(List.copyOf(GrammarUse.whole().rules()), described);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRuleIsShownWhereItIsDescribed(ReferencePage page) {
        Set<String> shown = new TreeSet<>();
        page.examples().stream()
                .filter(Example::isGood)
                .forEach(example -> shown.addAll(GrammarUse.of(example.whole()).rules()));
        page.files().forEach((name, text) -> {
            if (name.endsWith(".policy")) {
                shown.addAll(GrammarUse.of(text).rules());
            } else {
                shown.addAll(Set.of("limitCell", "givenCell", "valueCell", "expectCell"));
            }
        });
        Set<String> hidden = new TreeSet<>(page.rules());
        hidden.removeAll(shown);
        assertEquals(Set.of(), hidden);
    }

    @Test
    void everyWordOfTheGrammarStandsInAnExampleOrInTheTableOfUnits() {
        Set<String> missing = new TreeSet<>(GrammarUse.whole().words());
        for (ReferencePage page : pages()) {
            page.examples().stream()
                    .filter(Example::isGood)
                    .forEach(example ->
                            missing.removeAll(GrammarUse.of(example.text()).words()));
            page.files()
                    .values()
                    .forEach(text -> missing.removeAll(GrammarUse.of(text).words()));
            if (page.rules().contains("unit")) {
                TABLE_ROW
                        .matcher(page.text())
                        .results()
                        .forEach(row ->
                                WORD.matcher(row.group()).results().forEach(word -> missing.remove(word.group())));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyAttributeIsListed() {
        ReferencePage page = page("attributes.md");
        for (Measure measure : Measure.values()) {
            String row = "| `" + measure.path() + "` | " + measure.dimension().phrase() + " | "
                    + measure.level().name().toLowerCase(Locale.ROOT) + " | " + measure.description() + " |";
            assertTrue(page.text().contains(row), row);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsLinkedFromTheEntryPageAndLinksBack(ReferencePage page) {
        assertTrue(page.name().equals(ENTRY) || page(ENTRY).text().contains("](" + page.name() + ")"), page.name());
        assertTrue(page.name().equals(ENTRY) || page.text().contains("](" + ENTRY + ")"), page.name());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noLinkLeadsNowhere(ReferencePage page) throws IOException {
        List<String> dead = new ArrayList<>();
        for (String link :
                LINK.matcher(page.text()).results().map(found -> found.group(1)).toList()) {
            if (!link.startsWith("https:") && !leadsSomewhere(page, link)) {
                dead.add(link);
            }
        }
        assertEquals(List.of(), dead);
    }

    private static boolean leadsSomewhere(ReferencePage page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page.file() : ReferencePage.FOLDER.resolve(parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || anchors(Files.readString(target)).contains(parts[1]));
    }

    /** The names that headings get where pages are shown. */
    private static List<String> anchors(String text) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static ReferencePage page(String name) {
        return pages().stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
