package org.portcullis.app.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.mapping.coverage.Place;
import org.portcullis.mapping.coverage.Places;
import org.portcullis.mapping.coverage.PolicyControl;
import org.portcullis.model.organisation.Desk;
import org.portcullis.model.organisation.LegalEntity;
import org.portcullis.model.organisation.Location;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.text.Resemblance;

/**
 * The places that were asked about.
 *
 * @param entity the name or id of a legal entity, or empty for all
 * @param desk a desk, or empty for all
 * @param location a location, or empty for all
 * @param flow a flow, or empty for all
 */
public record PlaceChoice(String entity, String desk, String location, String flow) {
    private static final int MAX_PLACES = 60;

    /**
     * Lists the places; those of the organisation where there is one, and otherwise those that the policies name.
     *
     * @throws UserMistake if nothing of that name is there, or there are too many
     */
    public List<Place> of(List<PolicyControl> controls, Optional<Organisation> organisation) {
        Places named = Places.named(controls);
        if (!entity.isEmpty() && organisation.isEmpty()) {
            throw new UserMistake(
                    "no policy names a legal entity; add `--organisation FILE`, which says whose desk each is");
        }
        List<Place> places = organisation.map(firm -> desks(firm, named)).orElseGet(() -> named.all(controls));
        places = narrowed(places, "--entity", entity, organisation, Place::entity);
        places = narrowed(places, "--desk", desk, organisation, Place::desk);
        places = narrowed(places, "--location", location, organisation, Place::location);
        if (!flow.isEmpty()) {
            String wanted = named.flows().contains(flow) || named.flows().isEmpty() ? flow : Place.OTHER_FLOW;
            places = places.stream()
                    .map(place -> new Place(place.entity(), place.desk(), place.location(), wanted))
                    .distinct()
                    .toList();
        }
        if (places.size() > MAX_PLACES) {
            throw new UserMistake("there are " + places.size() + " places and the maximum is " + MAX_PLACES
                    + "; narrow them with `--desk`, `--location` or `--flow`");
        }
        return places.isEmpty() ? List.of(Place.EVERYWHERE) : places;
    }

    private static List<Place> desks(Organisation firm, Places named) {
        Map<String, String> entities =
                firm.entities().stream().collect(Collectors.toMap(LegalEntity::id, LegalEntity::name));
        Map<String, String> locations =
                firm.locations().stream().collect(Collectors.toMap(Location::id, Location::name));
        List<Place> places = new ArrayList<>();
        for (Desk desk : firm.desks()) {
            String entity = entities.getOrDefault(desk.entity(), desk.entity());
            String location = locations.getOrDefault(desk.location(), desk.location());
            places.addAll(named.withFlows(new Place(entity, desk.name(), location, "")));
        }
        return places;
    }

    private static List<Place> narrowed(
            List<Place> places,
            String option,
            String wanted,
            Optional<Organisation> organisation,
            Function<Place, String> part) {
        if (wanted.isEmpty()) {
            return places;
        }
        String name = option.equals("--entity")
                ? organisation
                        .flatMap(firm -> firm.entities().stream()
                                .filter(known -> known.id().equals(wanted))
                                .findFirst())
                        .map(LegalEntity::name)
                        .orElse(wanted)
                : wanted;
        List<Place> kept =
                places.stream().filter(place -> part.apply(place).equals(name)).toList();
        if (kept.isEmpty()) {
            List<String> known = places.stream()
                    .map(part)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
            throw new UserMistake("`" + option + "`: there is no `" + wanted + "`; "
                    + Resemblance.didYouMean(
                            wanted,
                            known,
                            known.isEmpty()
                                    ? "the policies tell none apart"
                                    : "there are `" + String.join("`, `", known) + "`"));
        }
        return kept;
    }
}
