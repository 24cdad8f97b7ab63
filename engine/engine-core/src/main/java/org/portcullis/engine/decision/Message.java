package org.portcullis.engine.decision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.ValueText;

/** Fills a control's message; a placeholder whose value is not known becomes the word `unknown`. */
record Message(Facts facts, CurrencyCode currency, Measurement measured, Control control) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+(?:\\.[a-z]+)*)}");
    private static final String UNKNOWN = "unknown";

    String text() {
        Matcher matcher = PLACEHOLDER.matcher(control.heading().message());
        return matcher.replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    /** How many warnings there are. */
    private String count() {
        Measure counted =
                Obligation.tierOf(control) == Tier.ORDER_FLOOD ? Measure.ORDER_WARNINGS : Measure.BASKET_WARNINGS;
        return facts.isKnown(counted) ? ValueText.grouped(facts.micros(counted), 0) : UNKNOWN;
    }

    /** What the first measure over time of its kind comes to that the control reads. */
    private String overTime(Class<? extends Derivation> kind) {
        return Atom.of(Obligation.breachOf(control)).stream()
                .flatMap(atom -> atom.references().stream())
                .filter(reference ->
                        reference.derivation().filter(kind::isInstance).isPresent())
                .findFirst()
                .flatMap(reference -> facts.value(reference, currency))
                .map(ValueText::readable)
                .orElse(UNKNOWN);
    }

    private String value(String name) {
        return switch (name) {
            case "limit" -> measured.limitWords().orElse(UNKNOWN);
            case "ratio" -> measured.ratio().map(ValueText::readable).orElse(UNKNOWN);
            case "count" -> count();
            case "used" -> overTime(Derivation.Windowed.class);
            case "change" -> overTime(Derivation.Change.class);
            case "needed" ->
                Obligation.holdTerms(control)
                        .map(HoldTerms::peopleNeeded)
                        .map(people -> Integer.toString(people))
                        .orElse(UNKNOWN);
            default ->
                Measure.byPath(name)
                        .flatMap(measure -> facts.value(measure, currency))
                        .map(ValueText::readable)
                        .orElse(UNKNOWN);
        };
    }
}
