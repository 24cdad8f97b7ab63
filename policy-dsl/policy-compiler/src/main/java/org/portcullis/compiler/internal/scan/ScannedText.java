package org.portcullis.compiler.internal.scan;

import java.util.Optional;
import org.portcullis.compiler.diagnostic.SourceText;

/**
 * A policy text after the raw scan.
 *
 * @param source the text as it was written, for diagnostics
 * @param toParse the text with every reported character replaced by a harmless one at the same offset; empty if the file must not be parsed because it breaks
 *     a limit or is not text at all
 */
public record ScannedText(SourceText source, Optional<String> toParse) {}
