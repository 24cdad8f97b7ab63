/**
 * Judges what a journal shows of obligations over a period: each by a stated predicate, with the entries that show it.
 *
 * <p>Start at {@link org.portcullis.report.obligation.Obligations}. A verdict is about evidence; whether the law was kept is for people to
 * say.
 */
@NullMarked
package org.portcullis.report.obligation;

import org.jspecify.annotations.NullMarked;
