package org.portcullis.vault;

import java.util.Optional;
import org.portcullis.model.json.Digest;

/** Opens commitments, as far as it has what opens them. */
@FunctionalInterface
public interface OpeningSource {

    /** Opens nothing. */
    OpeningSource NONE = commitment -> Optional.empty();

    /**
     * The opening of a commitment; empty where it is withheld or destroyed.
     *
     * @throws VaultFailure when something is there that cannot be read or does not open the commitment
     */
    Optional<Opening> find(Digest commitment) throws VaultFailure;
}
