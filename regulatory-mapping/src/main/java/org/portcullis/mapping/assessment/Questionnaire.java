package org.portcullis.mapping.assessment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.model.citation.Citation;

/**
 * Is a self-assessment before anybody filled it in.
 *
 * @param name what people choose it by
 * @param title what it is
 * @param about what it covers
 * @param author who put the questions together
 * @param sections in reading order
 */
public record Questionnaire(String name, String title, String about, String author, List<Section> sections) {

    /** Copies the list and refuses a provision that is there twice. */
    public Questionnaire {
        sections = List.copyOf(sections);
        Set<Citation> seen = new HashSet<>();
        for (Section section : sections) {
            for (Item item : section.items()) {
                if (!seen.add(item.provision())) {
                    throw new IllegalArgumentException(item.provision() + " is in `" + name + "` twice");
                }
            }
        }
    }

    /** Lists the items of all sections in reading order. */
    public List<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    /**
     * Is one article.
     *
     * @param heading its name
     * @param subject what it is about, in our words
     * @param items its provisions
     */
    public record Section(String heading, String subject, List<Item> items) {

        /** Copies the list. */
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * Is one provision.
     *
     * @param provision the provision, whose paraphrase stands in the catalogue
     * @param reach how far a journal can answer to it
     * @param facts what belongs to the answer beside controls and obligations
     * @param questions what people are asked where the journal does not answer it whole, at least one
     */
    public record Item(Citation provision, JournalReach reach, List<FactKind> facts, List<Question> questions) {

        /** Copies the lists and refuses an item without a question. */
        public Item {
            facts = List.copyOf(facts);
            questions = List.copyOf(questions);
            if (questions.isEmpty()) {
                throw new IllegalArgumentException(provision + " has no question");
            }
        }
    }

    /**
     * Is what people are asked.
     *
     * @param who the role that should answer; a proposal
     * @param asks the question
     * @param give what the answer has to hold
     */
    public record Question(String who, String asks, String give) {}
}
