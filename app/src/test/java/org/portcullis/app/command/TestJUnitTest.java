package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What `test --junit` writes is what build servers read. */
class TestJUnitTest {
    private static final String REPAIRED = "repaired.policy";

    @TempDir
    Path folder = Path.of("");

    @Test
    void eachFileIsASuiteAndEachTestACase() throws Exception {
        policy(REPAIRED, "", "");

        Document report = report(0, REPAIRED);

        assertEquals(List.of("7", "0", "0"), counts(report.getDocumentElement()));
        assertEquals(List.of(REPAIRED), attributes(report, "testsuite", "name"));
        assertEquals(
                "444 billion instead of 58 million",
                attributes(report, "testcase", "name").get(0));
        assertEquals("repaired", attributes(report, "testcase", "classname").get(0));
    }

    @Test
    void aFailureSaysWhatWasExpectedAndWhy() throws Exception {
        policy(REPAIRED, "more than USD 4 billion", "more than USD 500 billion");

        Document report = report(1, REPAIRED);

        assertEquals(List.of("7", "1", "0"), counts(report.getDocumentElement()));
        assertEquals(
                List.of("expected block by LDN-WAVE-NOTIONAL, found LDN-WAVE-NOTIONAL raises nothing"),
                attributes(report, "failure", "message"));
        String text = report.getElementsByTagName("failure").item(0).getTextContent();
        assertTrue(text.contains("\nbecause   applies and is satisfied"), text);
    }

    @Test
    void aFileThatDoesNotCompileIsAnError() throws Exception {
        policy(REPAIRED, "USD 4 billion\n", "4 billion\n");

        Document report = report(1, REPAIRED);

        assertEquals(List.of("1", "0", "1"), counts(report.getDocumentElement()));
        assertEquals(List.of("P0401"), attributes(report, "error", "type"));
        String text = report.getElementsByTagName("error").item(0).getTextContent();
        assertTrue(text.contains("^^^^^^^^^"), text);
    }

    @Test
    void whatXmlReservesOrForbidsIsWrittenSoThatItCanBeRead() throws Exception {
        policy(REPAIRED, "\"a visitor submits nothing\"", "\"<&'> \u00e4 ]]> visitor\"");

        assertTrue(attributes(report(0, REPAIRED), "testcase", "name").contains("<&'> \u00e4 ]]> visitor"));
    }

    @Test
    void onlyTheChosenTestsAreWritten() throws Exception {
        policy(REPAIRED, "", "");

        Document report = report(0, REPAIRED, "--name", "visitor");

        assertEquals(List.of("a visitor submits nothing"), attributes(report, "testcase", "name"));
    }

    @Test
    void aFileThatCannotBeWrittenIsAMistake() throws IOException {
        policy(REPAIRED, "", "");

        Ran ran = run("--junit", ".", REPAIRED);

        assertEquals(2, ran.status());
        assertTrue(ran.err().contains(".: cannot be written"), ran::err);
    }

    private Document report(int status, String... arguments) throws Exception {
        String[] line = Stream.concat(Stream.of("--junit", "out/report.xml"), Stream.of(arguments))
                .toArray(String[]::new);
        Ran ran = run(line);
        assertEquals(status, ran.status(), ran::err);
        Path file = folder.resolve("out/report.xml");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(TestJUnitTest.class.getResource("/org/portcullis/app/testing/junit.xsd"))
                .newValidator()
                .validate(new StreamSource(file.toFile()));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<String> counts(Element suites) {
        return List.of(suites.getAttribute("tests"), suites.getAttribute("failures"), suites.getAttribute("errors"));
    }

    private static List<String> attributes(Document document, String element, String attribute) {
        NodeList found = document.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> ((Element) found.item(index)).getAttribute(attribute))
                .toList();
    }

    private void policy(String name, String before, String after) throws IOException {
        String text = Files.readString(CommandLineFixture.INCIDENT.resolve("policies/" + name));
        assertTrue(text.contains(before));
        Files.writeString(folder.resolve(name), before.isEmpty() ? text : text.replace(before, after));
    }

    private Ran run(String... arguments) {
        String[] line = Stream.concat(Stream.of("test", "--as-of", "2022-05-02"), Stream.of(arguments))
                .toArray(String[]::new);
        return new CommandLineFixture(folder).run(line);
    }
}
