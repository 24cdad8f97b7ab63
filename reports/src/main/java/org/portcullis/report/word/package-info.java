/**
 * Documents in Office Open XML for word processors. {@code AssessmentDocument} is the entry point; what stands in a document comes from models
 * of other packages, and nothing is decided here.
 */
@NullMarked
package org.portcullis.report.word;

import org.jspecify.annotations.NullMarked;
