package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.journal.Signer;
import org.portcullis.report.Evidence;
import org.portcullis.report.JdkKey;

/** A journal of people with names and reasons that no spreadsheet likes. */
public final class HostileTexts {
    /** A text that begins like a formula in every part that the annex makes of it. */
    static final String LONG_FORMULA = "=1+".repeat(14_000);

    static final String LONG_EMOJI = "x".repeat(9_001) + "\uD83D\uDE00".repeat(12_000);
    static final String CONTROLS = "a\u0000b\u0007\u001B[31m\r\nnextline";
    static final String FAKE_REFERENCE = "fine [whole text on sheet Annex: sha256:" + "0".repeat(64) + "]";
    static final String FAKE_ESCAPES = "\u0001 \\u0041 \\\\ _x0041_ \\";

    /** What a cell holds as it is. */
    public static final List<String> FITTING = List.of(
            "=HYPERLINK(\"https://example.org\",\"look\")",
            "+1+1",
            "-2",
            "@SUM(A1:A9)",
            "\tindented",
            "\u202Edeliver\u202C \u200F\uD83D\uDC69\u200D\uD83D\uDCBB",
            "_x0041_ and _x000D_");

    /** What a cell cannot hold, in the order of the journal. */
    public static final List<String> ANNEXED =
            List.of(LONG_FORMULA, LONG_EMOJI, CONTROLS, FAKE_REFERENCE, FAKE_ESCAPES, "x".repeat(40_000));

    private HostileTexts() {}

    /** The evidence of a journal in which each text is the owner of a key and the reason for revoking it. */
    public static Evidence evidence() {
        List<String> all = new ArrayList<>(FITTING);
        all.addAll(ANNEXED);
        HandMade journal = new HandMade();
        for (int i = 0; i < all.size(); i++) {
            Signer key = JdkKey.of("k-" + i, 40 + i);
            var enrolment = Enrolment.sign("p-" + i, key);
            String publicKey = Enrolment.read(enrolment).orElseThrow().publicKey();
            journal.at(
                    2L * i,
                    new KeyEntry.Enrolled(
                            key.keyId(), owner(all.get(i)), publicKey, enrolment, "p-reid", Optional.empty()));
            journal.at(2L * i + 1, new KeyEntry.Revoked(key.keyId(), owner(all.get(i)), "p-reid", all.get(i)));
        }
        return journal.evidence();
    }

    /** An entry holds one long text, not two. */
    static String owner(String text) {
        return text.length() < 1_000 ? text : "p-long";
    }
}
