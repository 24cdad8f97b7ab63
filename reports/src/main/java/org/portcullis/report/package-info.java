/**
 * The evidence workbook: what is asked for and what comes out.
 *
 * <p>Start at {@link org.portcullis.report.EvidenceRequest}. The package {@code evidence} turns a journal and the catalogue of provisions
 * into sheets, the package {@code excel} writes them; {@code sheet} is the model between the two. Nothing here decides anything.
 */
@NullMarked
package org.portcullis.report;

import org.jspecify.annotations.NullMarked;
