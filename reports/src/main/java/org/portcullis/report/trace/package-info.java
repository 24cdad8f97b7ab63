/**
 * The last steps of a trace: from a control to the decisions of a period in a journal, and to the people in them; and back from a decision or a person.
 *
 * <p>Start at {@link org.portcullis.report.trace.JournalTrace}. It checks no signatures: whoever relies on it verifies the journal first.
 */
@NullMarked
package org.portcullis.report.trace;

import org.jspecify.annotations.NullMarked;
