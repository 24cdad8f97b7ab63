package org.portcullis.witness;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cosigns the checkpoints of the logs it was told of, each only when it extends the one cosigned before.
 *
 * <p>INVARIANT: what was cosigned is durable before the cosignature leaves, and two answers never cross: the check of the
 * old size and the writing of the new state happen under one lock (see {@code WitnessServerTest}). Mutable; safe for calls
 * from several threads.
 */
public final class Witness implements Closeable {

    private static final Consistency.Tree NOTHING =
            new Consistency.Tree(0, Base64.getEncoder().encodeToString(Hashes.sha256()));

    private final CosigningKey key;
    private final StateFolder state;
    private final Map<String, List<LogKey>> logs = new TreeMap<>();
    private final Map<String, String> origins = new TreeMap<>();

    /** What was cosigned last, by origin; guarded by this. */
    private final Map<String, Latest> latest = new TreeMap<>();

    private Witness(CosigningKey key, StateFolder state, List<LogKey> logs) {
        this.key = key;
        this.state = state;
        for (LogKey log : logs) {
            this.logs.computeIfAbsent(log.name(), origin -> new ArrayList<>()).add(log);
            origins.put(StateFolder.nameOf(log.name()), log.name());
        }
    }

    /**
     * Opens a witness on its state.
     *
     * @param folder where it keeps what it cosigned; made where it is missing
     * @param logs the logs it serves, each known by its key's name
     * @throws IOException when the folder is in use or holds what this witness did not write
     */
    public static Witness open(CosigningKey key, Path folder, List<LogKey> logs) throws IOException {
        StateFolder state = StateFolder.open(folder);
        Witness witness = new Witness(key, state, logs);
        boolean opened = false;
        try {
            witness.load();
            opened = true;
        } finally {
            if (!opened) {
                state.close();
            }
        }
        return witness;
    }

    /** Gives the one line by which verifiers know this witness. */
    public String verifierKey() {
        return key.verifierKey();
    }

    @Override
    public void close() throws IOException {
        state.close();
    }

    /** Answers the request to cosign. */
    Answer add(byte[] body, long epochSeconds) throws IOException {
        Submission submission;
        try {
            submission = Submission.read(body);
        } catch (Malformed malformed) {
            return Answer.refused(400, malformed.reason());
        }
        SignedCheckpoint checkpoint = submission.checkpoint();
        List<LogKey> keys = logs.getOrDefault(checkpoint.origin(), List.of());
        if (keys.isEmpty()) {
            return Answer.refused(404, "this witness was not told of a log `" + checkpoint.origin() + "`");
        }
        if (keys.stream().noneMatch(log -> log.signed(checkpoint))) {
            return Answer.refused(403, "the checkpoint is not signed with the key of `" + checkpoint.origin() + "`");
        }
        if (submission.oldSize() > checkpoint.tree().size()) {
            return Answer.refused(
                    400,
                    "the old size " + submission.oldSize() + " is above the size "
                            + checkpoint.tree().size());
        }
        return extend(submission, epochSeconds);
    }

    /** Gives the latest note that was cosigned for an origin, by the name of its state. */
    synchronized Optional<String> latest(String stateName) {
        return Optional.ofNullable(origins.get(stateName))
                .flatMap(origin -> Optional.ofNullable(latest.get(origin)))
                .map(Latest::note);
    }

    private synchronized Answer extend(Submission submission, long epochSeconds) throws IOException {
        SignedCheckpoint checkpoint = submission.checkpoint();
        String origin = checkpoint.origin();
        Consistency.Tree old =
                Optional.ofNullable(latest.get(origin)).map(Latest::tree).orElse(NOTHING);
        Consistency.Tree grown = checkpoint.tree();
        if (submission.oldSize() != old.size()) {
            return Answer.conflict(old.size());
        }
        boolean holds = Consistency.holds(old, grown, submission.proof());
        if (!holds && old.size() == grown.size() && submission.proof().isEmpty() && old.size() > 0) {
            return Answer.conflict(old.size());
        }
        if (!holds) {
            return Answer.refused(
                    422, "the proof does not show that " + grown.size() + " entries extend the " + old.size());
        }
        String line = key.cosign(checkpoint.text(), epochSeconds);
        String note = submission.note() + line;
        state.write(origin, note);
        latest.put(origin, new Latest(grown, note));
        return Answer.ok(line);
    }

    private synchronized void load() throws IOException {
        for (String origin : logs.keySet()) {
            Optional<String> note = state.read(origin);
            if (note.isPresent()) {
                latest.put(origin, own(origin, note.get()));
            }
        }
    }

    /** A state that was changed by others, or is not whole, must not be gone on from: it could allow a fork. */
    private Latest own(String origin, String note) throws IOException {
        try {
            SignedCheckpoint checkpoint = SignedCheckpoint.read(note);
            if (checkpoint.origin().equals(origin) && key.cosigned(checkpoint)) {
                return new Latest(checkpoint.tree(), note);
            }
        } catch (Malformed malformed) {
            throw new IOException(foreign(origin), malformed);
        }
        throw new IOException(foreign(origin));
    }

    private String foreign(String origin) {
        return "state file `" + state.file(origin)
                + "` is not what this witness cosigned; put the right file back, or retire the witness's key";
    }

    /**
     * Is what was cosigned last.
     *
     * @param tree the size and the root
     * @param note the whole note, with the cosignature
     */
    private record Latest(Consistency.Tree tree, String note) {}
}
