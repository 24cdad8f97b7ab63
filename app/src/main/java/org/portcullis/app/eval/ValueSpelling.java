package org.portcullis.app.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;

/**
 * Reads attributes and values in the policy language's own spelling, by the compiler itself: as what a test gives.
 *
 * <p>So units, currencies, windows and misspelt names are answered as in a policy. Remembers what it has read, since the lines of a basket repeat
 * themselves; mutable, owned by one thread.
 */
final class ValueSpelling {
    private static final Pattern ATTRIBUTE = Pattern.compile("[\\p{L}\\p{N}_.][\\p{L}\\p{N}_., -]{0,200}");
    private static final Pattern UNFIT_FOR_TEXT = Pattern.compile("[\"\\p{Cntrl}]");
    private static final int MAX_KEPT = 50_000;

    private final String before;
    private final Map<String, Reading> read = new HashMap<>();

    /** Reads for a policy that computes in the currency. */
    ValueSpelling(CurrencyCode currency) {
        before = "policy \"facts\" language 1 version 1.0.0 owner \"facts\" review every 1 day, last on 2000-01-01"
                + " effective from 2000-01-01 time zone UTC calendar NONE currency " + currency.code()
                + " converted at NONE, stale after 1 day market data stale after 1 day missing data blocks.\n"
                + "test \"facts\" given ";
    }

    /** What was read: the attribute with its value, or what is wrong with it. */
    record Reading(Optional<PolicyTest.Given> given, Optional<Wrong> wrong) {}

    /**
     * What is wrong.
     *
     * @param inName whether the attribute is at fault rather than the value
     * @param offset of the fault in the value, in code units
     */
    record Wrong(boolean inName, int offset, String message, String cure) {}

    Reading read(String attribute, String value) {
        String key = attribute + "\n" + value;
        Reading known = read.get(key);
        if (known == null) {
            known = compile(attribute, value);
            if (read.size() < MAX_KEPT) {
                read.put(key, known);
            }
        }
        return known;
    }

    private Reading compile(String attribute, String value) {
        if (!ATTRIBUTE.matcher(attribute).matches()) {
            return wrong(
                    new Wrong(true, 0, "`" + attribute + "` is no attribute", "attributes are written `noun.noun`"));
        }
        boolean text = isText(attribute);
        if (text && UNFIT_FOR_TEXT.matcher(unquoted(value)).find()) {
            return wrong(
                    new Wrong(false, 0, "a text contains neither quotation marks nor line ends", "leave them out"));
        }
        String written = text ? "\"" + unquoted(value) + "\"" : value;
        String sentence = before + attribute + " is " + written;
        Compilation compilation = PolicyCompiler.compile(
                new SourceText("facts", sentence + "\nwhen released expect block.\n"), CompilerSettings.none());
        Optional<PolicyTest.Given> given = compilation.pack().flatMap(ValueSpelling::onlyOne);
        if (given.isPresent()) {
            return new Reading(given, Optional.empty());
        }
        int valueBegins = before.length() + attribute.length() + " is ".length();
        return compilation.diagnostics().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .findFirst()
                .map(found -> wrong(found, valueBegins, text, sentence.length()))
                .orElseGet(() -> wrong(new Wrong(
                        false,
                        0,
                        "`" + value + "` is more than one value",
                        "write one value, as in `USD 300 million`")));
    }

    private static Reading wrong(Diagnostic found, int valueBegins, boolean text, int end) {
        int begins = found.span().start();
        int offset = Math.max(0, Math.min(begins, end) - valueBegins - (text ? 1 : 0));
        return wrong(new Wrong(
                begins < valueBegins, offset, found.message(), found.help().orElse("")));
    }

    private static Reading wrong(Wrong wrong) {
        return new Reading(Optional.empty(), Optional.of(wrong));
    }

    /** What was given, if the text did not smuggle in more than one value. */
    private static Optional<PolicyTest.Given> onlyOne(PolicyPack pack) {
        List<PolicyTest> tests = pack.tests();
        boolean alone = pack.controls().isEmpty()
                && pack.scopes().isEmpty()
                && tests.size() == 1
                && tests.get(0).given().size() == 1;
        return alone ? Optional.of(tests.get(0).given().get(0)) : Optional.empty();
    }

    private static boolean isText(String attribute) {
        int blank = attribute.indexOf(' ');
        return Measure.byPath(blank < 0 ? attribute : attribute.substring(0, blank))
                .filter(measure -> measure.dimension() == Dimension.TEXT)
                .isPresent();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
