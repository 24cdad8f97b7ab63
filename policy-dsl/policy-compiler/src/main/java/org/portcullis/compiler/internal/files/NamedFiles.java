package org.portcullis.compiler.internal.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Sources;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.internal.scan.RawScan;
import org.portcullis.compiler.internal.scan.ScannedText;
import org.portcullis.compiler.source.FileSource;
import org.portcullis.compiler.syntax.Located;

/** Reads the files that a policy names, each once; mutable, belongs to the thread that compiles. */
final class NamedFiles {
    /** The most files of one policy. */
    static final int MAX_FILES = 500;

    private final FileSource files;
    private final Diagnostics diagnostics;
    private final List<SourceText> sources = new ArrayList<>();
    private final Map<String, Optional<Read>> readBefore = new TreeMap<>();
    private final String folder;

    NamedFiles(SourceText main, FileSource files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
        sources.add(main);
        int slash = Math.max(main.name().lastIndexOf('/'), main.name().lastIndexOf('\\'));
        this.folder = main.name().substring(0, slash + 1);
    }

    /**
     * A file as it was read.
     *
     * @param path relative to the folder of the policy
     * @param toParse the text to parse, with unreadable characters replaced
     * @param first whether nobody named it before
     */
    record Read(String path, SourceText toParse, boolean first) {
        /** The folder of the file relative to the policy's, empty or ending in a slash. */
        String folder() {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }
    }

    /** Everything that was read so far. */
    Sources sources() {
        return new Sources(sources);
    }

    /** Reads a file that is named in a file of the folder; empty if that was reported. */
    Optional<Read> read(Located<String> name, String fromFolder) {
        Optional<String> path = normal(fromFolder + name.value());
        if (path.isEmpty()) {
            outOfReach(name);
            return Optional.empty();
        }
        Optional<Read> before = readBefore.get(path.get());
        if (before != null) {
            return before.map(read -> new Read(read.path(), read.toParse(), false));
        }
        Optional<Read> read = open(name, path.get());
        readBefore.put(path.get(), read);
        return read;
    }

    private Optional<Read> open(Located<String> name, String path) {
        if (sources.size() == MAX_FILES) {
            diagnostics.report(
                    DiagnosticCode.TOO_MANY_FILES,
                    name.span(),
                    "a policy has at most " + MAX_FILES + " files",
                    "divide it into several policies");
            return Optional.empty();
        }
        FileSource.Answer answer = files.read(path);
        if (answer instanceof FileSource.Found found) {
            return scan(path, found.content());
        }
        if (answer instanceof FileSource.OutOfReach) {
            outOfReach(name);
            return Optional.empty();
        }
        String reason = answer instanceof FileSource.Unreadable unreadable
                ? "cannot be read: " + unreadable.reason()
                : "does not exist";
        diagnostics.report(
                DiagnosticCode.FILE_NOT_READ,
                name.span(),
                "the file " + UserText.quoted(folder + path) + " " + reason,
                "name a file relative to the one that you are writing in");
        return Optional.empty();
    }

    private Optional<Read> scan(String path, byte[] content) {
        int base = sources.get(sources.size() - 1).end() + 1;
        Diagnostics found = new Diagnostics();
        ScannedText scanned = RawScan.scan(folder + path, content, found);
        sources.add(new SourceText(folder + path, scanned.source().text(), base));
        found.sorted().forEach(one -> diagnostics.report(one.shifted(base)));
        return scanned.toParse().map(text -> new Read(path, new SourceText(folder + path, text, base), true));
    }

    private void outOfReach(Located<String> name) {
        diagnostics.report(
                DiagnosticCode.FILE_OUT_OF_REACH,
                name.span(),
                "the file " + UserText.quoted(name.value()) + " is out of reach",
                "name a file beside the policy or below its folder");
    }

    /** The path with `.` and `..` worked out; empty if it is absolute or names nothing. */
    private static Optional<String> normal(String path) {
        boolean absolute = path.startsWith("/") || path.contains("\\") || path.contains(":") || path.indexOf('\0') >= 0;
        if (absolute) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            boolean up = part.equals("..");
            if (up && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (up || (!part.isEmpty() && !part.equals("."))) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
    }
}
