package org.portcullis.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.JsonObject;

/** People's ids and words stay out of the journal, and what is erased is gone. */
class ConcealingTest {
    private static final Instant AT = Instant.parse("2022-05-02T07:56:00Z");
    private static final String ROBIN = "e1001";
    private static final String OFFICER = "e1009";
    private static final String WORDS = "wrong basket, says Morgan";
    private static final Ed25519Signer KEY = Ed25519Signer.ofSeed("key-1", new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });

    @TempDir
    Path folder;

    private final MemoryJournal journal = new MemoryJournal("example.org/desk");
    private final CountedBytes counted = new CountedBytes();
    private Vault vault;
    private Concealing concealing;
    private OrderEngine engine;
    private boolean refuses;

    /** People of a firm, under its ids. */
    private record FirmPeople(TreeMap<String, Person> byId) implements Directory {
        static FirmPeople of(String... ids) {
            TreeMap<String, Person> people = new TreeMap<>();
            for (String id : ids) {
                people.put(id, new Person(id, "Name of " + id, roles("Trader"), new TreeSet<>(Set.of("e-deputy"))));
            }
            return new FirmPeople(people);
        }

        private static TreeSet<Role> roles(String name) {
            return new TreeSet<>(Set.of(new Role(name)));
        }

        @Override
        public Optional<Person> find(String personId) {
            return Optional.ofNullable(byId.get(personId));
        }

        @Override
        public List<Person> people() {
            return List.copyOf(byId.values());
        }
    }

    @BeforeEach
    void theEngineHasPeopleUnderPseudonyms() throws Exception {
        start();
    }

    @AfterEach
    void close() throws Exception {
        vault.close();
    }

    @Test
    void idsAndWordsBecomePseudonymsAndCommitments() throws Exception {
        cancel(ROBIN, WORDS);
        JsonObject body = last("work.cancel.asked").body();
        assertEquals(concealing.person(ROBIN), body.text("by"));
        CommittedText reason = CommittedText.of(body.text("reason"));
        assertEquals(
                Optional.of(WORDS),
                vault.find(reason.commitment()).orElseThrow().text());
        assertFalse(journalText().contains(ROBIN));
        assertFalse(journalText().contains("Morgan"));
    }

    @Test
    void whoIsNewIsRecordedBeforeTheFirstCommand() throws Exception {
        Reply reply = cancel("e-new", WORDS);
        assertEquals(1, reply.entries().size());
        List<String> types = types();
        assertEquals(List.of("person.committed", "work.cancel.asked"), types.subList(types.size() - 2, types.size()));
        assertEquals(
                vault.opening(new Pseudonym(concealing.person("e-new")))
                        .orElseThrow()
                        .commitment()
                        .value(),
                last("person.committed").body().text("commitment"));
    }

    @Test
    void aPersonIsRecordedOnce() throws Exception {
        cancel("e-new", WORDS);
        cancel("e-new", WORDS);
        restart();
        cancel("e-new", WORDS);
        String person = concealing.person("e-new");
        assertEquals(
                1,
                journal.entries().stream()
                        .filter(entry -> entry.type().equals("person.committed"))
                        .filter(entry -> entry.body().text("person").equals(person))
                        .count());
    }

    @Test
    void theTraderWhomACancellationNamesIsAPseudonym() throws Exception {
        handle(new Command.Cancel(Target.TRADER, "e-other", ROBIN, WORDS));
        assertFalse(journalText().contains("e-other"));
    }

    @Test
    void programsKeepTheirNames() throws Exception {
        cancel("scheduler", "the day is over");
        assertEquals("scheduler", last("work.cancel.asked").body().text("by"));
        assertEquals("the day is over", last("work.cancel.asked").body().text("reason"));
    }

    @Test
    void aReasonThatIsMissingStaysMissing() throws Exception {
        assertEquals("", concealing.words(ROBIN, "  "));
    }

    @Test
    void theEngineHearsNoNames() throws Exception {
        Directory concealed = concealing.directory(FirmPeople.of(ROBIN, OFFICER));
        String robin = concealing.person(ROBIN);
        Person person = concealed.find(robin).orElseThrow();
        assertEquals(robin, person.name());
        assertEquals(Set.of(concealing.person("e-deputy")), person.delegates());
        assertEquals(Set.of(robin, concealing.person(OFFICER)), concealed.onDuty(new Role("Trader"), AT));
        assertEquals(ROBIN, concealing.id(robin));
        assertEquals(
                "Name of " + ROBIN,
                vault.identity(new Pseudonym(robin)).orElseThrow().name());
    }

    @Test
    void anEnrolmentIsSignedUnderThePseudonym() throws Exception {
        Reply reply = handle(Command.EnrolKey.founding(Enrolment.sign(concealing.person(ROBIN), KEY), OFFICER));
        assertInstanceOf(Outcome.Recorded.class, reply.outcome());
        assertEquals(concealing.person(OFFICER), last("key.enrolled").body().text("confirmedBy"));
    }

    @Test
    void whatIsSignedWithAnIdNeverReachesTheJournal() throws Exception {
        int before = journal.entries().size();
        Reply reply = handle(Command.EnrolKey.founding(Enrolment.sign(ROBIN, KEY), OFFICER));
        assertEquals(
                "not-concealed",
                assertInstanceOf(Outcome.Refused.class, reply.outcome()).code());
        assertEquals(before, journal.entries().size());
    }

    @Test
    void aVoteWithWordsInItNeverReachesTheJournal() throws Exception {
        JsonObject vote = Dsse.sign(
                "application/vnd.portcullis.approval+json",
                JsonObject.of("approver", concealing.person(ROBIN), "reason", WORDS),
                KEY);
        int before = journal.entries().size();
        assertInstanceOf(Outcome.Refused.class, handle(new Command.Vote(vote)).outcome());
        assertEquals(before, journal.entries().size());
    }

    @Test
    void aRefusedCommandAmongOthersLeavesTheOthers() throws Exception {
        JsonObject vote = Dsse.sign("any", JsonObject.of("approver", ROBIN, "reason", WORDS), KEY);
        List<Reply> replies = concealing.handleAll(
                List.of(
                        new Command.Cancel(Target.ORDER, "O-1", ROBIN, WORDS),
                        new Command.Vote(vote),
                        new Command.Cancel(Target.ORDER, "O-2", OFFICER, WORDS)),
                commands -> engine.handleAll(commands, AT));
        assertEquals(
                List.of(1, 0, 1),
                replies.stream().map(reply -> reply.entries().size()).toList());
    }

    @Test
    void anErasureDestroysWhatOpensTheJournal() throws Exception {
        cancel(ROBIN, WORDS);
        String robin = concealing.person(ROBIN);
        CommittedText words = CommittedText.of(last("work.cancel.asked").body().text("reason"));
        assertInstanceOf(Outcome.Recorded.class, erase(robin).outcome());
        assertEquals(Optional.empty(), vault.find(words.commitment()));
        assertEquals(Optional.empty(), vault.identity(new Pseudonym(robin)));
        assertEquals(robin, last("person.erased").body().text("person"));
    }

    @Test
    void aRefusedErasureDestroysNothing() throws Exception {
        String robin = concealing.person(ROBIN);
        handle(Command.EnrolKey.founding(Enrolment.sign(robin, KEY), OFFICER));
        assertEquals(
                "key-in-force",
                assertInstanceOf(Outcome.Refused.class, erase(robin).outcome()).code());
        assertTrue(vault.identity(new Pseudonym(robin)).isPresent());
    }

    @Test
    void theNextStartDestroysWhatTheJournalSaysIsErased() throws Exception {
        String robin = concealing.person(ROBIN);
        engine.handle(new Command.ErasePerson(new Pseudonym(robin), concealing.person(OFFICER), ""), AT);
        assertTrue(vault.identity(new Pseudonym(robin)).isPresent(), "cut off before the vault heard of it");
        restart();
        assertEquals(Optional.empty(), vault.identity(new Pseudonym(robin)));
    }

    @Test
    void theNextStartRecordsWhomTheJournalDoesNotKnow() throws Exception {
        Pseudonym person = vault.commit(new Identity("e-cut-off", ""));
        restart();
        concealing.recordPeople(commands -> engine.handleAll(commands, AT));
        assertEquals(person.value(), last("person.committed").body().text("person"));
    }

    @Test
    void peopleAreRecordedLaterWhenTheJournalTakesNothing() throws Exception {
        refuses = true;
        assertThrows(EngineFailure.class, () -> cancel("e-new", WORDS));
        refuses = false;
        cancel("e-new", WORDS);
        assertEquals(concealing.person("e-new"), last("person.committed").body().text("person"));
    }

    @Test
    void aLensShowsNamesAndWords() throws Exception {
        cancel(ROBIN, WORDS);
        JsonObject body = last("work.cancel.asked").body();
        assertEquals(
                "asked by Name of e1001: " + WORDS,
                lens(vault).apply("asked by " + body.text("by") + ": " + body.text("reason")));
    }

    @Test
    void whatIsWithheldIsShownAsSuch() throws Exception {
        cancel(ROBIN, WORDS);
        JsonObject body = last("work.cancel.asked").body();
        assertEquals(
                body.text("by") + " says [withheld]",
                lens(OpeningSource.NONE).apply(body.text("by") + " says " + body.text("reason")));
    }

    @Test
    void whatIsErasedIsShownWithItsDate() throws Exception {
        cancel(ROBIN, WORDS);
        JsonObject body = last("work.cancel.asked").body();
        Lens before = lens(vault);
        erase(body.text("by"));
        assertEquals("[withheld]", before.apply(body.text("reason")));
        assertEquals("[erased 2022-05-02]", lens(vault).apply(body.text("reason")));
        assertEquals(body.text("by") + " [erased 2022-05-02]", lens(vault).apply(body.text("by")));
    }

    @Test
    void anOpeningOfSomethingElseIsShownAsSuch() throws Exception {
        cancel(ROBIN, WORDS);
        Opening robin = vault.opening(new Pseudonym(concealing.person(ROBIN))).orElseThrow();
        String reason = last("work.cancel.asked").body().text("reason");
        assertEquals("[does not match]", lens(commitment -> Optional.of(robin)).apply(reason));
    }

    @Test
    void twoPeopleOfOneNameAreToldApart() throws Exception {
        String one = concealing.person(new Identity("e7", "Kim Lund"));
        String other = concealing.person(new Identity("e8", "Kim Lund"));
        concealing.recordPeople(commands -> engine.handleAll(commands, AT));
        assertEquals("Kim Lund (e7), Kim Lund (e8)", lens(vault).apply(one + ", " + other));
    }

    private Lens lens(OpeningSource openings) throws JournalFailure {
        return Lens.of(journal, openings);
    }

    private Reply cancel(String by, String reason) throws Exception {
        return handle(new Command.Cancel(Target.ORDER, "O-1", by, reason));
    }

    private Reply erase(String person) throws Exception {
        return handle(new Command.ErasePerson(new Pseudonym(person), OFFICER, "asked for it in a letter"));
    }

    private Reply handle(Command command) throws Exception {
        return concealing.handle(command, commands -> engine.handleAll(commands, AT));
    }

    private void restart() throws Exception {
        vault.close();
        start();
    }

    private void start() throws Exception {
        vault = Vault.open(folder.resolve("vault"), counted);
        concealing = Concealing.over(vault, journal, Set.of("scheduler"));
        Directory people = concealing.directory(FirmPeople.of(ROBIN, OFFICER));
        EnginePorts ports = new EnginePorts(
                this::append,
                Ed25519Signer.ofSeed("tokens", new byte[Ed25519Signer.SEED_BYTES]),
                new BothProviders(),
                () -> "nonce-0000000000000000");
        engine = OrderEngine.open(journal, people, ports, EngineTerms.DEFAULT);
        concealing.recordPeople(commands -> engine.handleAll(commands, AT));
    }

    /** A journal that may take nothing. */
    private List<JournalEntry> append(List<JournalRecord> records) throws JournalFailure {
        if (refuses) {
            throw new JournalFailure(JournalFailure.Kind.REFUSED, "it takes nothing");
        }
        return journal.append(records);
    }

    private JournalEntry last(String type) {
        List<JournalEntry> all = journal.entries().stream()
                .filter(entry -> entry.type().equals(type))
                .toList();
        return all.get(all.size() - 1);
    }

    private List<String> types() {
        return journal.entries().stream().map(JournalEntry::type).toList();
    }

    private String journalText() {
        StringBuilder text = new StringBuilder();
        journal.entries().forEach(entry -> text.append(CanonicalJson.text(entry.body())));
        return text.toString();
    }
}
