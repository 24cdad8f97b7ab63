package org.portcullis.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Signing;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;

/**
 * What holds for a whole policy.
 *
 * @param languageVersion the version of the policy language the file is written in
 * @param effectiveUntil the first day on which the policy is no longer in force; empty means open-ended
 * @param currency the currency in which the policy computes; amounts in others are converted at {@code rateSource}
 * @param rateStaleAfter the age at which an exchange rate becomes unknown
 * @param marketDataStaleAfter the age at which a price becomes unknown
 * @param referenceDataStaleAfter the age at which reference data such as average daily volume becomes unknown
 * @param changes who signs before a changed policy is in force; empty where the policy asks for no signatures
 */
public record Header(
        String name,
        String languageVersion,
        String version,
        String owner,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveUntil,
        ZoneId zone,
        String calendar,
        CurrencyCode currency,
        String rateSource,
        Value.TimeSpan rateStaleAfter,
        Value.TimeSpan marketDataStaleAfter,
        Value.TimeSpan referenceDataStaleAfter,
        MissingDataEffect missingData,
        Optional<Signing> changes) {

    /** A header that asks for no signatures. */
    public Header(
            String name,
            String languageVersion,
            String version,
            String owner,
            LocalDate effectiveFrom,
            Optional<LocalDate> effectiveUntil,
            ZoneId zone,
            String calendar,
            CurrencyCode currency,
            String rateSource,
            Value.TimeSpan rateStaleAfter,
            Value.TimeSpan marketDataStaleAfter,
            Value.TimeSpan referenceDataStaleAfter,
            MissingDataEffect missingData) {
        this(
                name,
                languageVersion,
                version,
                owner,
                effectiveFrom,
                effectiveUntil,
                zone,
                calendar,
                currency,
                rateSource,
                rateStaleAfter,
                marketDataStaleAfter,
                referenceDataStaleAfter,
                missingData,
                Optional.empty());
    }

    /** Whether the policy is in force on the day, in its own zone. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && effectiveUntil.map(day::isBefore).orElse(true);
    }
}
