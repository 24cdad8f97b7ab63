package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.wiring.EditorPorts;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.languageserver.port.ProvisionText;
import org.portcullis.languageserver.port.ServerPorts;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.control.Role;

class LanguageServerCommandTest {
    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}";
    private static final String SHUTDOWN = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}";
    private static final String EXIT = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void sessionThatEndsWellExitsWell() {
        assertEquals(0, run(List.of(INITIALIZE, SHUTDOWN, EXIT), "language-server"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("Content-Length: "));
    }

    @Test
    void optionThatSomeEditorsAddIsUnderstood() {
        assertEquals(0, run(List.of(INITIALIZE, SHUTDOWN, EXIT), "language-server", "--stdio"));
    }

    @Test
    void editorThatGoesAwayEndsTheServer() {
        assertEquals(1, run(List.of(INITIALIZE), "language-server"));
    }

    @Test
    void provisionsAreToldInTheWordsOfTheCatalogue() {
        ProvisionText text = ports().provisions();
        ProvisionText.Entry entry =
                text.find(new Citation("FCA-MAR", "7A.3.2R(2)")).orElseThrow();
        assertTrue(!entry.paraphrase().isBlank() && !entry.sureness().isBlank());
        assertTrue(text.corpus("FCA-MAR").isPresent());
        assertTrue(text.find(new Citation("FCA-MAR", "99")).isEmpty());
    }

    @Test
    void datesAreJudgedByTheDayOfTheClock() {
        CompilerSettings settings = ports().settings().get();
        assertEquals("2026-11-23", settings.asOf().orElseThrow().toString());
    }

    @Test
    void rolesAreThoseOfTheOrganisation() {
        String file = CommandLineFixture.INCIDENT.resolve("organisation.yaml").toString();
        CompilerSettings settings =
                EditorPorts.of(surroundings(""), Optional.of(file)).settings().get();
        assertTrue(settings.knownRoles().contains(new Role("Delta 1 Trader")), settings::toString);
    }

    @Test
    void organisationThatIsNotThereIsSaid() {
        assertEquals(2, run(List.of(INITIALIZE), "language-server", "--organisation", "no.yaml"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("no.yaml: no such file"));
    }

    private int run(List<String> messages, String... arguments) {
        StringBuilder said = new StringBuilder();
        messages.forEach(message -> said.append("Content-Length: ")
                .append(message.length())
                .append("\r\n\r\n")
                .append(message));
        return Portcullis.run(surroundings(said.toString()), arguments);
    }

    private ServerPorts ports() {
        return EditorPorts.of(surroundings(""), Optional.empty());
    }

    private Surroundings surroundings(String input) {
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Surroundings(
                new Terminal(printed, printed),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                CommandLineFixture.HOME,
                folder,
                InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")),
                new SecureRandom());
    }
}
