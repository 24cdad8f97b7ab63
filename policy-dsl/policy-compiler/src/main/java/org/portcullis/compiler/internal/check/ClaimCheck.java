package org.portcullis.compiler.internal.check;

import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;

/** Says of every claim that nobody proved it: this version has no solver. */
final class ClaimCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        policy.claims()
                .forEach(claim -> diagnostics.report(
                        DiagnosticCode.CLAIM_NOT_PROVED,
                        claim.name().span(),
                        "the claim is kept with the policy and not proved by this version",
                        "write tests that show it, and do not rely on the claim"));
    }
}
