package org.portcullis.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.mapping.coverage.Exclusion;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.json.Digest;

/** Asks for the workbook of the sample desk. */
public final class SampleRequest {

    /** All provisions of the sample catalogue but two, one of which a control cites. */
    public static final CoverageProfile PROFILE = new CoverageProfile(
            "sample",
            "Sample",
            "a firm with one desk",
            "p-compliance",
            List.of(
                    row("FCA-MAR", "7A.3.2R", false),
                    row("FCA-MAR", "7A.3.2R(2)", true),
                    row("FCA-MAR", "7A.3.2R(3)", true),
                    row("FCA-MAR", "7A.3.3R(1)", false),
                    row("UK-RTS6", "15(1)(b)", true),
                    row("UK-RTS6", "15(1)(c)", true),
                    row("UK-RTS6", "15(5)", true),
                    row("UK-RTS6", "12", true)),
            List.of());

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
                        "p-compliance")),
                PROFILE,
                3);
    }

    /** The same request of another profile. */
    public static EvidenceRequest withProfile(EvidenceRequest request, CoverageProfile profile) {
        return new EvidenceRequest(
                request.entity(),
                request.desk(),
                request.from(),
                request.to(),
                request.generator(),
                request.requestedBy(),
                request.generatedAt(),
                request.journal(),
                request.verifyCommand(),
                request.notice(),
                request.exclusions(),
                profile,
                request.sample());
    }

    private static CoverageProfile.Row row(String corpus, String provision, boolean required) {
        return new CoverageProfile.Row(new Citation(corpus, provision), required);
    }
}
