/**
 * The evidence as assessment results in the Open Security Controls Assessment Language (OSCAL) of NIST.
 *
 * <p>Start at {@link org.portcullis.report.oscal.AssessmentResults}. Everything is taken from the sheets, so that the document claims what they claim and
 * nothing else. The app may depend on it.
 */
@NullMarked
package org.portcullis.report.oscal;

import org.jspecify.annotations.NullMarked;
