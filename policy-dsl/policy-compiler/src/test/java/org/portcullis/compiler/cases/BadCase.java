package org.portcullis.compiler.cases;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.Label;
import org.portcullis.compiler.diagnostic.Position;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.source.FileSource;
import org.portcullis.model.control.Role;

/**
 * A bad policy with its diagnostics marked inside it.
 *
 * <p>Below a line stand the marks of what is wrong in it, which are taken out before the policy is compiled:
 *
 * <pre>
 *   block the order if order.notional is more than 4 billion
 * --                                               ^^^^^^^^^ P0401 error: `4 billion` has no unit
 * --  help: …
 * --  label 12:3 for 9: …
 * </pre>
 *
 * <p>Where the mark cannot be drawn, because the span begins in the first columns or far to the right, stand its column and length: {@code --@1+6 P0208 …}. A span
 * over several lines ends with {@code to line 12}, and lines are those of the policy without marks. Lines that begin with {@code --!} say how to compile:
 * {@code --! as of 2026-12-01}, {@code --! roles A, B}, {@code --! catalogue}, {@code --! organisation}, {@code --! repeat @@ 5000 text},
 * {@code --! file limits.csv text}, in which {@code \n} is a line feed. What is wrong in such a file stands at the end:
 * {@code --in limits.csv 2:5+3 P0810 error: …}.
 *
 * <p>Files are handled as bytes, one character each, since one of them is not UTF-8.
 */
record BadCase(String name, List<String> directives, String input) {
    private static final Pattern MARK = Pattern.compile(
            "--( *\\^+|@\\d+\\+\\d+)( to line \\d+)? P\\d{4} .*|--  (help|label [0-9: for]+): .*|--in .*");
    private static final Pattern REPEAT = Pattern.compile("--! repeat @@ (\\d+) (.*)");
    private static final Pattern FILE = Pattern.compile("--! file (\\S+) (.*)");
    private static final int FIRST_DRAWN_COLUMN = 3;
    private static final int LAST_DRAWN_COLUMN = 160;

    /** Takes the marks and directives out of a file. */
    static BadCase read(String name, byte[] content) {
        List<String> directives = new ArrayList<>();
        List<String> input = new ArrayList<>();
        for (String line : bytes(content).split("\n", -1)) {
            if (line.startsWith("--!")) {
                directives.add(line);
            } else if (!MARK.matcher(line).matches()) {
                input.add(line);
            }
        }
        return new BadCase(name, directives, String.join("\n", input));
    }

    /** The code that the file name promises. */
    String code() {
        return name.substring(0, "P0000".length());
    }

    Compilation compile() {
        return PolicyCompiler.compile(chars(expanded()), name, settings());
    }

    /** Compiles an altered text the way this case is compiled. */
    Compilation compile(String text) {
        return PolicyCompiler.compile(new SourceText(name, text), settings());
    }

    /** The file as it must be, with all diagnostics marked. */
    byte[] marked(Compilation compilation) {
        Map<Integer, List<String>> marks = new TreeMap<>();
        List<String> elsewhere = new ArrayList<>();
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            SourceText in = compilation.sources().of(diagnostic.span());
            if (in != compilation.source()) {
                elsewhere.addAll(elsewhere(diagnostic, in));
                continue;
            }
            int line = compilation.source().line(diagnostic.span().start());
            marks.computeIfAbsent(line, none -> new ArrayList<>()).addAll(marks(diagnostic, compilation.source()));
        }
        List<String> lines = new ArrayList<>(directives);
        List<String> inputLines = Arrays.asList(input.split("\n", -1));
        for (int line = 1; line <= inputLines.size(); line++) {
            lines.add(inputLines.get(line - 1));
            marks.getOrDefault(line, List.of())
                    .forEach(mark -> lines.add(bytes(mark.getBytes(StandardCharsets.UTF_8))));
        }
        String text = String.join("\n", lines);
        return chars(elsewhere.isEmpty() ? text : text + String.join("\n", elsewhere) + "\n");
    }

    private static List<String> elsewhere(Diagnostic diagnostic, SourceText in) {
        Position start = in.position(diagnostic.span().start());
        List<String> marks = new ArrayList<>();
        marks.add("--in " + in.name() + " " + start.line() + ":" + start.column() + "+"
                + diagnostic.span().length() + " " + diagnostic.code().code() + " "
                + diagnostic.severity().word() + ": " + diagnostic.message());
        diagnostic.help().ifPresent(help -> marks.add("--  help: " + help));
        return marks;
    }

    private static List<String> marks(Diagnostic diagnostic, SourceText source) {
        List<String> marks = new ArrayList<>();
        Span span = diagnostic.span();
        Position start = source.position(span.start());
        int lineEnd = source.lineSpan(start.line()).end();
        int length = Math.max(
                0, source.text().codePointCount(span.start(), Math.max(span.start(), Math.min(span.end(), lineEnd))));
        boolean drawn = start.column() >= FIRST_DRAWN_COLUMN && start.column() + length <= LAST_DRAWN_COLUMN;
        String mark = drawn
                ? "--" + " ".repeat(start.column() - 3) + "^".repeat(Math.max(1, length))
                : "--@" + start.column() + "+" + length;
        int lastLine = source.line(Math.max(span.start(), span.end() - 1));
        marks.add(mark
                + (lastLine > start.line() ? " to line " + lastLine : "")
                + " " + diagnostic.code().code() + " " + diagnostic.severity().word() + ": " + diagnostic.message());
        diagnostic.help().ifPresent(help -> marks.add("--  help: " + help));
        for (Label label : diagnostic.labels()) {
            Position at = source.position(label.span().start());
            marks.add("--  label " + at.line() + ":" + at.column() + " for "
                    + label.span().length() + ": " + label.text());
        }
        return marks;
    }

    private String expanded() {
        String text = input;
        for (String directive : directives) {
            Matcher repeat = REPEAT.matcher(directive);
            if (repeat.matches()) {
                String many = repeat.group(2).replace("\\n", "\n").repeat(Integer.parseInt(repeat.group(1)));
                text = text.replace("@@", many);
            }
        }
        return text;
    }

    private CompilerSettings settings() {
        CompilerSettings settings = CompilerSettings.none();
        for (String directive : directives) {
            String words = directive.substring("--!".length()).strip();
            if (words.startsWith("as of ")) {
                settings = settings.withAsOf(LocalDate.parse(words.substring("as of ".length())));
            } else if (words.startsWith("roles ")) {
                settings = settings.withKnownRoles(
                        Arrays.stream(words.substring("roles ".length()).split(", "))
                                .map(Role::new)
                                .toList());
            } else if (words.equals("catalogue")) {
                settings = settings.withCitations(new FixedCatalogue());
            } else if (words.equals("organisation")) {
                settings = settings.withOrganisation(FixedFirm.organisation(), FixedFirm.calendars());
            } else if (!words.startsWith("file ") && !words.startsWith("repeat ")) {
                throw new IllegalStateException("unknown directive `" + directive + "` in " + name);
            }
        }
        return settings.withFiles(files());
    }

    private FileSource files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String directive : directives) {
            Matcher file = FILE.matcher(directive);
            if (file.matches()) {
                files.put(file.group(1), chars(file.group(2).replace("\\n", "\n")));
            }
        }
        return path -> {
            byte[] content = files.get(path);
            if (content != null) {
                return new FileSource.Found(content);
            }
            return path.startsWith("../") ? new FileSource.OutOfReach() : new FileSource.Missing();
        };
    }

    private static String bytes(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static byte[] chars(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
