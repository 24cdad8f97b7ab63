package org.portcullis.engine.work;

import org.portcullis.engine.fact.KnownFacts;

/**
 * An order as it came in with its basket.
 *
 * @param line from 1
 * @param order the order's id
 * @param facts what is known of it beyond what its whole basket shares
 * @param refused whether the decision stops it; otherwise it waits for its release
 */
public record EnteredOrder(int line, String order, KnownFacts facts, boolean refused) {}
