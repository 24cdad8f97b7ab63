package org.portcullis.app.testing;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.engine.policytest.PolicyTestResult;

/** Writes results as the XML of JUnit's reports, which build servers read: a suite for each file, an error for one that does not compile. */
public final class JUnitXml {
    private static final String EXTENSION = ".policy";

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The report, in UTF-8. */
    public static String of(List<FileRun> files) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JUnitXml(xml).document(files);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML could not be written into memory", impossible);
        }
        return text.append('\n').toString();
    }

    private void document(List<FileRun> files) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", "portcullis test");
        counts(files);
        for (FileRun file : files) {
            suite(file);
        }
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void counts(List<FileRun> files) throws XMLStreamException {
        long errors = files.stream()
                .filter(file -> file.compilation().pack().isEmpty())
                .count();
        long tests = files.stream().mapToLong(file -> file.results().size()).sum();
        attribute("tests", Long.toString(tests + errors));
        attribute(
                "failures",
                Long.toString(files.stream().mapToLong(FileRun::failed).sum()));
        attribute("errors", Long.toString(errors));
    }

    private void suite(FileRun file) throws XMLStreamException {
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", file.name());
        counts(List.of(file));
        attribute("skipped", "0");
        if (file.compilation().pack().isEmpty()) {
            notCompiled(file);
        }
        for (PolicyTestResult result : file.results()) {
            testCase(file, result);
        }
        line(1);
        xml.writeEndElement();
    }

    private void notCompiled(FileRun file) throws XMLStreamException {
        List<Diagnostic> errors = file.compilation().diagnostics().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .toList();
        begin(file, "the policy compiles");
        line(3);
        xml.writeStartElement("error");
        attribute(
                "message", errors.stream().findFirst().map(Diagnostic::message).orElse("does not compile"));
        attribute(
                "type",
                errors.stream().findFirst().map(found -> found.code().code()).orElse("error"));
        characters(new DiagnosticRenderer(file.compilation().sources()).render(errors));
        xml.writeEndElement();
        line(2);
        xml.writeEndElement();
    }

    private void testCase(FileRun file, PolicyTestResult result) throws XMLStreamException {
        if (result.passed()) {
            line(2);
            xml.writeEmptyElement("testcase");
            identify(file, result.test().name());
            return;
        }
        begin(file, result.test().name());
        line(3);
        xml.writeStartElement("failure");
        attribute(
                "message",
                result.mismatches().stream()
                        .map(mismatch -> "expected " + mismatch.expected() + ", found " + mismatch.actual())
                        .collect(Collectors.joining("; ")));
        attribute("type", "expectation");
        characters(result.mismatches().stream()
                .map(mismatch -> "expected  " + mismatch.expected() + "\nfound     " + mismatch.actual()
                        + mismatch.because().stream()
                                .map(reason -> "\nbecause   " + reason)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n")));
        xml.writeEndElement();
        line(2);
        xml.writeEndElement();
    }

    private void begin(FileRun file, String name) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        identify(file, name);
    }

    /** Build servers group by the class: the file without its ending. */
    private void identify(FileRun file, String name) throws XMLStreamException {
        String path = file.name();
        attribute("classname", path.endsWith(EXTENSION) ? path.substring(0, path.length() - EXTENSION.length()) : path);
        attribute("name", name);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(legal(text));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** XML 1.0 has no way to write most control characters, not even escaped. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints().map(letter -> isLegal(letter) ? letter : 0xFFFD).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }
}
