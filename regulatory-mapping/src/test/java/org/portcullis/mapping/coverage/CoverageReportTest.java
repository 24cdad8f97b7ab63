package org.portcullis.mapping.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.measure.Measure;

class CoverageReportTest {
    private static final ProvisionCatalogue CATALOGUE = CatalogueLoader.embedded();
    private static final LocalDate DAY = LocalDate.parse("2025-08-21");
    private static final String VALUE = "UK-RTS6 15(1)(b)";
    private static final Place LONDON = new Place("", "Cash", "London", "");
    private static final Place NEW_YORK = new Place("", "Cash", "New York", "");

    @Test
    void enforcedTestedLimitThatCitesItCovers() {
        CoverageReport report = report(VALUE, Desk.limit("A-B", Desk.EVERYWHERE, VALUE));
        assertEquals(Coverage.COVERED, verdict(report));
        assertTrue(report.passes());
    }

    @Test
    void nothingIsAGapAndFails() {
        CoverageReport report = report(VALUE);
        assertEquals(Coverage.GAP, verdict(report));
        assertFalse(report.passes());
        assertTrue(because(report).contains("2 Order notional"), because(report));
    }

    @Test
    void gapInWhatIsOnlyAskedDoesNotFail() {
        CoverageProfile asked = new CoverageProfile(
                "p", "t", "a", "b", List.of(new CoverageProfile.Row(Desk.citation(VALUE), false)), List.of());
        CoverageReport report = CoverageReport.of(CATALOGUE, asked, DAY, List.of(), List.of(Place.EVERYWHERE));
        assertEquals(Coverage.GAP, verdict(report));
        assertTrue(report.passes());
    }

    @Test
    void gapAtOnePlaceIsAGap() {
        CoverageReport report = CoverageReport.of(
                CATALOGUE,
                profile(VALUE),
                DAY,
                List.of(Desk.limit("A-B", Desk.is(Measure.ORDER_LOCATION, "New York"), VALUE)),
                List.of(LONDON, NEW_YORK));
        List<ProvisionCoverage.Cell> cells = report.rows().get(0).cells();
        assertEquals(Coverage.GAP, cells.get(0).verdict());
        assertEquals(
                "nothing here, while A-B answers to it elsewhere", cells.get(0).because());
        assertEquals(Coverage.COVERED, cells.get(1).verdict());
        assertEquals(Coverage.GAP, verdict(report));
    }

    @Test
    void controlUnderAConditionCoversInPart() {
        partial("applies only where", Desk.limit("A-B", Desk.is(Measure.ORDER_SYMBOL, "VOD.L"), VALUE));
    }

    @Test
    void observedControlCoversInPart() {
        partial("not enforced", Desk.observed("A-B", VALUE));
    }

    @Test
    void controlThatOnlyTellsCoversALimitInPart() {
        partial("only tells or warns", Desk.monitor("A-B", VALUE));
    }

    @Test
    void controlThatNoTestShowsCoversInPart() {
        partial("no passing test shows a breach", Desk.untested("A-B", VALUE));
    }

    @Test
    void claimThroughTheLibraryCoversInPartAndNamesBothAuthors() {
        CoverageReport report =
                partial("claimed through the library alone", Desk.limit("A-B", Desk.EVERYWHERE, "CONTROL-LIBRARY 2"));
        CoverageLink link = report.rows().get(0).cells().get(0).links().get(0);
        assertEquals(CoverageLink.Through.LIBRARY, link.through());
        assertEquals("Head of Risk (owner of the control), and the library", link.author());
    }

    @Test
    void wholeIsCoveredWhenAllItsPartsAre() {
        PolicyControl[] parts = {
            Desk.limit("A-A", Desk.EVERYWHERE, "UK-RTS6 15(1)(a)"),
            Desk.limit("A-B", Desk.EVERYWHERE, "UK-RTS6 15(1)(b)"),
            Desk.limit("A-C", Desk.EVERYWHERE, "UK-RTS6 15(1)(c)"),
            Desk.limit("A-D", Desk.EVERYWHERE, "UK-RTS6 15(1)(d)")
        };
        assertEquals(Coverage.COVERED, verdict(report("UK-RTS6 15(1)", parts)));
        CoverageReport three = report("UK-RTS6 15(1)", Arrays.copyOf(parts, 3));
        assertEquals(Coverage.PARTIAL, verdict(three));
        assertTrue(because(three).endsWith("of its parts 15(1)(d) GAP"), because(three));
    }

    @Test
    void whatAsksToGovernIsNeverCoveredByControlsAlone() {
        CoverageReport report = report("FCA-PRIN 3", Desk.limit("A-B", Desk.EVERYWHERE, "FCA-PRIN 3"));
        assertEquals(Coverage.PARTIAL, verdict(report));
        assertTrue(because(report).contains("people have to answer as well"), because(report));
    }

    @Test
    void exclusionOfTheWholeHoldsForItsPartsAndNamesItsAuthor() {
        CoverageProfile excluded = new CoverageProfile(
                "p",
                "t",
                "a",
                "b",
                List.of(new CoverageProfile.Row(Desk.citation(VALUE), true)),
                List.of(new Exclusion(Desk.citation("UK-RTS6 15"), "sends no orders", "Jo Meyer")));
        CoverageReport report = CoverageReport.of(CATALOGUE, excluded, DAY, List.of(), List.of(Place.EVERYWHERE));
        assertEquals(Coverage.NOT_APPLICABLE, verdict(report));
        assertEquals("excluded by Jo Meyer: sends no orders", because(report));
        assertTrue(report.passes());
    }

    @Test
    void ruleForVenuesIsNotAskedOfAFirm() {
        assertEquals(Coverage.NOT_APPLICABLE, verdict(report("UK-RELATED RTS 7 20")));
    }

    @Test
    void statementBeforeItsDayIsNotAsked() {
        CoverageReport report = CoverageReport.of(
                CATALOGUE,
                profile("PRA-SS5-18 2 trader access"),
                LocalDate.parse("2018-06-29"),
                List.of(),
                List.of(Place.EVERYWHERE));
        assertEquals(Coverage.NOT_APPLICABLE, verdict(report));
        assertEquals("not yet in force on 2018-06-29", because(report));
    }

    @Test
    void traceGoesBothWays() {
        PolicyControl control = Desk.limit("A-B", Desk.EVERYWHERE, VALUE, "CONTROL-LIBRARY 2");
        CoverageReport report = report(VALUE, control);
        assertEquals(
                List.of("A-B", "A-B"),
                report.links(Desk.citation("UK-RTS6 15(1)")).stream()
                        .map(link -> link.control().id())
                        .toList());
        assertEquals(
                List.of(Desk.citation(VALUE), Desk.citation(VALUE), Desk.citation("US-SEC 15c3-5(c)(1)(ii)")),
                report.links(control).stream().map(CoverageLink::provision).toList());
    }

    @Test
    void parityShowsTheDeskThatLacksAControl() {
        ParityMatrix<PolicyControl> matrix = ParityMatrix.of(
                List.of(
                        Desk.limit("A-B", Desk.EVERYWHERE, VALUE),
                        Desk.limit("NYC-WAVE", Desk.is(Measure.ORDER_LOCATION, "New York"), VALUE)),
                List.of(LONDON, NEW_YORK));
        assertEquals(1, matrix.uneven().size());
        assertEquals(List.of(Reach.NEVER, Reach.ALWAYS), matrix.uneven().get(0).reaches());
    }

    @Test
    void placesAreThoseThatControlsName() {
        Places places = Places.named(List.of(
                Desk.limit("A-B", Desk.is(Measure.ORDER_DESK, "Cash"), VALUE),
                Desk.limit("A-C", Desk.is(Measure.ORDER_FLOW, "DSA"), VALUE)));
        assertEquals(new Places(List.of("Cash"), List.of(), List.of("DSA")), places);
        assertEquals(
                List.of("Cash, DSA", "Cash, any other flow"),
                places.all(List.of(Desk.limit("A-B", Desk.EVERYWHERE, VALUE))).stream()
                        .map(Place::words)
                        .toList());
    }

    @Test
    void everyPredicateIsStatedInTheOrderInWhichItIsTried() {
        assertEquals(
                List.of("NOT APPLICABLE", "GAP", "PARTIAL", "COVERED"),
                CoverageReport.PREDICATES.stream()
                        .map(text -> text.substring(0, text.indexOf(':')))
                        .toList());
    }

    private static CoverageReport partial(String because, PolicyControl control) {
        CoverageReport report = report(VALUE, control);
        assertEquals(Coverage.PARTIAL, verdict(report));
        assertTrue(because(report).contains(because), because(report));
        assertTrue(report.passes());
        return report;
    }

    private static CoverageReport report(String provision, PolicyControl... controls) {
        return CoverageReport.of(CATALOGUE, profile(provision), DAY, List.of(controls), List.of(Place.EVERYWHERE));
    }

    private static CoverageProfile profile(String provision) {
        return new CoverageProfile(
                "p", "t", "a", "b", List.of(new CoverageProfile.Row(Desk.citation(provision), true)), List.of());
    }

    private static Coverage verdict(CoverageReport report) {
        return report.rows().get(0).verdict();
    }

    private static String because(CoverageReport report) {
        return report.rows().get(0).cells().get(0).because();
    }
}
