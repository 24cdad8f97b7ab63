package org.portcullis.report.obligation;

import org.portcullis.mapping.coverage.Verdict;

/**
 * Says what a journal shows of one obligation over a period.
 *
 * @param because the figures that decided, in words
 * @param instances how often the predicate was asked
 * @param held how often it held
 * @param evidence numbers of entries that show where it held, the first ones by themselves
 * @param exceptions numbers of entries that show where it did not
 */
public record Judgement(
        Obligation obligation,
        Verdict verdict,
        String because,
        long instances,
        long held,
        String evidence,
        String exceptions) {}
