package org.portcullis.languageserver.feature;

import java.util.List;
import org.eclipse.lsp4j.TextEdit;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.format.layout.FormatResult;
import org.portcullis.compiler.format.layout.PolicyFormatter;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.Places;

/** Formats a document. A text that cannot be read stays as it is: its diagnostics are shown already. */
public final class Formatting {
    private Formatting() {}

    /** One edit from the first line that changes to the last; none if nothing does. */
    public static List<TextEdit> of(Analysis analysis) {
        return PolicyFormatter.format(analysis.source()).match(new FormatResult.Cases<>() {
            @Override
            public List<TextEdit> formatted(FormatResult.Formatted result) {
                return result.changes() ? List.of(edit(analysis, result.text())) : List.of();
            }

            @Override
            public List<TextEdit> refused(FormatResult.Refused result) {
                return List.of();
            }
        });
    }

    /** Lines that stay are left out, so that an editor keeps the places of the cursor and of marks in them. */
    private static TextEdit edit(Analysis analysis, String formatted) {
        String text = analysis.source().text();
        int shortest = Math.min(text.length(), formatted.length());
        int before = 0;
        for (int at = 0; at < shortest && text.charAt(at) == formatted.charAt(at); at++) {
            before = text.charAt(at) == '\n' ? at + 1 : before;
        }
        int after = 0;
        for (int at = 1;
                at <= shortest - before && text.charAt(text.length() - at) == formatted.charAt(formatted.length() - at);
                at++) {
            after = text.charAt(text.length() - at) == '\n' ? at - 1 : after;
        }
        Span changed = new Span(before, text.length() - after);
        return new TextEdit(
                Places.range(analysis.source(), changed), formatted.substring(before, formatted.length() - after));
    }
}
