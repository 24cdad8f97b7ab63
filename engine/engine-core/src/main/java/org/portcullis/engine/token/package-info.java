/**
 * Release tokens: what a gateway demands before an order goes to an algo.
 *
 * <p>Start at {@link org.portcullis.engine.token.ReleaseToken}. Gateways and reports may depend on it; burning a token is the engine's business, since
 * it is a journal entry.
 */
@NullMarked
package org.portcullis.engine.token;

import org.jspecify.annotations.NullMarked;
