/**
 * The evidence as one JSON document, with everything that the workbook has.
 *
 * <p>Start at {@link org.portcullis.report.json.EvidenceJson}, which writes it, and {@link org.portcullis.report.json.WrittenDocument}, which holds one
 * against the evidence. Both walk the evidence the same way; only what receives the JSON differs. The app may depend on it.
 */
@NullMarked
package org.portcullis.report.json;

import org.jspecify.annotations.NullMarked;
