package org.portcullis.report.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The pages are well-formed, lead somewhere, and show hostile text as text. */
class RegisterPagesTest {
    private static final ProvisionCatalogue CATALOGUE = CatalogueLoader.embedded();
    private static final LocalDate DAY = LocalDate.parse("2022-05-02");
    private static final Path REPAIRED = Path.of("../policies/incidents/2022-05-02/policies/repaired.policy");
    private static final String HOSTILE = "<script>alert(1)</script>&amp;' onload='x";

    @Test
    void everyPageIsWellFormed() throws Exception {
        for (RegisterFile page : html(repaired())) {
            Document document = parsed(page);
            assertEquals("html", document.getDocumentElement().getTagName(), page.path());
            assertEquals("en-GB", document.getDocumentElement().getAttribute("lang"), page.path());
            assertEquals(1, document.getElementsByTagName("h1").getLength(), page.path());
            assertEquals(1, document.getElementsByTagName("main").getLength(), page.path());
        }
    }

    @Test
    void severalKillSwitchesAreSpelledAsPeopleDo() throws Exception {
        String kill = """

                kill switch %s
                  cites    UK-RTS6 "12"
                  pulled   by 1 of role "Trading Risk"
                  cancels  all orders and blocks new orders
                  re-enabled by 1 of role "Desk Head"
                  say      "Stopped.".
                """;
        Register register = register(
                Files.readString(REPAIRED) + kill.formatted("KILL-1") + kill.formatted("KILL-2"), "two.policy");

        String index = file(pages(register), "index.html").text();
        assertTrue(index.contains("2 kill switches"), index);
    }

    @Test
    void everyLinkLeadsToAPlaceThatIsThere() throws Exception {
        List<RegisterFile> files = pages(repaired(), repaired());
        Map<String, Set<String>> ids = new HashMap<>();
        for (RegisterFile file : files) {
            ids.put(file.path(), file.path().endsWith(".html") ? ids(parsed(file)) : Set.of());
        }
        int links = 0;
        for (RegisterFile file :
                files.stream().filter(file -> file.path().endsWith(".html")).toList()) {
            for (String target : targets(parsed(file))) {
                String[] parts = target.split("#", -1);
                String path = parts[0].isEmpty()
                        ? file.path()
                        : Path.of("/" + file.path())
                                .resolveSibling(URLDecoder.decode(parts[0], StandardCharsets.UTF_8))
                                .normalize()
                                .toString()
                                .substring(1);
                assertTrue(ids.containsKey(path), file.path() + " leads to " + target);
                boolean there = parts.length == 1
                        || ids.getOrDefault(path, Set.of())
                                .contains(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
                assertTrue(there, file.path() + " leads to " + target);
                links++;
            }
        }
        assertTrue(links > 200, links + " links");
    }

    @Test
    void idsAreGivenOnceAPage() throws Exception {
        for (RegisterFile page : html(repaired())) {
            List<String> all = attributes(parsed(page), "id");
            assertEquals(new HashSet<>(all).size(), all.size(), page.path());
        }
    }

    @Test
    void headingsNeverSkipALevelAndTablesHaveCaptions() throws Exception {
        for (RegisterFile page : html(repaired())) {
            Document document = parsed(page);
            int before = 0;
            for (Element element : elements(document, "*")) {
                if (element.getTagName().matches("h[1-6]")) {
                    int level = element.getTagName().charAt(1) - '0';
                    assertTrue(level <= before + 1, page.path() + ": " + element.getTextContent());
                    before = level;
                }
            }
            assertEquals(
                    elements(document, "table").size(),
                    elements(document, "caption").size(),
                    page.path());
            elements(document, "th")
                    .forEach(head -> assertFalse(head.getAttribute("scope").isEmpty()));
        }
    }

    @Test
    void hostileTextIsShownAsText() throws Exception {
        Register hostile = register(policy(HOSTILE), "<img src=x>.policy");

        for (RegisterFile page : html(hostile)) {
            assertFalse(page.text().contains("<script"), page.path());
            assertFalse(page.text().contains("<img"), page.path());
            Document document = parsed(page);
            assertTrue(elements(document, "script").isEmpty(), page.path());
            assertTrue(
                    document.getElementsByTagName("title")
                            .item(0)
                            .getTextContent()
                            .contains(HOSTILE),
                    page.path());
        }
    }

    @Test
    void pagesLoadNothingButTheirStyle() throws Exception {
        for (RegisterFile page : html(repaired())) {
            assertFalse(page.text().contains("http"), page.path());
            assertTrue(attributes(parsed(page), "src").isEmpty(), page.path());
            assertEquals(1, elements(parsed(page), "link").size(), page.path());
        }
    }

    @Test
    void theSameRegisterGivesTheSameBytes() throws Exception {
        assertEquals(pages(repaired()), pages(repaired()));
    }

    @Test
    void addressesOfPagesAndPlacesStay() throws Exception {
        List<RegisterFile> files = pages(repaired());

        assertEquals(
                new TreeSet<>(List.of(
                        "controls/D1-ADV-HARD.html",
                        "controls/D1-ADV-SOFT.html",
                        "controls/D1-ALERT-FLOOD.html",
                        "controls/D1-LARGE-BASKET.html",
                        "controls/D1-ORDER-NOTIONAL.html",
                        "controls/D1-TRADERS.html",
                        "controls/LDN-WAVE-NOTIONAL.html",
                        "index.html",
                        "provisions.html",
                        "reviews.html",
                        "scopes.html",
                        "style.css",
                        "tests.html")),
                new TreeSet<>(files.stream().map(RegisterFile::path).toList()));
        assertTrue(ids(parsed(file(files, "provisions.html")))
                .containsAll(List.of("gaps", "UK-RTS6-15.1.b", "FCA-MAR-7A.3.2R.2")));
        assertTrue(ids(parsed(file(files, "scopes.html"))).contains("LDN-D1"));
    }

    @Test
    void aPolicyHasItsFolderBesideOthers() throws Exception {
        List<String> paths =
                pages(repaired(), repaired()).stream().map(RegisterFile::path).toList();

        assertTrue(
                paths.containsAll(List.of("index.html", "repaired/index.html", "repaired-2/index.html", "style.css")));
    }

    @Test
    void aGapIsListedAndAServedProvisionIsNot() throws Exception {
        String provisions = file(pages(repaired()), "provisions.html").text();
        String gaps = provisions.substring(
                provisions.indexOf("class=\"gaps\""),
                provisions.indexOf("</ul>", provisions.indexOf("class=\"gaps\"")));

        assertFalse(gaps.contains("#UK-RTS6-15.1.b\""), gaps);
        assertTrue(gaps.contains("href=\"#"), gaps);
    }

    @Test
    void anOverdueReviewSaysSoInWords() throws Exception {
        Register later = Register.of(repaired().pack(), "x.policy", CATALOGUE, LocalDate.parse("2022-07-01"));

        assertTrue(file(pages(later), "reviews.html").text().contains("overdue by 1 day"));
    }

    @Test
    void aControlWithoutATestSaysSo() {
        Register untested = register(policy("x"), "x.policy");

        assertTrue(file(pages(untested), "controls/A-B.html")
                .text()
                .contains("No test of the policy tries this control."));
    }

    private static Register repaired() throws Exception {
        return register(Files.readString(REPAIRED), "policies/repaired.policy");
    }

    private static Register register(String policy, String source) {
        Compilation compilation =
                PolicyCompiler.compile(new SourceText(source, policy), CompilerSettings.of(CATALOGUE, DAY));
        return Register.of(
                compilation.pack().orElseThrow(() -> new AssertionError(compilation.diagnostics())),
                source,
                CATALOGUE,
                DAY);
    }

    private static String policy(String hostile) {
        return """
                policy "@" language 1 version 1.0.0 owner "@" review every 90 days, last on 2022-04-01
                  effective from 2022-04-01 time zone Europe/London calendar XLON-EQ
                  currency USD converted at ECB-EOD, stale after 1 day market data stale after 2 seconds missing data blocks.
                scope C-D means order.desk is "@".
                hard limit A-B cites UK-RTS6 "15(1)(b)" owner "@" applies to orders in scope C-D, when released
                  block the order if order.notional is more than USD 4 billion say "@ {order.notional} {limit}".
                """.replace("@", hostile);
    }

    private static List<RegisterFile> pages(Register... registers) {
        return RegisterPages.of(List.of(registers), CATALOGUE);
    }

    private static List<RegisterFile> html(Register register) {
        return pages(register).stream()
                .filter(file -> file.path().endsWith(".html"))
                .toList();
    }

    private static RegisterFile file(List<RegisterFile> files, String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Document parsed(RegisterFile page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.text())));
    }

    private static Set<String> ids(Document document) {
        return new HashSet<>(attributes(document, "id"));
    }

    private static List<String> targets(Document document) {
        return attributes(document, "href");
    }

    private static List<String> attributes(Document document, String name) {
        return elements(document, "*").stream()
                .filter(element -> element.hasAttribute(name))
                .map(element -> element.getAttribute(name))
                .toList();
    }

    private static List<Element> elements(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            elements.add((Element) nodes.item(at));
        }
        return elements;
    }
}
