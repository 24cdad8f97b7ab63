package org.portcullis.report.evidence;

import java.util.List;
import java.util.function.Function;

/** Says what codes mean. */
final class Codes {

    private Codes() {}

    /** Gives the code with what it means; a code that nobody knows stands alone. */
    static <T> String meaning(String code, T[] all, Function<T, String> codeOf, Function<T, String> sentence) {
        return List.of(all).stream()
                .filter(each -> codeOf.apply(each).equals(code))
                .findFirst()
                .map(each -> code + ": " + sentence.apply(each))
                .orElse(code);
    }
}
