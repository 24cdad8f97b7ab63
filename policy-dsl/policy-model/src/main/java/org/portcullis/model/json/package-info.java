/**
 * Canonical JSON: the one form in which evidence, fingerprints and signed statements are written.
 *
 * <p>Start at {@link org.portcullis.model.json.JsonObject#builder()}, write with {@link
 * org.portcullis.model.json.CanonicalJson} (RFC 8785) and read with {@link
 * org.portcullis.model.json.JsonReader} (RFC 7493, strict). The profile has no floating point and no null: money,
 * quantities and 64-bit values are decimal text, and an absent value is an absent key. Every module may depend on it;
 * it depends on nothing.
 */
@NullMarked
package org.portcullis.model.json;

import org.jspecify.annotations.NullMarked;
