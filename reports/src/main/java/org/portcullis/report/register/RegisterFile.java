package org.portcullis.report.register;

/**
 * One file of a register.
 *
 * @param path from the root of the register, with slashes
 * @param text in UTF-8
 */
public record RegisterFile(String path, String text) {}
