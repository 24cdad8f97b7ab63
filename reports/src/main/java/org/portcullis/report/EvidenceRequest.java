package org.portcullis.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.mapping.coverage.Exclusion;
import org.portcullis.model.citation.Citation;

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
 * @param exclusions provisions that do not apply to the entity, with who says so, beside those of the profile
 * @param profile the provisions that the clause matrix lists
 * @param sample how many decisions are drawn for a tester
 * @param refuted why the journal does not verify, if it does not
 * @param policies policies that were handed over as those in force
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
        List<Exclusion> exclusions,
        CoverageProfile profile,
        int sample,
        Optional<Refuted> refuted,
        List<HandedPolicy> policies) {

    /** How many decisions are drawn unless more or fewer are asked for. */
    public static final int SAMPLE = 25;

    /** The most that can be drawn. */
    public static final int MAX_SAMPLE = 10_000;

    /** Copies the list and refuses an empty period or an impossible sample with an {@link IllegalArgumentException}. */
    public EvidenceRequest {
        if (sample < 1 || sample > MAX_SAMPLE) {
            throw new IllegalArgumentException("a sample of " + sample + " is not between 1 and " + MAX_SAMPLE);
        }
        exclusions = List.copyOf(exclusions);
        policies = List.copyOf(policies);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the period ends at " + to + ", not after its beginning at " + from);
        }
    }

    /** Asks for a workbook of a journal that verifies, with no policy handed over. */
    public EvidenceRequest(
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
            List<Exclusion> exclusions,
            CoverageProfile profile,
            int sample) {
        this(
                entity,
                desk,
                from,
                to,
                generator,
                requestedBy,
                generatedAt,
                journal,
                verifyCommand,
                notice,
                exclusions,
                profile,
                sample,
                Optional.empty(),
                List.of());
    }

    /** The same of a journal that does not verify. */
    public EvidenceRequest of(Refuted why) {
        return with(Optional.of(why), policies);
    }

    /** The same with policies that were handed over as those in force. */
    public EvidenceRequest withPolicies(List<HandedPolicy> handed) {
        return with(refuted, handed);
    }

    private EvidenceRequest with(Optional<Refuted> why, List<HandedPolicy> handed) {
        return new EvidenceRequest(
                entity,
                desk,
                from,
                to,
                generator,
                requestedBy,
                generatedAt,
                journal,
                verifyCommand,
                notice,
                exclusions,
                profile,
                sample,
                why,
                handed);
    }

    /** Lists the provisions that do not apply, by the request and by its profile; where both speak of one, the request counts. */
    public List<Exclusion> allExclusions() {
        Map<Citation, Exclusion> all = new LinkedHashMap<>();
        exclusions.forEach(exclusion -> all.put(exclusion.citation(), exclusion));
        profile.exclusions().forEach(exclusion -> all.putIfAbsent(exclusion.citation(), exclusion));
        return List.copyOf(all.values());
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
