package org.portcullis.mapping.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.assessment.Questionnaire;
import org.portcullis.model.citation.Citation;
import org.portcullis.yaml.Fault;

/** Loads questionnaires of self-assessments. */
public final class QuestionnaireLoader {

    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = CatalogueFiles.MAX_BYTES;

    private static final String RTS6 = "rts6-article-9.yaml";

    private QuestionnaireLoader() {}

    /**
     * Loads the questionnaire of RTS 6 Article 9 that is part of the product; its provisions are those of the built-in catalogue.
     *
     * @throws IllegalStateException if the product was built with a faulty one; a test keeps that from happening
     */
    public static Questionnaire rts6() {
        String path = "/org/portcullis/mapping/questionnaires/" + RTS6;
        try (InputStream stream = QuestionnaireLoader.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the product lacks `" + RTS6 + "`");
            }
            // That its provisions are in the catalogue is a test's business; the catalogue is not read a second time
            // here.
            return reading(RTS6, stream.readNBytes(MAX_BYTES + 1), citation -> true)
                    .match(questionnaire -> questionnaire, faults -> {
                        throw new IllegalStateException("a built-in questionnaire is faulty:\n"
                                + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a questionnaire from the bytes of a file, at most one more than {@link #MAX_BYTES}.
     *
     * @param label what faults call the file
     */
    public static QuestionnaireLoading read(String label, byte[] bytes, ProvisionCatalogue catalogue) {
        return reading(label, bytes, citation -> catalogue.find(citation).isPresent());
    }

    private static QuestionnaireLoading reading(String label, byte[] bytes, Predicate<Citation> known) {
        return new QuestionnaireReading(label, known).read(bytes);
    }
}
