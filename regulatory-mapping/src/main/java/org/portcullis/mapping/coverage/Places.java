package org.portcullis.mapping.coverage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;

/**
 * Knows the desks, locations and flows that controls name in the conditions under which they apply.
 *
 * @param desks in alphabetical order
 * @param locations in alphabetical order
 * @param flows in alphabetical order
 */
public record Places(List<String> desks, List<String> locations, List<String> flows) {

    /** Copies the lists. */
    public Places {
        desks = List.copyOf(desks);
        locations = List.copyOf(locations);
        flows = List.copyOf(flows);
    }

    /** Reads what controls name. */
    public static Places named(List<PolicyControl> controls) {
        return new Places(
                texts(controls, Measure.ORDER_DESK),
                texts(controls, Measure.ORDER_LOCATION),
                texts(controls, Measure.ORDER_FLOW));
    }

    /**
     * Lists the desks at their locations where somebody may submit something, once for each flow that a policy names and
     * once for any other; where no policy names a desk, location or flow, it is not told apart.
     */
    public List<Place> all(List<PolicyControl> controls) {
        List<PolicyControl> grants = controls.stream()
                .filter(control -> ControlKind.of(control.control()) == ControlKind.GRANT)
                .toList();
        List<PolicyControl> asked = grants.isEmpty() ? controls : grants;
        Set<Place> places = new LinkedHashSet<>();
        for (String desk : orNone(desks)) {
            for (String location : orNone(locations)) {
                Place place = new Place("", desk, location, "");
                if (asked.stream().anyMatch(control -> control.reach(place) != Reach.NEVER)) {
                    places.addAll(withFlows(place));
                }
            }
        }
        return List.copyOf(places);
    }

    /** Lists the place once for each flow that a policy names and once for any other. */
    public List<Place> withFlows(Place place) {
        if (flows.isEmpty()) {
            return List.of(place);
        }
        List<Place> places = new ArrayList<>();
        for (String flow : flows) {
            places.add(new Place(place.entity(), place.desk(), place.location(), flow));
        }
        places.add(new Place(place.entity(), place.desk(), place.location(), Place.OTHER_FLOW));
        return places;
    }

    private static List<String> orNone(List<String> texts) {
        return texts.isEmpty() ? List.of("") : texts;
    }

    private static List<String> texts(List<PolicyControl> controls, Measure measure) {
        Set<String> texts = new TreeSet<>();
        for (PolicyControl control : controls) {
            for (Atom atom : Atom.of(control.control().heading().applies().condition())) {
                boolean about = atom.references().get(0).measure() == measure
                        && atom.references().get(0).derivation().isEmpty();
                if (about) {
                    values(atom.condition()).stream()
                            .filter(value -> value.dimension() == Dimension.TEXT)
                            .forEach(value -> texts.add(((Value.Text) value).text()));
                }
            }
        }
        return List.copyOf(texts);
    }

    private static List<Value> values(Condition condition) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public List<Value> always(Condition.Always always) {
                return List.of();
            }

            @Override
            public List<Value> all(Condition.All all) {
                return List.of();
            }

            @Override
            public List<Value> any(Condition.Any any) {
                return List.of();
            }

            @Override
            public List<Value> not(Condition.Not not) {
                return List.of();
            }

            @Override
            public List<Value> compare(Condition.Compare compare) {
                return compare.right().match(new Bound.Cases<List<Value>>() {
                    @Override
                    public List<Value> constant(Bound.Constant constant) {
                        return List.of(constant.value());
                    }

                    @Override
                    public List<Value> shareOf(Bound.ShareOf share) {
                        return List.of();
                    }

                    @Override
                    public List<Value> other(Bound.Other other) {
                        return List.of();
                    }
                });
            }

            @Override
            public List<Value> oneOf(Condition.OneOf oneOf) {
                return oneOf.values();
            }

            @Override
            public List<Value> missing(Condition.Missing missing) {
                return List.of();
            }
        });
    }
}
