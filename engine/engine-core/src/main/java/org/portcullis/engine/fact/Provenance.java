package org.portcullis.engine.fact;

import java.time.Instant;

/** Where a fact comes from and when it was observed. */
public record Provenance(String source, Instant observedAt) {}
