/**
 * Questionnaires of self-assessments: for each provision, how far a journal can answer it, which facts belong to the answer, and who is asked
 * for the rest. Load one with {@code org.portcullis.mapping.load.QuestionnaireLoader}; reports fill it in.
 */
@NullMarked
package org.portcullis.mapping.assessment;

import org.jspecify.annotations.NullMarked;
