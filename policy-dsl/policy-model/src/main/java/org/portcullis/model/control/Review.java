package org.portcullis.model.control;

import java.time.LocalDate;
import org.portcullis.model.value.Value;

/** When a control was last reviewed and how often it must be; the next review is due on {@code lastOn} plus {@code every}. */
public record Review(Value.TimeSpan every, LocalDate lastOn) {
    public Review {
        if (every.micros() <= 0) {
            throw new IllegalArgumentException("a review interval is positive");
        }
    }
}
