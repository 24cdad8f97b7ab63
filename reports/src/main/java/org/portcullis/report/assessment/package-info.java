/**
 * The self-assessment of RTS 6 Article 9 as far as a journal fills it in: one model, from which the sheet of the workbook and the document are
 * both made. {@code EvidenceSheets.assessment} derives it; {@code word} writes it.
 */
@NullMarked
package org.portcullis.report.assessment;

import org.jspecify.annotations.NullMarked;
