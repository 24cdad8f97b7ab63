package org.portcullis.compiler.syntax;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;

/**
 * The header: `policy "…" language 1 version … owner … … missing data blocks.`
 *
 * @param language the version of the language as written; empty means that the file does not say
 * @param owner the owner of the policy, and of every control that names no other
 * @param changes who signs before a changed policy is in force, where the policy says so
 * @param review the review rule of every control that has none of its own
 */
public record HeaderSyntax(
        Located<String> name,
        Optional<Located<String>> language,
        Located<String> version,
        Located<String> owner,
        Optional<ReviewSyntax> review,
        Optional<SigningSyntax> changes,
        Located<LocalDate> effectiveFrom,
        Optional<Located<LocalDate>> effectiveUntil,
        Located<ZoneId> zone,
        Located<String> calendar,
        Located<CurrencyCode> currency,
        Located<String> rateSource,
        Located<Value.TimeSpan> rateStaleAfter,
        Located<Value.TimeSpan> marketDataStaleAfter,
        Optional<Located<Value.TimeSpan>> referenceDataStaleAfter,
        Located<MissingDataEffect> missingData,
        Span span)
        implements Syntax {}
