package org.portcullis.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/**
 * Is a selection of openings as it is handed to a verifier or a regulator.
 *
 * @param openings by commitment
 */
public record OpeningsFile(TreeMap<String, Opening> openings) implements OpeningSource {

    /** Copies the openings. */
    public OpeningsFile {
        openings = new TreeMap<>(openings);
    }

    /** A copy of the openings. */
    @Override
    public TreeMap<String, Opening> openings() {
        return new TreeMap<>(openings);
    }

    /** Takes openings; one that comes twice counts once. */
    public static OpeningsFile of(List<Opening> openings) {
        TreeMap<String, Opening> byCommitment = new TreeMap<>();
        openings.forEach(opening -> byCommitment.put(opening.commitment().value(), opening));
        return new OpeningsFile(byCommitment);
    }

    /**
     * Reads a file.
     *
     * @throws VaultFailure when it is no such file, or an opening in it does not open its commitment
     */
    public static OpeningsFile read(byte[] bytes) throws VaultFailure {
        List<Opening> openings = new ArrayList<>();
        try {
            for (JsonObject each :
                    JsonReader.readObject(bytes).array("openings").objects()) {
                openings.add(Opening.fromJson(each));
            }
        } catch (IllFormedJson | JsonMismatch | IllegalArgumentException unsound) {
            throw new VaultFailure(
                    "opening " + (openings.size() + 1) + " of the file is not sound: " + unsound.getMessage(), unsound);
        }
        return of(openings);
    }

    /** The file as JSON. */
    public JsonObject toJson() {
        List<Json> list = new ArrayList<>();
        openings.values().forEach(opening -> list.add(opening.toJson()));
        return JsonObject.builder().put("openings", list).build();
    }

    @Override
    public Optional<Opening> find(Digest commitment) {
        return Optional.ofNullable(openings.get(commitment.value()));
    }
}
