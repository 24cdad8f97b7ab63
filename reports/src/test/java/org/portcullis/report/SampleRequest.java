package org.portcullis.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.mapping.coverage.Exclusion;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.json.Digest;

/** Asks for the workbook of the sample desk. */
public final class SampleRequest {

    private SampleRequest() {}

    public static EvidenceRequest of(List<JournalEntry> entries, Digest root) {
        return of(entries, root, Instant.parse("2022-05-02T00:00:00Z"), Instant.parse("2022-05-03T00:00:00Z"));
    }

    public static EvidenceRequest of(List<JournalEntry> entries, Digest root, Instant from, Instant to) {
        return new EvidenceRequest(
                "Sample Markets Ltd",
                "Delta One desk, London",
                from,
                to,
                "portcullis 0.1.0",
                "p-audit",
                Instant.parse("2022-05-03T06:00:00Z"),
                new JournalCheckpoint(
                        "example.org/sample-desk",
                        entries.size(),
                        root,
                        "example.org/sample-desk+1a2b3c4d",
                        "durable, published; witnessed since 2022-05-02T17:00:00Z; no timestamp authority was named"),
                "portcullis verify journal --key journal.vkey",
                Optional.of("Synthetic: people, prices and volumes are invented."),
                List.of(new Exclusion(
                        new Citation("FCA-MAR", "7A.3.3R(1)"),
                        "business continuity is assessed elsewhere",
                        "p-compliance")));
    }
}
