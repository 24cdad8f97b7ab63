package org.portcullis.report.register;

import java.time.LocalDate;
import java.util.Optional;
import org.portcullis.model.control.Review;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.ValueText;

/**
 * When a control was reviewed and when it has to be again.
 *
 * @param every the interval as policies write it
 * @param due empty where the interval needs a calendar
 * @param overdue whether the day of the register is after the day on which it was due
 */
public record ReviewState(String every, LocalDate lastOn, Optional<LocalDate> due, boolean overdue) {

    static ReviewState of(Review review, LocalDate day) {
        Optional<LocalDate> due = review.every().unit() == SpanUnit.TRADING_DAYS
                ? Optional.empty()
                : Optional.of(
                        review.lastOn().plusDays(review.every().toDuration().toDays()));
        return new ReviewState(
                ValueText.canonical(review.every()),
                review.lastOn(),
                due,
                due.filter(day::isAfter).isPresent());
    }

    /** The state for people, on the day of the register. */
    public String words() {
        String dueWords =
                due.map(day -> "due on " + day + (overdue ? ", overdue" : "")).orElse("due by the calendar");
        return "every " + every + ", last on " + lastOn + ", " + dueWords;
    }
}
