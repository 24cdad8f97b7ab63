package org.portcullis.engine.drools;

import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.fact.Facts;

/** Asks the conditions of one or more controls that apply; allocates nothing, is safe for use by many threads. */
interface BreachTest {
    /** Reports each of the controls whose condition is true or unknown. */
    void report(Facts facts, FindingSink sink);
}
