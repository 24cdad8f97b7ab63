package org.portcullis.compiler.format;

import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.value.Value;

/** Puts words together with single spaces. Mutable; used inside one method. */
final class Sentence {
    private final StringBuilder written = new StringBuilder();

    Sentence word(String word) {
        if (written.length() > 0) {
            written.append(' ');
        }
        written.append(word);
        return this;
    }

    Sentence text(Located<String> text) {
        return word('"' + text.value() + '"');
    }

    Sentence value(Located<? extends Value> value) {
        return word(CanonicalSpelling.value(value.value()));
    }

    Sentence comma() {
        written.append(',');
        return this;
    }

    String written() {
        return written.toString();
    }

    String stop() {
        return written.append('.').toString();
    }
}
