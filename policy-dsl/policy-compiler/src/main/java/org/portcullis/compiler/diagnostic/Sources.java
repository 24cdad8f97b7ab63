package org.portcullis.compiler.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * The files of one compilation: the policy itself, what it imports, and its tables, in the order in which they were read.
 *
 * <p>Their offsets follow one another with a gap of one between files, so that a span says which file it is in. Immutable and safe for several threads.
 *
 * @param files the first is the policy itself
 */
public record Sources(List<SourceText> files) {
    public Sources {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a compilation has at least one file");
        }
        for (int index = 1; index < files.size(); index++) {
            if (files.get(index).base() <= files.get(index - 1).end()) {
                throw new IllegalArgumentException(
                        "the offsets of `" + files.get(index).name() + "` overlap");
            }
        }
    }

    /** The sources of a compilation of one text. */
    public static Sources of(SourceText only) {
        return new Sources(List.of(only));
    }

    /** The policy itself. */
    public SourceText main() {
        return files.get(0);
    }

    /** The file that the span is in; what lies in no file is taken for the last one before it. */
    public SourceText of(Span span) {
        int low = 0;
        int high = files.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (files.get(middle).base() <= span.start()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return files.get(low);
    }

    /** Finds the file that diagnostics call by the name. */
    public Optional<SourceText> named(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
