package org.portcullis.mapping.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * Is a corner of a firm for which coverage is judged; a part that is empty is not told apart.
 *
 * @param entity the legal entity, for people; no policy reads it, the desk and the location decide
 * @param desk as orders carry it
 * @param location as orders carry it
 * @param flow as orders carry it, or {@link #OTHER_FLOW}
 */
public record Place(String entity, String desk, String location, String flow) {

    /** Stands for every flow that no policy names. */
    public static final String OTHER_FLOW = "any other flow";

    /** The whole of what policies apply to. */
    public static final Place EVERYWHERE = new Place("", "", "", "");

    /** Writes the parts that are told apart: {@code Delta 1, London, DSA}; {@code everywhere} where none is. */
    public String words() {
        List<String> parts = new ArrayList<>();
        for (String part : List.of(entity, desk, location, flow)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? "everywhere" : String.join(", ", parts);
    }
}
