/**
 * What happens to a basket once it is with its algos: a stream of messages, fills and prices, and the engine that answers it.
 *
 * <p>Start at {@link org.portcullis.app.scenario.flight.Flight}, which plays a {@link org.portcullis.app.scenario.flight.FlightPlan}.
 */
@NullMarked
package org.portcullis.app.scenario.flight;

import org.jspecify.annotations.NullMarked;
