package org.portcullis.mapping.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.mapping.DateMark;
import org.portcullis.mapping.LibraryControl;
import org.portcullis.mapping.ObligationKind;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.Source;
import org.portcullis.mapping.Sureness;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.CitationIndex.Standing;

class EmbeddedCatalogueTest {

    private static final ProvisionCatalogue CATALOGUE = CatalogueLoader.embedded();
    private static final LocalDate MAY_2 = LocalDate.parse("2022-05-02");

    static Stream<Citation> cited() throws IOException {
        List<Citation> cited = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProvisionCatalogue.class.getResourceAsStream("cited.txt")),
                StandardCharsets.UTF_8))) {
            for (String line :
                    lines.lines().filter(text -> !text.startsWith("#")).toList()) {
                int space = line.indexOf(' ');
                cited.add(new Citation(line.substring(0, space), line.substring(space + 2, line.length() - 1)));
            }
        }
        return cited.stream();
    }

    static List<Provision> provisions() {
        return CATALOGUE.provisions();
    }

    @ParameterizedTest
    @MethodSource("cited")
    void everyCitationInUseResolves(Citation citation) {
        assertTrue(CATALOGUE.knows(citation));
        assertEquals(citation, CATALOGUE.find(citation).orElseThrow().citation());
    }

    @ParameterizedTest
    @MethodSource("provisions")
    void paraphraseIsShortAndQuotesNobody(Provision provision) {
        String text = provision.paraphrase().text();
        assertFalse(text.isBlank());
        assertTrue(text.length() < 400, () -> text.length() + " characters");
        assertTrue(text.chars().noneMatch(c -> "\"\u201C\u201D\u201E\u00AB\u00BB".indexOf(c) >= 0));
        assertTrue(text.endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("provisions")
    void everySourceKeyHasASource(Provision provision) {
        for (String key : provision.sources()) {
            assertTrue(CATALOGUE.source(key).isPresent(), key);
        }
    }

    @ParameterizedTest
    @MethodSource("provisions")
    void noEntryClaimsADayOfVerificationThatNobodyRecorded(Provision provision) {
        assertEquals(new DateMark.Unknown(), provision.verifiedOn());
    }

    @ParameterizedTest
    @MethodSource("provisions")
    void whatIsNotConfirmedSaysSo(Provision provision) {
        if (provision.sureness() == Sureness.GENERAL) {
            String note = provision.note().toLowerCase(Locale.ROOT);
            assertTrue(
                    note.contains("not confirmed")
                            || note.contains("not checked")
                            || note.contains("general knowledge")
                            || note.contains("no source"),
                    note);
        }
    }

    @ParameterizedTest
    @MethodSource("provisions")
    void numberOfAPartBeginsWithThatOfTheWhole(Provision provision) {
        Optional<Citation> parent = CATALOGUE.parent(provision.citation());
        assertTrue(parent.map(whole -> provision.citation().provision().startsWith(whole.provision()))
                .orElse(true));
        String number = provision.citation().provision();
        if (Set.of("UK-RTS6", "FCA-MAR", "PRA-ALGO")
                .contains(provision.citation().corpus())) {
            assertTrue(parent.isPresent() || !number.endsWith(")"), number);
        }
    }

    @Test
    void everySourceIsUsed() {
        Set<String> used = provisions().stream()
                .flatMap(provision -> provision.sources().stream())
                .collect(Collectors.toCollection(HashSet::new));
        CATALOGUE.library().orElseThrow().controls().forEach(control -> used.addAll(control.sources()));
        // A source may also be named by the basis of dates alone.
        String bases = provisions().stream()
                .map(provision -> provision.inForce().basis())
                .collect(Collectors.joining(" "));
        for (Source source : CATALOGUE.sources()) {
            assertTrue(used.contains(source.key()) || bases.contains(source.key()), source::key);
        }
    }

    @Test
    void corporaStandInTheOrderOfTheIndex() {
        assertEquals(
                List.of("FCA-PRIN", "FCA-MAR", "PRA-FR", "PRA-ALGO", "UK-RTS6", "FCA-SYSC", "UK-SMCR"),
                CATALOGUE.corpora().subList(0, 7));
        assertEquals(
                "CONTROL-LIBRARY", CATALOGUE.corpora().get(CATALOGUE.corpora().size() - 1));
        assertFalse(CATALOGUE.ruleBooks().contains("CONTROL-LIBRARY"));
    }

    @Test
    void citationsStandInTheOrderOfTheirFiles() {
        assertEquals(
                List.of(
                        new Citation("FCA-PRIN", "2"),
                        new Citation("FCA-PRIN", "3"),
                        new Citation("FCA-MAR", "7A.3.1R")),
                CATALOGUE.citations().subList(0, 3));
        assertEquals(CATALOGUE.provisions().size() + 52, CATALOGUE.citations().size());
    }

    @Test
    void partsOfArticle15Paragraph1AreItsFourPoints() {
        assertEquals(
                List.of("15(1)(a)", "15(1)(b)", "15(1)(c)", "15(1)(d)"),
                CATALOGUE.children(new Citation("UK-RTS6", "15(1)")).stream()
                        .map(Citation::provision)
                        .toList());
    }

    @Test
    void unknownCitationIsNotCatalogued() {
        Citation swapped = new Citation("FCA-MAR", "7A.2.3R(2)");
        assertFalse(CATALOGUE.knows(swapped));
        assertEquals(Standing.NOT_CATALOGUED, CATALOGUE.standing(swapped, MAY_2));
    }

    @Test
    void provisionsThatWereFoundBreachedWereInForceOnTheDay() {
        for (Citation citation : List.of(
                new Citation("FCA-PRIN", "2"),
                new Citation("FCA-PRIN", "3"),
                new Citation("FCA-MAR", "7A.3.2R(2)"),
                new Citation("FCA-MAR", "7A.3.2R(3)"),
                new Citation("PRA-FR", "2"),
                new Citation("PRA-FR", "5"),
                new Citation("PRA-FR", "6"),
                new Citation("PRA-ALGO", "2.1"),
                new Citation("PRA-ALGO", "2.2(2)"))) {
            assertEquals(Standing.IN_FORCE, CATALOGUE.standing(citation, MAY_2), citation::toString);
        }
    }

    @Test
    void datesThatNoSourceGivesAreUnknown() {
        assertEquals(Standing.DATES_UNKNOWN, CATALOGUE.standing(new Citation("UK-RTS6", "15(6)"), MAY_2));
    }

    @Test
    void governedReleaseIsToPreventAndToGovern() {
        Provision release = CATALOGUE.find(new Citation("UK-RTS6", "15(6)")).orElseThrow();
        assertEquals(List.of(ObligationKind.PREVENT, ObligationKind.GOVERN), release.kinds());
        assertEquals(Sureness.SECONDARY, release.sureness());
    }

    @Test
    void articlesOneToTwentyEightOfRts6AreAllThere() {
        for (int article = 1; article <= 28; article++) {
            assertTrue(CATALOGUE.knows(new Citation("UK-RTS6", String.valueOf(article))), "article " + article);
        }
    }

    @Test
    void libraryHasFiftyTwoControlsInTheirOrder() {
        List<LibraryControl> controls = CATALOGUE.library().orElseThrow().controls();
        assertEquals(
                IntStream.rangeClosed(1, 52).mapToObj(String::valueOf).toList(),
                controls.stream().map(LibraryControl::id).toList());
    }

    @Test
    void equivalentsAreFoundFromBothSides() {
        Citation home = new Citation("UK-RTS6", "15(4)");
        Citation abroad = new Citation("US-SEC", "15c3-5(c)(1)(i)");
        assertTrue(CATALOGUE.equivalents(home).contains(abroad));
        assertTrue(CATALOGUE.equivalents(abroad).contains(home));
    }

    @ParameterizedTest
    @MethodSource("provisions")
    void ruleElsewhereNamesWhatItIsAnEquivalentOfUnlessItWasNotChecked(Provision provision) {
        boolean elsewhere = Set.of(
                        "US-SEC",
                        "US-FINRA",
                        "US-CFTC",
                        "US-CME",
                        "DE-WPHG",
                        "NORDIC-MEMBERS",
                        "SG-SGX",
                        "CA-MARKETPLACE")
                .contains(provision.citation().corpus());
        if (elsewhere && provision.sureness() != Sureness.GENERAL) {
            assertFalse(CATALOGUE.equivalents(provision.citation()).isEmpty());
        }
    }

    @Test
    void controlOfTheLibraryIsCitedAndIsNoProvision() {
        Citation kill = new Citation("CONTROL-LIBRARY", "29");
        assertTrue(CATALOGUE.knows(kill));
        assertTrue(CATALOGUE.find(kill).isEmpty());
        assertEquals("Kill switch", CATALOGUE.libraryControl(kill).orElseThrow().name());
        assertFalse(CATALOGUE.knows(new Citation("CONTROL-LIBRARY", "53")));
    }

    @Test
    void supervisoryStatementCountsFromTheDayThatItNames() {
        Citation policy = new Citation("PRA-SS5-18", "2 policy");
        assertEquals(Standing.NOT_YET, CATALOGUE.standing(policy, LocalDate.parse("2018-06-29")));
        assertEquals(Standing.DATES_UNKNOWN, CATALOGUE.standing(policy, MAY_2));
    }

    @Test
    void corpusSaysWhatIsLeftToCheck() {
        assertTrue(CATALOGUE.corpus("UK-RTS6").orElseThrow().verification().contains("Verify again"));
    }
}
