package org.portcullis.report.oscal;

import org.portcullis.model.json.Digest;

/**
 * Is a file that holds the same evidence and lies beside the assessment results.
 *
 * @param title what it is
 * @param name its name without folders
 * @param mediaType of its content
 * @param digest of its bytes
 */
public record Companion(String title, String name, String mediaType, Digest digest) {}
