/**
 * Writes sheets as an Office Open XML workbook, and is the only home of Apache POI.
 *
 * <p>Start at {@link org.portcullis.report.excel.EvidenceWorkbook}. Apart from the file it leaves nothing behind.
 */
@NullMarked
package org.portcullis.report.excel;

import org.jspecify.annotations.NullMarked;
