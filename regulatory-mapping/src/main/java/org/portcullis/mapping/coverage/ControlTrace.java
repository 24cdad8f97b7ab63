package org.portcullis.mapping.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Is what a journal shows of one control of one policy pack in a period.
 *
 * @param policy the policy's name
 * @param version its version
 * @param fingerprint the pack's
 * @param control the control's id
 * @param evaluated the decisions in which it was evaluated
 * @param fired those of them in which it fired, or its answer was unknown
 * @param effects in how many decisions it came to what, by the word of the journal, such as {@code block}; acts outside of decisions too, such as
 *     {@code suspend}
 * @param people who acted about it, in the order of their first entry
 */
public record ControlTrace(
        String policy,
        String version,
        String fingerprint,
        String control,
        Entries evaluated,
        Entries fired,
        SortedMap<String, Entries> effects,
        List<Acted> people) {

    /** Copies the collections. */
    public ControlTrace {
        effects = new TreeMap<>(effects);
        people = List.copyOf(people);
    }

    /** Gives the effects in the order of their words; not to be changed. */
    @Override
    public SortedMap<String, Entries> effects() {
        return new TreeMap<>(effects);
    }

    /**
     * Names entries of a journal.
     *
     * @param count how many there are
     * @param first the number of the first; -1 where there is none
     * @param last the number of the last; -1 where there is none
     * @param some the numbers of the first ones, ascending
     */
    public record Entries(long count, long first, long last, List<Long> some) {

        /** The most numbers that are named one by one. */
        public static final int MOST = 20;

        /** Names none. */
        public static final Entries NONE = new Entries(0, -1, -1, List.of());

        /** Copies the numbers. */
        public Entries {
            some = List.copyOf(some);
        }

        /** Gives the same with one entry more, whose number is the largest; the same where it is the last one already. */
        public Entries and(long entry) {
            if (entry == last) {
                return this;
            }
            if (some.size() >= MOST) {
                return new Entries(count + 1, first, entry, some);
            }
            List<Long> more = new ArrayList<>(some);
            more.add(entry);
            return new Entries(count + 1, count == 0 ? entry : first, entry, more);
        }

        /** Names them for people. */
        public String words() {
            String named = String.join(", ", some.stream().map(String::valueOf).toList());
            String rest = count > some.size() ? " … " + last + " (" + count + ")" : "";
            return (count == 1 ? "entry " : "entries ") + named + rest;
        }
    }

    /**
     * Says what a person did about the control.
     *
     * @param person as the journal names the person
     * @param did what, as a past participle such as {@code approved}
     * @param entries where the journal says so
     */
    public record Acted(String person, String did, Entries entries) {}
}
