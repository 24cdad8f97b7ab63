package org.portcullis.mapping;

import java.time.LocalDate;

/** Is a calendar day, or says why there is none. */
public sealed interface DateMark {

    /** Gives the result of the case that this mark is. */
    <R> R match(Cases<R> cases);

    /** Writes the mark as catalogue files do: an ISO day, {@code unknown} or {@code open}. */
    String text();

    /**
     * Is a known day.
     *
     * @param day the day, in the zone of the body that the catalogue entry belongs to
     */
    record Day(LocalDate day) implements DateMark {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.day(day);
        }

        @Override
        public String text() {
            return day.toString();
        }
    }

    /** Says that there is a day and the catalogue does not know it. */
    record Unknown() implements DateMark {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown();
        }

        @Override
        public String text() {
            return "unknown";
        }
    }

    /** Says that no end was set, and that this is known. */
    record Open() implements DateMark {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.open();
        }

        @Override
        public String text() {
            return "open";
        }
    }

    /** Lists the cases of a mark. */
    interface Cases<R> {
        /** Answers for a known day. */
        R day(LocalDate day);

        /** Answers for a day that is not known. */
        R unknown();

        /** Answers for an end that was not set. */
        R open();
    }
}
