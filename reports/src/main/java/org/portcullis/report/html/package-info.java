/**
 * Writes pages of HTML in which no text can become markup: elements and attributes are of closed kinds, and everything else is text that is escaped when it is written.
 *
 * <p>Start at {@link org.portcullis.report.html.Node} and {@link org.portcullis.report.html.Document}. No script, no style inside a page, no address outside the folder.
 */
@NullMarked
package org.portcullis.report.html;

import org.jspecify.annotations.NullMarked;
