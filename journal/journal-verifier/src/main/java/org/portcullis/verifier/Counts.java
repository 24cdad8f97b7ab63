package org.portcullis.verifier;

/**
 * Counts what was examined before the verdict fell.
 *
 * @param entries entries that hold
 * @param signedRoots roots in the segments whose signature holds
 * @param segments segment files begun
 * @param publishedFiles tiles and entry bundles that hold
 * @param votes votes whose signature holds
 * @param bytes bytes of segments read
 */
public record Counts(long entries, long signedRoots, long segments, long publishedFiles, long votes, long bytes) {}
