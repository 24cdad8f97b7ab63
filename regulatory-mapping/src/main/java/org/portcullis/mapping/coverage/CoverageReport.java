package org.portcullis.mapping.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.portcullis.mapping.Addressee;
import org.portcullis.mapping.LibraryControl;
import org.portcullis.mapping.ObligationKind;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.CitationIndex.Standing;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.control.ControlKind;

/**
 * Holds the controls of policies against a profile, place by place, from the policies' text and tests alone.
 *
 * <p>Immutable. A journal is not needed; what happened in a period is another question, see {@link ClauseMatrix}.
 */
public final class CoverageReport {

    /** States the predicates in the order in which they are tried, for a page of help or the foot of a sheet. */
    public static final List<String> PREDICATES = List.of(
            "NOT APPLICABLE: a named person excluded the provision or what it is part of, or it is not in force on the day,"
                    + " or it binds a venue and not a firm",
            "GAP: no control that applies at the place cites the provision or a part of it, or claims a control of the"
                    + " library that serves it",
            "PARTIAL: something answers to it, but only under a condition, or only by the library's reading, or without"
                    + " being enforced, or by telling where something has to be prevented or limited, or no passing test"
                    + " shows a breach, or a part of the provision is not covered, or people have to answer as well",
            "COVERED: a control cites it, is enforced, applies to everything at the place, stops what has to be stopped,"
                    + " a passing test shows it breached, and every part that applies is covered");

    private static final int MAX_NAMED = 5;

    private final ProvisionCatalogue catalogue;
    private final CoverageProfile profile;
    private final LocalDate asOf;
    private final List<PolicyControl> controls;
    private final List<Place> places;
    private final List<ProvisionCoverage> rows;

    private CoverageReport(
            ProvisionCatalogue catalogue,
            CoverageProfile profile,
            LocalDate asOf,
            List<PolicyControl> controls,
            List<Place> places,
            List<ProvisionCoverage> rows) {
        this.catalogue = catalogue;
        this.profile = profile;
        this.asOf = asOf;
        this.controls = controls;
        this.places = places;
        this.rows = rows;
    }

    /**
     * Judges every provision of the profile at every place.
     *
     * @param controls those in force on the day, at the stages that are asked about
     * @param places at least one
     */
    public static CoverageReport of(
            ProvisionCatalogue catalogue,
            CoverageProfile profile,
            LocalDate asOf,
            List<PolicyControl> controls,
            List<Place> places) {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("coverage is judged at one place at least");
        }
        Judgement judgement = new Judgement(catalogue, profile, asOf, controls, places);
        List<ProvisionCoverage> rows = new ArrayList<>();
        for (CoverageProfile.Row row : profile.rows()) {
            Provision provision = catalogue
                    .find(row.provision())
                    .orElseThrow(() -> new IllegalArgumentException(row.provision() + " is not in the catalogue"));
            rows.add(new ProvisionCoverage(
                    provision,
                    row.required(),
                    places.stream()
                            .map(place -> judgement.cell(provision, place))
                            .toList()));
        }
        return new CoverageReport(
                catalogue, profile, asOf, List.copyOf(controls), List.copyOf(places), List.copyOf(rows));
    }

    /** Gives the profile. */
    public CoverageProfile profile() {
        return profile;
    }

    /** Gives the day for which it was judged. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Lists the places. */
    public List<Place> places() {
        return places;
    }

    /** Lists the provisions of the profile with their verdicts, in its order. */
    public List<ProvisionCoverage> rows() {
        return rows;
    }

    /** Tells whether no required provision has a gap anywhere. */
    public boolean passes() {
        return rows.stream().noneMatch(ProvisionCoverage::fails);
    }

    /** Counts the provisions with this verdict. */
    public long count(Coverage verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** Lists what answers to a provision or to a part of it, wherever it applies: the first step of a trace. */
    public List<CoverageLink> links(Citation provision) {
        return Links.of(catalogue, controls).to(provision);
    }

    /** Lists the provisions that a control answers to, its claims included: the same trace from the other end. */
    public List<CoverageLink> links(PolicyControl control) {
        return Links.of(catalogue, List.of(control)).all();
    }

    /** Knows the links between controls and provisions. */
    private record Links(ProvisionCatalogue catalogue, List<CoverageLink> all) {

        static Links of(ProvisionCatalogue catalogue, List<PolicyControl> controls) {
            List<CoverageLink> links = new ArrayList<>();
            for (PolicyControl control : controls) {
                for (Citation cited : control.control().heading().citations()) {
                    Optional<LibraryControl> claimed = catalogue.libraryControl(cited);
                    if (claimed.isEmpty()) {
                        links.add(cites(control, cited));
                    } else {
                        claimed.get().serves().forEach(served -> links.add(claims(control, claimed.get(), served)));
                    }
                }
            }
            return new Links(catalogue, List.copyOf(links));
        }

        List<CoverageLink> to(Citation provision) {
            Set<Citation> wanted = new LinkedHashSet<>();
            withParts(provision, wanted);
            return all.stream()
                    .filter(link -> wanted.contains(link.provision()))
                    .toList();
        }

        private void withParts(Citation provision, Set<Citation> wanted) {
            if (wanted.add(provision)) {
                catalogue.children(provision).forEach(part -> withParts(part, wanted));
            }
        }

        private static CoverageLink cites(PolicyControl control, Citation cited) {
            CitingControl written = CitingControl.asWritten(
                    control.id(),
                    ControlKind.of(control.control()).words(),
                    List.of(cited),
                    control.control().heading().rationales(),
                    control.control().heading().owner());
            return new CoverageLink(
                    control, cited, CoverageLink.Through.CITATION, cited, written.rationale(cited), written.author());
        }

        private static CoverageLink claims(PolicyControl control, LibraryControl claimed, Citation served) {
            return new CoverageLink(
                    control,
                    served,
                    CoverageLink.Through.LIBRARY,
                    claimed.citation(),
                    control.control().heading().rationales().stream()
                                    .filter(why -> why.citation().equals(claimed.citation()))
                                    .map(why -> why.because() + "; ")
                                    .findFirst()
                                    .orElse("")
                            + "the policy claims control " + claimed.id() + " of the library, " + claimed.name()
                            + ", which serves the provision by the library's reading",
                    control.control().heading().owner() + " (owner of the control), and the library");
        }
    }

    /** Judges provisions at places. */
    private static final class Judgement {
        private final ProvisionCatalogue catalogue;
        private final LocalDate asOf;
        private final List<Place> places;
        private final Links links;
        private final Map<Citation, Exclusion> exclusions = new LinkedHashMap<>();

        Judgement(
                ProvisionCatalogue catalogue,
                CoverageProfile profile,
                LocalDate asOf,
                List<PolicyControl> controls,
                List<Place> places) {
            this.catalogue = catalogue;
            this.asOf = asOf;
            this.places = places;
            this.links = Links.of(catalogue, controls);
            profile.exclusions().forEach(exclusion -> exclusions.put(exclusion.citation(), exclusion));
        }

        ProvisionCoverage.Cell cell(Provision provision, Place place) {
            Optional<String> inapplicable = inapplicable(provision);
            if (inapplicable.isPresent()) {
                return new ProvisionCoverage.Cell(place, Coverage.NOT_APPLICABLE, inapplicable.get(), List.of());
            }
            List<CoverageLink> anywhere = links.to(provision.citation());
            List<CoverageLink> here = anywhere.stream()
                    .filter(link -> link.control().reach(place) != Reach.NEVER)
                    .toList();
            if (here.isEmpty()) {
                return new ProvisionCoverage.Cell(place, Coverage.GAP, gap(provision, anywhere), List.of());
            }
            List<String> missing = missing(provision, place, here);
            return missing.isEmpty()
                    ? new ProvisionCoverage.Cell(place, Coverage.COVERED, ids(here), here)
                    : new ProvisionCoverage.Cell(
                            place, Coverage.PARTIAL, ids(here) + ": " + String.join("; ", missing), here);
        }

        private Optional<String> inapplicable(Provision provision) {
            Optional<Citation> at = Optional.of(provision.citation());
            while (at.isPresent()) {
                Exclusion exclusion = exclusions.get(at.get());
                if (exclusion != null) {
                    return Optional.of("excluded by " + exclusion.author() + ": " + exclusion.reason());
                }
                at = catalogue.parent(at.get());
            }
            Standing standing = provision.inForce().on(asOf);
            if (standing == Standing.NOT_YET || standing == Standing.WITHDRAWN) {
                return Optional.of((standing == Standing.NOT_YET ? "not yet" : "no longer") + " in force on " + asOf);
            }
            return provision.appliesTo() == Addressee.VENUE
                    ? Optional.of("binds a venue, not a firm that sends orders")
                    : Optional.empty();
        }

        private String gap(Provision provision, List<CoverageLink> anywhere) {
            if (!anywhere.isEmpty()) {
                return "nothing here, while " + ids(anywhere) + " "
                        + (distinct(anywhere).size() == 1 ? "answers" : "answer") + " to it elsewhere";
            }
            if (!provision.shownByControls()) {
                return "no control; it asks to " + kinds(provision)
                        + ", so people answer with documents and signatures";
            }
            List<String> candidates = catalogue.library().stream()
                    .flatMap(library -> library.serving(provision.citation()).stream())
                    .map(control -> control.id() + " " + control.name())
                    .toList();
            return "no control" + (candidates.isEmpty() ? "" : "; the library has " + String.join(", ", candidates));
        }

        private List<String> missing(Provision provision, Place place, List<CoverageLink> here) {
            List<String> missing = new ArrayList<>();
            List<CoverageLink> good = here;
            good = narrow(good, link -> link.control().isEnforced(), "observed or warning only, not enforced", missing);
            good = narrow(
                    good,
                    link -> link.through() == CoverageLink.Through.CITATION,
                    "claimed through the library alone, cited by nobody",
                    missing);
            if (stops(provision)) {
                good = narrow(
                        good,
                        link -> link.control().stops(),
                        "only tells or warns, where the provision asks to " + kinds(provision),
                        missing);
            }
            List<CoverageLink> before = good;
            good = narrow(
                    good,
                    link -> link.control().reach(place) == Reach.ALWAYS,
                    "applies only where " + conditions(before),
                    missing);
            narrow(good, link -> link.control().isSeenAtWork(), "no passing test shows a breach", missing);
            List<String> parts = catalogue.children(provision.citation()).stream()
                    .flatMap(part -> catalogue.find(part).stream())
                    .map(part -> Map.entry(part, cell(part, place).verdict()))
                    .filter(part -> part.getValue() == Coverage.GAP || part.getValue() == Coverage.PARTIAL)
                    .map(part -> part.getKey().citation().provision() + " "
                            + part.getValue().words())
                    .toList();
            if (!parts.isEmpty()) {
                missing.add("of its parts " + String.join(", ", parts));
            }
            if (!provision.shownByControls()) {
                missing.add("it asks to " + kinds(provision) + ", so people have to answer as well");
            }
            return missing;
        }

        /** Keeps the links that are good enough; where none is, says so and keeps them all. */
        private static List<CoverageLink> narrow(
                List<CoverageLink> links, Predicate<CoverageLink> good, String otherwise, List<String> missing) {
            List<CoverageLink> kept = links.stream().filter(good).toList();
            if (kept.isEmpty()) {
                missing.add(otherwise);
                return links;
            }
            return kept;
        }

        private static boolean stops(Provision provision) {
            return provision.kinds().contains(ObligationKind.PREVENT)
                    || provision.kinds().contains(ObligationKind.LIMIT);
        }

        private String conditions(List<CoverageLink> links) {
            return links.stream()
                    .map(link -> ConditionText.words(
                            link.control().control().heading().applies().condition()))
                    .distinct()
                    .limit(places.size() > 1 ? 1 : 2)
                    .collect(Collectors.joining(", or "));
        }

        private static List<String> distinct(List<CoverageLink> links) {
            return links.stream().map(link -> link.control().id()).distinct().toList();
        }

        private static String ids(List<CoverageLink> links) {
            List<String> ids = distinct(links);
            return ids.size() <= MAX_NAMED
                    ? String.join(", ", ids)
                    : String.join(", ", ids.subList(0, MAX_NAMED)) + " and " + (ids.size() - MAX_NAMED) + " more";
        }

        private static String kinds(Provision provision) {
            return provision.kinds().isEmpty()
                    ? "do what nobody confirmed"
                    : provision.kinds().stream().map(ObligationKind::word).collect(Collectors.joining(" and "));
        }
    }
}
