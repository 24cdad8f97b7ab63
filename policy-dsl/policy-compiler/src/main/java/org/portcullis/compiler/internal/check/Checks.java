package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.syntax.PolicySyntax;

/** Runs every check on a syntax tree; the order of the list does not matter, since diagnostics are sorted. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new DuplicateCheck(),
            new NameCheck(),
            new RoleCheck(),
            new CitationCheck(),
            new CurrencyCheck(),
            new DimensionCheck(),
            new BasketCheck(),
            new TimeCheck(),
            new HoldCheck(),
            new MessageCheck(),
            new ContradictionCheck(),
            new ThresholdCheck(),
            new TestCheck(),
            new CompletenessCheck(),
            new DerivationCheck(),
            new WindowCheck(),
            new StageCheck(),
            new PeriodCheck(),
            new LongWaitCheck(),
            new RecalibrationCheck(),
            new RaisedLimitCheck(),
            new EscalationCheck(),
            new SeparationCheck(),
            new RolloutCheck(),
            new RequirementCheck(),
            new ParityCheck(),
            new EscapeCheck(),
            new ClaimCheck(),
            new PlaceCheck(),
            new ApproverCheck(),
            new TradingDayCheck(),
            new DutiesCheck());

    private Checks() {}

    /** Reports everything that is wrong or doubtful; whether the tree may be lowered, {@link Diagnostics#hasErrors} says. */
    public static void run(PolicySyntax tree, CheckSettings settings, Diagnostics diagnostics) {
        Optional<PartlyRead> partlyRead = PartlyRead.of(tree, diagnostics.sorted());
        runAll(tree, settings, diagnostics);
        partlyRead.ifPresent(part -> part.report((names, found) -> runAll(names, settings, found), diagnostics));
    }

    private static void runAll(PolicySyntax tree, CheckSettings settings, Diagnostics diagnostics) {
        Outline outline = Outline.of(tree);
        ALL.forEach(check -> check.run(outline, settings, diagnostics));
    }
}
