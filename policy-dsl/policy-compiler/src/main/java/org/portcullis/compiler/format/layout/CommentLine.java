package org.portcullis.compiler.format.layout;

/**
 * A comment between two sentences.
 *
 * @param apart whether an empty line stands above it
 */
record CommentLine(String text, boolean apart) {}
