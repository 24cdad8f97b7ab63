/**
 * The evaluator that runs in production: Drools through its alpha network, without a session.
 *
 * <p>Entry point: {@link org.portcullis.engine.drools.DroolsEvaluator}. What runs is Drools' own network, built from its canonical model: it shares equal
 * tests, hashes scopes and propagates a fact handle through its alpha nodes. What is ours are the tests in the nodes, compiled to closures over
 * {@link org.portcullis.engine.fact.Facts}, and the nodes at the ends, which report to a sink in place of Drools' agenda. The nodes are Drools' internal
 * interface: its version is pinned, and this package is its only user.
 */
@NullMarked
package org.portcullis.engine.drools;

import org.jspecify.annotations.NullMarked;
