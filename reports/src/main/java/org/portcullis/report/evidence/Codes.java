package org.portcullis.report.evidence;

import java.util.List;
import java.util.function.Function;
import org.portcullis.engine.approval.Purpose;

/** Says what codes mean. */
final class Codes {

    private Codes() {}

    /** Says what a hold is for. */
    static String purpose(Purpose purpose) {
        String words = purpose.kind() == Purpose.Kind.RE_ENABLING
                ? purpose.kind().word()
                : purpose.kind().word().replace('-', ' ');
        return (words + " " + purpose.subject()).strip();
    }

    /** Gives the code with what it means; a code that nobody knows stands alone. */
    static <T> String meaning(String code, T[] all, Function<T, String> codeOf, Function<T, String> sentence) {
        return List.of(all).stream()
                .filter(each -> codeOf.apply(each).equals(code))
                .findFirst()
                .map(each -> code + ": " + sentence.apply(each))
                .orElse(code);
    }
}
