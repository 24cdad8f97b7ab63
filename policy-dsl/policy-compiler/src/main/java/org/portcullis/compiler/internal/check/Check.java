package org.portcullis.compiler.internal.check;

import org.portcullis.compiler.diagnostic.Diagnostics;

/** One family of checks. An implementation has no state, reads the outline, and reports; it MUST NOT depend on whether another check ran before it. */
interface Check {
    void run(Outline policy, CheckSettings settings, Diagnostics diagnostics);
}
