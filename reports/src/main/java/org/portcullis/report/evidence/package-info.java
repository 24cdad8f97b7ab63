/**
 * Turns a journal and the catalogue of provisions into the sheets of an evidence workbook.
 *
 * <p>Start at {@link org.portcullis.report.evidence.EvidenceSheets}. The journal is read once to survey it and once for each sheet of rows;
 * nothing else is a source, so that whoever has the journal can derive every cell again.
 */
@NullMarked
package org.portcullis.report.evidence;

import org.jspecify.annotations.NullMarked;
