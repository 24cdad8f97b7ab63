/** The evidence workbook. */
@NullMarked
package org.portcullis.report;

import org.jspecify.annotations.NullMarked;
