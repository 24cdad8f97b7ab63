package org.portcullis.compiler.internal.scan;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.UserText;

/**
 * Finds words that could be taken for another word because their letters come from other alphabets than they seem to.
 *
 * <p>Knows the letters of Greek and Cyrillic that look like Latin ones in common typefaces; the full table of Unicode Technical Standard 39 is far longer.
 */
final class Scripts {
    /** Alphabets with letters that look alike; others are mixed with Latin in ordinary text. */
    private static final Set<UnicodeScript> LOOK_ALIKE = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC);

    private static final String FOREIGN =
            "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0430\u0435\u043E\u0440\u0441"
                    + "\u0443\u0445\u0405\u0406\u0408\u0455\u0456\u0458\u04BB\u0501\u051B\u051D"
                    + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03BF\u03BD";
    private static final String LATIN = "ABEKMHOPCTYXaeopc" + "yxSIJsijhdqw" + "ABEZHIKMNOPTYXov";

    private Scripts() {}

    /** What is doubtful about the word, if anything. */
    static Optional<Doubt> doubt(String word) {
        EnumSet<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(LOOK_ALIKE::contains)
                .forEach(scripts::add);
        if (scripts.size() > 1) {
            int odd = oddOneOut(word);
            return Optional.of(new Doubt(
                    DiagnosticCode.MIXED_SCRIPTS,
                    UserText.quoted(word) + " mixes letters of several alphabets",
                    String.format(
                            Locale.ROOT,
                            "type the word again in one alphabet; U+%04X in it is %s",
                            odd,
                            scriptName(odd)),
                    inLatin(word)));
        }
        return latinLookAlike(word)
                .map(latin -> new Doubt(
                        DiagnosticCode.CONFUSABLE_WORD,
                        UserText.quoted(word) + " is " + scriptName(word.codePointAt(0)) + " and looks like the Latin "
                                + UserText.quoted(latin),
                        "type the word again in Latin letters if that is what it means",
                        Optional.of(latin)));
    }

    /** The first letter that is not Latin. */
    private static int oddOneOut(String word) {
        return word.codePoints()
                .filter(c -> UnicodeScript.of(c) != UnicodeScript.LATIN && LOOK_ALIKE.contains(UnicodeScript.of(c)))
                .findFirst()
                .orElse(word.codePointAt(0));
    }

    private static Optional<String> latinLookAlike(String word) {
        StringBuilder latin = new StringBuilder();
        boolean foreign = false;
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            int index = FOREIGN.indexOf(c);
            if (index < 0 && !Character.isDigit(c)) {
                return Optional.empty();
            }
            foreign |= index >= 0;
            latin.append(index < 0 ? c : LATIN.charAt(index));
        }
        return foreign ? Optional.of(latin.toString()) : Optional.empty();
    }

    /** A mixed word with Latin letters in place of those that look like them, if it is all Latin then. */
    private static Optional<String> inLatin(String word) {
        StringBuilder latin = new StringBuilder();
        for (int at = 0; at < word.length(); at++) {
            int index = FOREIGN.indexOf(word.charAt(at));
            latin.append(index < 0 ? word.charAt(at) : LATIN.charAt(index));
        }
        boolean pure = latin.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(LOOK_ALIKE::contains)
                .allMatch(script -> script == UnicodeScript.LATIN);
        return pure ? Optional.of(latin.toString()) : Optional.empty();
    }

    private static String scriptName(int codePoint) {
        String name = UnicodeScript.of(codePoint).name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /**
     * What to report about a word.
     *
     * @param latin the same word in Latin letters, if every foreign letter looks like one
     */
    record Doubt(DiagnosticCode code, String message, String help, Optional<String> latin) {}
}
