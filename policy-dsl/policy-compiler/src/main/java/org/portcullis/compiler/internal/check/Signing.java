package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.syntax.ExclusionSyntax;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.QuorumSyntax;

/**
 * Quorums that different people meet together, and who of them may not sign.
 *
 * @param quorums at least one
 */
record Signing(List<QuorumSyntax> quorums, List<ExclusionSyntax> exclusions) {
    static Signing of(HoldTermsSyntax terms) {
        return new Signing(terms.quorums(), terms.exclusions());
    }

    /** Who signs before a changed policy is in force. */
    static Optional<Signing> ofChanges(Outline policy) {
        return policy.header()
                .flatMap(HeaderSyntax::changes)
                .map(changes -> new Signing(changes.quorums(), changes.exclusions()));
    }

    /** What a control asks people to sign beside its hold: exceptional releases, re-enabling, pulling a kill switch. */
    static List<Signing> besideTheHold(ControlOutline control) {
        List<Signing> signings = new ArrayList<>();
        control.exceptional().ifPresent(release -> signings.add(new Signing(release.quorums(), List.of())));
        control.reEnabling().ifPresent(again -> signings.add(new Signing(again.quorums(), again.exclusions())));
        control.pulledBy().ifPresent(quorum -> signings.add(new Signing(List.of(quorum), List.of())));
        return signings;
    }

    /** All quorums. */
    Span span() {
        return quorums.get(0).span().to(quorums.get(quorums.size() - 1).span());
    }
}
