package org.portcullis.journal.export;

import java.util.Optional;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/**
 * Says what an export that was written has.
 *
 * @param scope by what its entries were chosen
 * @param checkpoint the checkpoint to which it leads, with the journal's own signature alone
 * @param digest of all its lines but the last
 * @param from the first entry of the range
 * @param to the first entry behind the range
 * @param size how many entries the checkpoint signs
 * @param published how many entries were published when it was written
 * @param shown entries of the range that are shown
 * @param withheld entries of the range that are withheld
 * @param context entries outside of the range that are shown
 * @param previous the digest of the export that it extends
 */
public record ExportSummary(
        ExportScope scope,
        String checkpoint,
        Digest digest,
        long from,
        long to,
        long size,
        long published,
        long shown,
        long withheld,
        long context,
        Optional<String> previous) {

    /** Gives the summary for programs. */
    public JsonObject toJson() {
        return counted().put("context", context).put("published", published).build();
    }

    /** Gives the last line of the export. */
    JsonObject end() {
        JsonObject end = JsonObject.builder()
                .put("context", context)
                .put("digest", digest.value())
                .put("shown", shown)
                .put("withheld", withheld)
                .build();
        return JsonObject.of("end", end);
    }

    /** Gives what an export and its entry in the journal both state. */
    JsonObject.Builder counted() {
        return JsonObject.builder()
                .put("digest", digest.value())
                .put("from", from)
                .putIfPresent("previous", previous)
                .put("scope", scope.toJson())
                .put("shown", shown)
                .put("size", size)
                .put("to", to)
                .put("withheld", withheld);
    }
}
