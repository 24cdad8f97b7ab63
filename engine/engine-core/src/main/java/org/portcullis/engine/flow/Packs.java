package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.portcullis.engine.approval.ControlEdit;
import org.portcullis.engine.approval.Freeze;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Separation;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PackChanges;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.model.Duties;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Signing;
import org.portcullis.model.json.Digest;

/** Puts policy packs in force: at once where nobody has to sign, and with the signatures of those who have to. */
record Packs(Context context) {
    /** Stands where a control's id does, since it is the pack as a whole that is signed. */
    static final ControlId CHANGES = new ControlId("PACK-CHANGES");

    /** Puts a pack in force that nobody has to sign, or that is in force already. */
    Transition activate(Command.Activate command) {
        Digest fingerprint = command.assessor().fingerprint();
        boolean again = context.state().policy.equals(fingerprint.value());
        boolean demanded = context.state().changesSigned
                || command.assessor().pack().header().changes().isPresent();
        if (demanded && !again) {
            return refused(fingerprint, command.by(), PetitionRefusal.NEEDS_SIGNATURES);
        }
        PackActivated activated =
                PackActivated.of(command.assessor().pack(), fingerprint, command.title(), command.by());
        return new Transition(drafts(command, activated), Outcome.Recorded::new);
    }

    /** Asks people to sign for a pack; puts it in force at once where neither it nor the one in force demands a signature. */
    Transition propose(Command.ProposePack command) {
        Digest fingerprint = command.pack().assessor().fingerprint();
        Purpose purpose = purpose(fingerprint);
        if (context.state().policy.equals(fingerprint.value())) {
            return refused(fingerprint, command.pack().by(), PetitionRefusal.IN_FORCE);
        }
        if (context.state().changesSigned && context.active().isEmpty()) {
            return refused(fingerprint, command.pack().by(), PetitionRefusal.NO_POLICY);
        }
        if (context.state().petitions.isAsked(purpose, "", context.at())) {
            return refused(fingerprint, command.pack().by(), PetitionRefusal.ASKED_ALREADY);
        }
        List<Signing> signings = signings(command.pack().assessor().pack());
        return signings.isEmpty() ? activate(command.pack()) : asked(command.pack(), purpose, signings);
    }

    /** The entries that put a pack in force whose petition was met. */
    List<Draft> met(PetitionState petition) {
        Command.Activate command = Optional.ofNullable(
                        context.proposed().get(petition.purpose().subject()))
                .orElseThrow(() -> new IllegalStateException("the pack that was signed is not here"));
        PackActivated activated = PackActivated.of(
                        command.assessor().pack(), command.assessor().fingerprint(), command.title(), command.by())
                .signedBy(petition.id());
        return drafts(command, activated);
    }

    /** The entries that put a pack in force: the pack, its controls, and what changes against the one in force. */
    private List<Draft> drafts(Command.Activate command, PackActivated activated) {
        String policy = command.assessor().fingerprint().value();
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(activated, "", policy));
        for (Control control : command.assessor().pack().controls()) {
            PackControl body = PackControl.of(command.assessor().fingerprint(), drafts.size(), control);
            drafts.add(new Draft(body, "", policy));
        }
        context.active()
                .filter(before -> !before.assessor()
                        .fingerprint()
                        .equals(command.assessor().fingerprint()))
                .ifPresent(before -> PackChanges.of(
                                before.assessor().fingerprint(),
                                command.assessor().fingerprint(),
                                PackChanges.between(
                                        before.assessor().pack(),
                                        command.assessor().pack()))
                        .forEach(entry -> drafts.add(new Draft(entry, "", policy))));
        return drafts;
    }

    private Transition asked(Command.Activate command, Purpose purpose, List<Signing> signings) {
        HoldTerms terms = new HoldTerms(
                union(signings),
                signings.stream()
                        .flatMap(signing -> signing.exclusions().stream())
                        .distinct()
                        .toList(),
                true,
                Optional.empty(),
                context.terms().petitionSpan(),
                List.of());
        Freeze freeze = freeze(command);
        PetitionEntry.Asked asked = new PetitionEntry.Asked(
                context.state().petitions.next(),
                purpose,
                "",
                List.of(),
                command.by(),
                "puts " + command.title() + " in force",
                "",
                command.assessor().fingerprint());
        return new Petition(
                        asked,
                        context.state().policy.isEmpty() ? purpose.subject() : context.state().policy,
                        sentences(command),
                        freeze.quorums(CHANGES, terms),
                        List.of(),
                        List.of(),
                        freeze.after(terms.within()))
                .begin(context);
    }

    /** What the pack in force and the new one demand, and the approvals of recalibrations that the one in force does not have. */
    private List<Signing> signings(PolicyPack fresh) {
        Optional<PolicyPack> old =
                context.active().map(active -> active.assessor().pack());
        List<Signing> signings = Stream.of(
                        old.flatMap(pack -> pack.header().changes()),
                        fresh.header().changes())
                .flatMap(Optional::stream)
                .toList();
        if (signings.isEmpty()) {
            return List.of();
        }
        List<Signing> all = new ArrayList<>(signings);
        fresh.recalibrations().stream()
                .filter(change -> old.filter(pack -> pack.recalibrations().contains(change))
                        .isEmpty())
                .forEach(change ->
                        all.add(new Signing(List.of(change.approvedBy()), List.of(new Exclusion.Requester()))));
        return all;
    }

    /** Every demand is met by meeting the union: of quorums over the same roles, the largest is needed. */
    private static List<Quorum> union(List<Signing> signings) {
        Map<Set<Role>, Quorum> byRoles = new LinkedHashMap<>();
        signings.stream()
                .flatMap(signing -> merged(signing).stream())
                .forEach(quorum -> byRoles.merge(
                        new LinkedHashSet<>(new TreeSet<>(quorum.roles())),
                        quorum,
                        (one, other) -> one.needed() >= other.needed() ? one : other));
        return List.copyOf(byRoles.values());
    }

    /** The quorums of one demand, where two over the same roles are met by different people and so add up. */
    private static List<Quorum> merged(Signing signing) {
        Map<Set<Role>, Quorum> byRoles = new LinkedHashMap<>();
        signing.quorums()
                .forEach(quorum -> byRoles.merge(
                        new LinkedHashSet<>(new TreeSet<>(quorum.roles())),
                        quorum,
                        (one, other) -> new Quorum(one.needed() + other.needed(), one.roles())));
        return List.copyOf(byRoles.values());
    }

    /** Whoever changed any control counts as having changed the pack. */
    private Freeze freeze(Command.Activate command) {
        List<ControlEdit> edits = command.edits().stream()
                .map(edit -> new ControlEdit(CHANGES, edit.person(), edit.at()))
                .toList();
        List<Duties> duties = Stream.concat(
                        context.active().stream().flatMap(active -> active.assessor().pack().duties().stream()),
                        command.assessor().pack().duties().stream())
                .distinct()
                .toList();
        return new Freeze(context.directory(), edits, new Separation(duties), command.by(), context.at());
    }

    private List<String> sentences(Command.Activate command) {
        PolicyPack fresh = command.assessor().pack();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Puts in force: " + named(fresh) + ", " + command.assessor().fingerprint());
        if (context.active().isEmpty()) {
            sentences.add("No policy is in force; it has " + fresh.controls().size() + " controls.");
        }
        context.active().ifPresent(active -> {
            sentences.add("In force now: " + named(active.assessor().pack()) + ", "
                    + active.assessor().fingerprint());
            sentences.add("What it changes:");
            List<PackChanges.Change> changes =
                    PackChanges.between(active.assessor().pack(), fresh);
            changes.forEach(change -> sentences.add("  " + change.words()));
            if (changes.isEmpty()) {
                sentences.add("  no control");
            }
        });
        return sentences;
    }

    private static String named(PolicyPack pack) {
        return pack.header().name() + " " + pack.header().version();
    }

    private static Purpose purpose(Digest fingerprint) {
        return new Purpose(Purpose.Kind.ACTIVATION, fingerprint.value());
    }

    private Transition refused(Digest fingerprint, String by, PetitionRefusal why) {
        return new Petitioning(context).refused(purpose(fingerprint), "", by, why);
    }
}
