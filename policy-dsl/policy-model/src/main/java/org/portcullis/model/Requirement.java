package org.portcullis.model;

/**
 * A requirement on the policy itself that the compiler found met, for example that every desk has a hard limit.
 *
 * @param sentence its canonical spelling
 */
public record Requirement(String name, String sentence) {}
