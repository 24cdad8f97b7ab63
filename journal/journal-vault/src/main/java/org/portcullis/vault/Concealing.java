package org.portcullis.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.entry.PersonEntry;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.json.Digest;

/**
 * Stands before an engine: people's ids become pseudonyms and their words become commitments before the engine sees them, so that the journal never has them.
 *
 * <p>Whoever signs must sign what the journal will carry: a client asks for {@link #person} and {@link #words} before it makes a statement or an enrolment. A
 * vote with other words is refused here, with the code `not-concealed` and without an entry, because the entry would carry them.
 *
 * <p>Somebody whom the vault does not know gets a pseudonym as well: nothing is held up for want of it, least of all a cancellation.
 *
 * <p>An erasure is an entry first; what opens the commitments is destroyed when it is durable, and at the latest when the vault is next opened through {@link
 * #over}.
 *
 * <p><b>Threads</b>: safe for use by many, as far as the engine is.
 */
public final class Concealing {
    private final Vault vault;
    private final Set<String> programs;
    private final List<Command> unrecorded = new ArrayList<>();
    private final Set<String> recorded = new TreeSet<>();

    private Concealing(Vault vault, Set<String> programs) {
        this.vault = vault;
        this.programs = Set.copyOf(programs);
    }

    /** Does what an engine does with commands, for example at a time. */
    @FunctionalInterface
    public interface Engine {
        /** Gives a reply for each command, in their order. */
        List<Reply> handleAll(List<Command> commands) throws EngineFailure;
    }

    /**
     * Puts a vault before the engine of a journal, and finishes what was cut off between the two: what the journal says is erased is destroyed, and people whom it
     * does not know yet are recorded with the next command.
     *
     * @param programs who act without being people, for example a scheduler; their names go into the journal as they are
     */
    public static Concealing over(Vault vault, EntrySource journal, Set<String> programs)
            throws VaultFailure, JournalFailure {
        Concealing concealing = new Concealing(vault, programs);
        List<JournalEntry> people = new ArrayList<>();
        journal.forEach(Set.of(PersonEntry.COMMITTED, PersonEntry.ERASED), people::add);
        concealing.settle(people);
        vault.people().forEach(concealing::record);
        return concealing;
    }

    /** Does what a command asks; see {@link #handleAll}. */
    public Reply handle(Command command, Engine engine) throws EngineFailure, VaultFailure {
        return handleAll(List.of(command), engine).get(0);
    }

    /**
     * Has an engine do what commands ask, with pseudonyms and commitments in them. New people are recorded before, each by itself.
     *
     * @return a reply for each command
     * @throws VaultFailure when something could not be kept or destroyed; in the first case nothing has happened, in the second the erasure is recorded, and opening
     *     the vault again destroys
     */
    public List<Reply> handleAll(List<Command> commands, Engine engine) throws EngineFailure, VaultFailure {
        List<Optional<Command>> concealed = new ArrayList<>();
        for (Command command : commands) {
            concealed.add(Concealment.of(command, this));
        }
        recordPeople(engine);
        List<Command> going = concealed.stream().flatMap(Optional::stream).toList();
        List<Reply> given = going.isEmpty() ? List.of() : engine.handleAll(going);
        for (Reply reply : given) {
            settle(reply.entries());
        }
        List<Reply> replies = new ArrayList<>();
        int next = 0;
        for (Optional<Command> command : concealed) {
            replies.add(command.isPresent() ? given.get(next++) : notConcealed());
        }
        return replies;
    }

    /** Records the people who are new by themselves, where no command comes soon; nothing where there are none. Who cannot be recorded is recorded next time. */
    public void recordPeople(Engine engine) throws EngineFailure {
        for (Optional<Command> next = takeUnrecorded(); next.isPresent(); next = takeUnrecorded()) {
            boolean done = false;
            try {
                engine.handleAll(List.of(next.get()));
                done = true;
            } finally {
                if (!done) {
                    putBack(next.get());
                }
            }
        }
    }

    /** The pseudonym under which the engine knows the person with an id, which is new where the vault does not know the id. */
    public String person(String id) throws VaultFailure {
        return person(new Identity(id, ""));
    }

    /** The pseudonym of a person, as {@link #person(String)} gives it, with the name where the person is new. */
    public String person(Identity identity) throws VaultFailure {
        String id = identity.id();
        if (programs.contains(id) || Pseudonym.isPseudonym(id)) {
            return id;
        }
        Pseudonym pseudonym = vault.commit(identity);
        vault.opening(pseudonym).ifPresent(opening -> record(pseudonym, opening));
        return pseudonym.value();
    }

    /**
     * What the journal carries for the words of a person: a commitment; nothing for nothing, so that a reason that is missing stays missing.
     *
     * @param author the id of the person, or the pseudonym
     */
    public String words(String author, String text) throws VaultFailure {
        if (text.isBlank()) {
            return "";
        }
        if (CommittedText.isCommitted(text) || programs.contains(author)) {
            return text;
        }
        return vault.conceal(new Pseudonym(person(author)), text).text();
    }

    /** A submission as the engine judges it and approvers and tokens are bound to it; gateways take the digest of this. */
    public Submission submission(Submission submission) throws VaultFailure {
        return new Submission(
                submission.basketId(),
                person(submission.requester()),
                submission.desk(),
                submission.location(),
                submission.flow(),
                submission.intended(),
                submission.lines());
    }

    /** The same people with the same roles under their pseudonyms; for the engine, which need not know more. */
    public Directory directory(Directory directory) throws VaultFailure {
        TreeMap<String, String> pseudonyms = new TreeMap<>();
        for (Person person : directory.people()) {
            pseudonyms.put(person.id(), person(new Identity(person.id(), person.name())));
        }
        for (Person person : directory.people()) {
            for (String delegate : person.delegates()) {
                if (!pseudonyms.containsKey(delegate)) {
                    pseudonyms.put(delegate, person(delegate));
                }
            }
        }
        return new ConcealedPeople(directory, pseudonyms);
    }

    /** The id of the firm for a pseudonym, for example of whom to tell; what is no pseudonym of the vault is given back as it is. */
    public String id(String pseudonym) {
        return Pseudonym.isPseudonym(pseudonym)
                ? vault.identity(new Pseudonym(pseudonym)).map(Identity::id).orElse(pseudonym)
                : pseudonym;
    }

    private static Reply notConcealed() {
        return new Reply(
                new Outcome.Refused(
                        "not-concealed",
                        "what is signed has words of a person in it; sign the commitment that stands for them instead"),
                List.of(),
                List.of());
    }

    /** Takes one; the lock is never held while the engine is called, since its listeners may come back here. */
    private Optional<Command> takeUnrecorded() {
        synchronized (unrecorded) {
            return unrecorded.isEmpty() ? Optional.empty() : Optional.of(unrecorded.remove(0));
        }
    }

    private void putBack(Command person) {
        synchronized (unrecorded) {
            unrecorded.add(0, person);
        }
    }

    private void record(Pseudonym person, Opening opening) {
        Digest commitment = opening.commitment();
        synchronized (unrecorded) {
            if (recorded.add(person.value())) {
                unrecorded.add(new Command.CommitPerson(person, commitment));
            }
        }
    }

    /** Knows whom the journal knows, and destroys what it says is erased. */
    private void settle(List<JournalEntry> entries) throws VaultFailure {
        for (JournalEntry entry : entries) {
            if (entry.type().equals(PersonEntry.COMMITTED)) {
                synchronized (unrecorded) {
                    recorded.add(entry.body().text("person"));
                }
            } else if (entry.type().equals(PersonEntry.ERASED)) {
                vault.erase(new Pseudonym(entry.body().text("person")));
            }
        }
    }
}
