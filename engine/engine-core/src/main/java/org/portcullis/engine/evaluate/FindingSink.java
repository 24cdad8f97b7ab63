package org.portcullis.engine.evaluate;

/**
 * Takes what an evaluator finds on one order or basket.
 *
 * <p>Controls are named by their index in {@code pack.controls()}. Every control that applies is reported by {@link #applied} exactly once; those of
 * them that are not simply satisfied are reported by {@link #finding} as well, exactly once. A control whose applicability is unknown is reported by
 * {@link #finding} alone. Controls that do not apply are not reported. The order of calls carries no meaning.
 */
public interface FindingSink {

    /** The control applies. */
    void applied(int control);

    /** The controls apply; the array belongs to the evaluator and MUST NOT be changed or kept. */
    default void appliedAll(int[] controls) {
        for (int control : controls) {
            applied(control);
        }
    }

    /** The control is breached, unknown or nearly breached; {@code verdict} is neither satisfied nor not applicable. */
    void finding(int control, Verdict verdict);
}
