package org.portcullis.verifier;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers one question about what is verified, from the entries that hold: what one entry says, who signed one approval, or who put one policy in force.
 * Mutable, for one examination.
 */
abstract class Inquiry {

    private final List<String> lines = new ArrayList<>();
    private String shard = "";

    /** Is told of every entry that holds, in their order. */
    abstract void see(long index, EntryCheck.Entry entry);

    /** Is told which shard of a series the entries that follow are of; their indexes begin anew. */
    void enter(String name) {
        shard = name;
    }

    /** Gives what openings open, where some were given. */
    Optional<Opened> opened() {
        return Optional.empty();
    }

    /** Is told at the end of a journal, or of a shard, how far its entries are assured. */
    void finish(Vouched vouched, long signed, long published) {}

    /** Gives what was asked for, in words, for the sentence that says that it is not there. */
    abstract String subject();

    /** Gives the answer in lines; none when what was asked for is not there. */
    List<String> answer() {
        return List.copyOf(lines);
    }

    /** Asks nothing. */
    static Inquiry nothing() {
        return new Inquiry() {
            @Override
            void see(long index, EntryCheck.Entry entry) {}

            @Override
            String subject() {
                return "";
            }
        };
    }

    /** Asks what an entry says. */
    static Inquiry entry(EntryNumber wanted) {
        return new Inquiry() {
            private boolean found;

            @Override
            void see(long index, EntryCheck.Entry entry) {
                if (number(index).equals(wanted)) {
                    found = true;
                    say(title(index, entry) + " " + entry.type());
                    say(entry.canonical());
                }
            }

            @Override
            void finish(Vouched vouched, long signed, long published) {
                if (found) {
                    found = false;
                    long index = wanted.index();
                    say("assured: " + (index < signed ? "durable" : "not signed")
                            + (index < published ? ", published" : "")
                            + vouched.witnessedSince(index)
                                    .map(at -> ", witnessed since " + at)
                                    .orElse("")
                            + vouched.timestampedSince(index)
                                    .map(at -> ", timestamped since " + at)
                                    .orElse(""));
                }
            }

            @Override
            String subject() {
                return "the entry " + wanted;
            }
        };
    }

    /** Asks who signed an approval, with which keys, and what was shown to them. */
    static Inquiry approval(String hold) {
        return new OfApproval(hold);
    }

    /** Asks who put a policy in force. */
    static Inquiry pack(String fingerprint) {
        return new OfPack(fingerprint);
    }

    final void say(String line) {
        lines.add(line);
    }

    /** Gives the number of an entry of the journal, or of the shard, that is being read. */
    final EntryNumber number(long index) {
        return new EntryNumber(shard, index);
    }

    final String title(long index, EntryCheck.Entry entry) {
        return "entry " + number(index) + ", " + entry.at() + ":";
    }

    /** Follows a hold from its beginning to its end. */
    private static final class OfApproval extends Inquiry {

        private final String hold;
        private final Map<String, String> keys = new TreeMap<>();

        OfApproval(String hold) {
            this.hold = hold;
        }

        @Override
        String subject() {
            return "the approval `" + hold + "`";
        }

        @Override
        void see(long index, EntryCheck.Entry entry) {
            String type = entry.type();
            if (type.startsWith("key.")) {
                Value body = entry.body();
                body.text("keyId").ifPresent(id -> body.text("publicKey").ifPresent(key -> keys.put(id, key)));
                return;
            }
            boolean may = type.startsWith("hold.")
                    || type.startsWith("approval.")
                    || type.startsWith("petition.")
                    || type.equals("token.issued")
                    || type.equals("pack.activated");
            if (may) {
                tell(title(index, entry), type, entry.body());
            }
        }

        private void tell(String title, String type, Value body) {
            boolean own = body.text("hold").equals(Optional.of(hold));
            switch (type) {
                case "hold.begun" -> {
                    if (own) {
                        begun(title, body);
                    }
                }
                case "hold.quorum" -> {
                    if (own) {
                        say(title + " quorum " + body.whole("index").orElse(-1L) + " needs "
                                + body.whole("needed").orElse(-1L) + " of " + eligible(body));
                    }
                }
                case "hold.released", "hold.rejected", "hold.expired" -> {
                    if (own) {
                        say(title + " " + type.substring("hold.".length()));
                    }
                }
                case "petition.asked", "petition.withdrawn" -> {
                    if (body.text("petition").equals(Optional.of(hold))) {
                        say(title + " " + type.replace('.', ' ') + " by "
                                + body.text("person").or(() -> body.text("by")).orElse(""));
                    }
                }
                case "pack.activated" -> {
                    if (body.text("signedBy").equals(Optional.of(hold))) {
                        say(title + " policy " + body.text("fingerprint").orElse("") + " is in force by it");
                    }
                }
                case "token.issued" -> {
                    if (body.text("petition").equals(Optional.of(hold))) {
                        say(title + " release token " + body.text("token").orElse(""));
                    }
                }
                default -> voted(title, type, body);
            }
        }

        private void begun(String title, Value body) {
            say(title + " hold " + hold + " of " + body.text("submission").orElse("") + " begins, requested by "
                    + body.text("requester").orElse(""));
            say("  decision " + body.text("decisionDigest").orElse(""));
            say("  policy " + body.text("policy").orElse(""));
            say("  to be signed from " + body.text("notBefore").orElse("") + " to "
                    + body.text("notAfter").orElse(""));
            say("  text shown, " + body.text("textShownDigest").orElse("") + ":");
            body.text("text").orElse("").lines().forEach(line -> say("  | " + line));
        }

        private void voted(String title, String type, Value body) {
            Optional<Value> envelope = body.member("envelope");
            Value payload = envelope.flatMap(some -> some.text("payload"))
                    .map(OfApproval::payload)
                    .orElse(new Value.Truth(false));
            if (!payload.text("hold").equals(Optional.of(hold)) || !type.startsWith("approval.vote.accepted")) {
                return;
            }
            String keyId = envelope.flatMap(some -> some.member("signatures"))
                    .flatMap(Value::asItems)
                    .flatMap(items -> items.stream().findFirst())
                    .flatMap(signature -> signature.text("keyid"))
                    .orElse("");
            say(title + " " + payload.text("approver").orElse("") + " signs `"
                    + payload.text("action").orElse("") + "` as " + String.join(", ", payload.texts("roles")));
            say("  with key " + keyId + " (Ed25519 " + keys.getOrDefault(keyId, "unknown") + ")");
            say("  over the text " + payload.text("textShownDigest").orElse("") + " and the decision "
                    + payload.text("decisionDigest").orElse(""));
        }

        private static String eligible(Value quorum) {
            return quorum.member("eligible")
                    .flatMap(Value::asMembers)
                    .map(people -> String.join(", ", people.keySet()))
                    .orElse("nobody");
        }

        private static Value payload(String base64) {
            try {
                return CanonicalParser.parse(Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException | CanonicalParser.NotCanonical unreadable) {
                return new Value.Truth(false);
            }
        }
    }

    /** Finds where a policy is put in force. */
    private static final class OfPack extends Inquiry {

        private final String fingerprint;

        OfPack(String fingerprint) {
            this.fingerprint = fingerprint;
        }

        @Override
        String subject() {
            return "the activation of the policy `" + fingerprint + "`";
        }

        @Override
        void see(long index, EntryCheck.Entry entry) {
            if (!entry.type().equals("pack.activated")) {
                return;
            }
            Value body = entry.body();
            if (!body.text("fingerprint").equals(Optional.of(fingerprint))) {
                return;
            }
            say(title(index, entry) + " policy " + fingerprint + " is in force");
            say("  " + body.text("name").orElse("") + ", version "
                    + body.text("version").orElse("") + ", put in force by "
                    + body.text("activatedBy").orElse(""));
            say("  "
                    + body.text("signedBy")
                            .map(petition -> "signed for by approval " + petition + "; ask for it with --approval")
                            .orElse("without signatures, which neither it nor the policy before it demands"));
        }
    }
}
