package org.portcullis.app.opening;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.journal.OpeningCheck;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.journal.anchor.WitnessedOpening;
import picocli.CommandLine.Option;

/** Says which witnesses are asked before a journal is opened for writing; the same for every command that writes to one. */
public final class WitnessOptions {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "the witnesses that are asked before anything is written: the journal must have what they have seen, and enough of them must answer")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--witness",
            paramLabel = "NAME=URL",
            description = "where a witness of the policy is asked (the address that stands in the policy)")
    private Map<String, String> addresses = new TreeMap<>();

    /** Whether any of it was given. */
    public boolean areGiven() {
        return policy.isPresent() || !addresses.isEmpty();
    }

    /** What a journal asks before it is opened; nobody where no policy was named. */
    public OpeningCheck check(Surroundings surroundings) {
        if (!areGiven()) {
            return OpeningCheck.NOBODY;
        }
        String file = policy.orElseThrow(() ->
                new UserMistake("missing: --policy FILE: the keys of the witnesses, and how many of them are needed"));
        WitnessPolicy read = read(surroundings, file);
        if (!read.needsWitnesses()) {
            throw new UserMistake(file + ": needs no witness, so asking would refuse nothing; name a quorum in it");
        }
        return WitnessedOpening.byAddress(addressed(read));
    }

    private static WitnessPolicy read(Surroundings surroundings, String file) {
        try {
            return WitnessPolicy.read(Files.readString(surroundings.path(file)));
        } catch (NoSuchFileException missing) {
            throw new UserMistake(file + ": no such file");
        } catch (IOException unreadable) {
            throw new UserMistake(file + ": cannot be read: " + unreadable.getMessage());
        } catch (IllegalArgumentException malformed) {
            throw new UserMistake(file + ": " + malformed.getMessage());
        }
    }

    private WitnessPolicy addressed(WitnessPolicy policy) {
        SortedMap<String, WitnessPolicy.Known> witnesses = new TreeMap<>(policy.witnesses());
        addresses.forEach((name, address) -> {
            WitnessPolicy.Known known = Optional.ofNullable(witnesses.get(name))
                    .orElseThrow(() -> new UserMistake("--witness: the policy knows no witness `" + name + "`"));
            witnesses.put(name, new WitnessPolicy.Known(known.key(), address));
        });
        witnesses.forEach((name, known) -> requireAddress(name, known.address()));
        return new WitnessPolicy(policy.logs(), witnesses, policy.groups(), policy.quorum());
    }

    private static void requireAddress(String name, String address) {
        try {
            URI uri = URI.create(address);
            String scheme = String.valueOf(uri.getScheme());
            if (address.isEmpty() || (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https")))) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            throw notAnAddress(name, address);
        }
        throw notAnAddress(name, address);
    }

    private static UserMistake notAnAddress(String name, String address) {
        return new UserMistake("`" + address + "` is no address of the witness `" + name
                + "`; write one such as http://127.0.0.1:8081");
    }
}
