package org.portcullis.mapping.load;

/** Is a scalar of a file as it is written there, with its place. */
record Text(String value, Spot at) {}
