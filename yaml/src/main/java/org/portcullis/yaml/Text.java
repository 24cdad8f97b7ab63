package org.portcullis.yaml;

/** A scalar of a file as it is written there, with its place. */
public record Text(String value, Spot at) {}
