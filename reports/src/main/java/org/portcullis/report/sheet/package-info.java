/**
 * Sheet models: what a sheet says, free of any file format.
 *
 * <p>Start at {@link org.portcullis.report.sheet.Sheet}. Cells are typed and carry exact values; how they look is the business of whoever
 * writes them. Any package of this module may depend on it; it depends on no other.
 */
@NullMarked
package org.portcullis.report.sheet;

import org.jspecify.annotations.NullMarked;
