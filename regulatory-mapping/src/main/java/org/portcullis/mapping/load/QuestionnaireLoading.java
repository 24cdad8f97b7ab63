package org.portcullis.mapping.load;

import java.util.List;
import java.util.function.Function;
import org.portcullis.mapping.assessment.Questionnaire;
import org.portcullis.yaml.Fault;

/** Is the outcome of reading a questionnaire: the questionnaire, or everything that is wrong with its file. */
public sealed interface QuestionnaireLoading {

    /** Gives the result of the case that this outcome is. */
    <R> R match(Function<Questionnaire, R> loaded, Function<List<Fault>, R> refused);

    /**
     * Is a questionnaire without a fault.
     *
     * @param questionnaire the questionnaire
     */
    record Loaded(Questionnaire questionnaire) implements QuestionnaireLoading {
        @Override
        public <R> R match(Function<Questionnaire, R> loaded, Function<List<Fault>, R> refused) {
            return loaded.apply(questionnaire);
        }
    }

    /**
     * Is a refusal.
     *
     * @param faults what is wrong, sorted by place, at least one
     */
    record Refused(List<Fault> faults) implements QuestionnaireLoading {

        /** Copies the faults and refuses an empty list. */
        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs at least one fault");
            }
        }

        @Override
        public <R> R match(Function<Questionnaire, R> loaded, Function<List<Fault>, R> refused) {
            return refused.apply(faults);
        }
    }
}
