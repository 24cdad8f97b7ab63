package org.portcullis.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.portcullis.mapping.coverage.Exclusion;

/**
 * Asks for a workbook.
 *
 * @param entity the legal entity, as the cover names it
 * @param desk the desk, as the cover names it; the workbook holds every submission of the journal in the period, whatever its desk
 * @param from the first instant of the period
 * @param to the first instant after the period
 * @param generator the program and its version
 * @param requestedBy who asked for it
 * @param generatedAt when it is made; the file's own dates are this instant, so that equal input gives equal bytes
 * @param journal what the journal's writer signed
 * @param verifyCommand the command that checks the journal
 * @param notice what has to be said of all figures, for example that prices are synthetic
 * @param exclusions provisions that do not apply to the entity, with who says so
 */
public record EvidenceRequest(
        String entity,
        String desk,
        Instant from,
        Instant to,
        String generator,
        String requestedBy,
        Instant generatedAt,
        JournalCheckpoint journal,
        String verifyCommand,
        Optional<String> notice,
        List<Exclusion> exclusions) {

    /** Copies the list and refuses an empty period with an {@link IllegalArgumentException}. */
    public EvidenceRequest {
        exclusions = List.copyOf(exclusions);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the period ends at " + to + ", not after its beginning at " + from);
        }
    }

    /** Tells whether the instant lies in the period. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** Gives the first day of the period, in UTC. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(from, ZoneOffset.UTC);
    }

    /** Gives the last day of the period, in UTC. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(to.minus(Duration.ofNanos(1)), ZoneOffset.UTC);
    }
}
