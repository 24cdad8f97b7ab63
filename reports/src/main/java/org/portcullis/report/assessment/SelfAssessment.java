package org.portcullis.report.assessment;

import java.util.List;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.sheet.Tone;

/**
 * Is a self-assessment with what the journal and its policies say, and what people are asked for; every text is as people are to read it.
 *
 * @param request what was asked for: entity, desk, period, journal
 * @param title what it is
 * @param about what it covers
 * @param notes how to read it, among them what each state means
 * @param sections one for each article
 */
public record SelfAssessment(
        EvidenceRequest request, String title, String about, List<String> notes, List<Section> sections) {

    /** Copies the lists. */
    public SelfAssessment {
        notes = List.copyOf(notes);
        sections = List.copyOf(sections);
    }

    /** Lists the answers of all sections in reading order. */
    public List<Answer> answers() {
        return sections.stream().flatMap(section -> section.answers().stream()).toList();
    }

    /** Counts the answers in this state. */
    public long count(State state) {
        return answers().stream().filter(answer -> answer.state() == state).count();
    }

    /** Says how far a provision is answered. */
    public enum State {
        /** The journal answers it whole. */
        EVIDENCED("EVIDENCED", Tone.GOOD),
        /** Something is evidenced, and people have to answer the rest. */
        PARTLY("PARTLY", Tone.ATTENTION),
        /** Nothing is evidenced, and people have to answer. */
        FOR_PEOPLE("FOR PEOPLE", Tone.GAP),
        /** Somebody excluded it, or it was not in force. */
        NOT_APPLICABLE("NOT APPLICABLE", Tone.NEUTRAL);

        private final String words;
        private final Tone tone;

        State(String words, Tone tone) {
            this.words = words;
            this.tone = tone;
        }

        /** Gives the state as sheets and documents print it. */
        public String words() {
            return words;
        }

        /** Gives the tone in which it is meant. */
        public Tone tone() {
            return tone;
        }
    }

    /**
     * Is one article.
     *
     * @param heading its name
     * @param subject what it is about
     */
    public record Section(String heading, String subject, List<Answer> answers) {

        /** Copies the list. */
        public Section {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Is the answer to one provision.
     *
     * @param provision the provision as policies cite it
     * @param asked what is asked for, in our words
     * @param mark how that is known: P, S, D or K
     * @param because why it is in its state
     * @param evidence what the journal and its policies say, possibly nothing
     * @param questions what people are asked; none when it is evidenced or does not apply
     */
    public record Answer(
            String provision,
            String asked,
            String mark,
            State state,
            String because,
            List<Shown> evidence,
            List<Asked> questions) {

        /** Copies the lists. */
        public Answer {
            evidence = List.copyOf(evidence);
            questions = List.copyOf(questions);
        }
    }

    /**
     * Is one thing that the journal or its policies say.
     *
     * @param text the thing with its figures and entries
     * @param sheet the sheet of the workbook where more of it stands
     */
    public record Shown(String text, String sheet) {}

    /**
     * Is a question for people.
     *
     * @param number its number, counted through all sections, from 1
     * @param who the role that should answer
     * @param text the question, and what the answer has to hold
     */
    public record Asked(int number, String who, String text) {}
}
