package org.portcullis.engine.fact;

import org.portcullis.model.measure.Measure;

/**
 * Why a fact is not known, down to the fact that caused it.
 *
 * @param cause the measure at the root: for an unknown `order.notional` it may be `market.price`
 * @param state what is wrong with the cause; never {@link FactState#KNOWN} or {@link FactState#DERIVED}
 * @param where the order's symbol or the basket's id
 * @param detail one sentence with the numbers, for example the age and the limit it passed
 * @param cure what would make the fact known
 */
public record FactGap(Measure cause, FactState state, String where, String detail, String cure) {}
