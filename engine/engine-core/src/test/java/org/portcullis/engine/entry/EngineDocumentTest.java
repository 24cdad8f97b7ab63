package org.portcullis.engine.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.KeyRefusal;
import org.portcullis.engine.approval.VoteRefusal;
import org.portcullis.engine.flow.AcknowledgementRefusal;
import org.portcullis.engine.flow.EstimateRefusal;
import org.portcullis.engine.flow.PetitionRefusal;
import org.portcullis.engine.flow.WorkRefusal;
import org.portcullis.engine.people.PersonRefusal;
import org.portcullis.engine.token.TokenRefusal;

/** The page about the engine names every entry type and every refusal. */
class EngineDocumentTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "engine.md");

    @Test
    void everyEntryTypeIsNamed() throws IOException {
        assertNamed(EntryReaders.BY_TYPE.keySet().stream());
    }

    @Test
    void everyRefusalIsNamed() throws IOException {
        assertNamed(Stream.of(
                        Stream.of(KeyRefusal.values()).map(KeyRefusal::code),
                        Stream.of(PersonRefusal.values()).map(PersonRefusal::code),
                        Stream.of(VoteRefusal.values()).map(VoteRefusal::code),
                        Stream.of(TokenRefusal.values()).map(TokenRefusal::code),
                        Stream.of(AcknowledgementRefusal.values()).map(AcknowledgementRefusal::code),
                        Stream.of(EstimateRefusal.values()).map(EstimateRefusal::code),
                        Stream.of(PetitionRefusal.values()).map(PetitionRefusal::code),
                        Stream.of(WorkRefusal.values()).map(WorkRefusal::code))
                .flatMap(codes -> codes));
    }

    private static void assertNamed(Stream<String> words) throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        assertEquals(
                List.of(),
                words.filter(word -> !page.contains("`" + word + "`")).sorted().toList());
    }
}
