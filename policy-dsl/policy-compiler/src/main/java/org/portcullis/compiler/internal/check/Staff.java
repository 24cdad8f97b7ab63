package org.portcullis.compiler.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.model.control.Role;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.organisation.Person;

/**
 * The firm's people as one policy sees them.
 *
 * @param day the first day on which the policy counts: the day as of which it is judged, or the later one on which it begins
 */
record Staff(Organisation firm, LocalDate day) {
    private static final int MAX_NAMED = 3;

    /** Gives the people where there is a firm to look at, and the policy does not end before the day. */
    static Optional<Staff> of(Outline policy, CheckSettings settings) {
        return settings.organisation()
                .flatMap(firm -> policy.header().flatMap(header -> {
                    LocalDate begin = header.effectiveFrom().value();
                    LocalDate day = settings.asOf().filter(begin::isBefore).orElse(begin);
                    boolean over = header.effectiveUntil()
                            .filter(until -> !until.value().isAfter(day))
                            .isPresent();
                    return over ? Optional.empty() : Optional.of(new Staff(firm, day));
                }));
    }

    /** Whether the firm has the role; a role that it does not have is reported as unknown, and nothing more. */
    boolean has(Located<String> role) {
        return !role.value().isBlank() && firm.roles().contains(new Role(role.value()));
    }

    boolean hasAll(Signing terms) {
        return terms.quorums().stream()
                .allMatch(quorum -> quorum.needed().value() >= 1
                        && quorum.needed().value() <= HoldCheck.MAX_QUORUM
                        && quorum.roles().stream().allMatch(this::has));
    }

    SortedSet<String> holders(Located<String> role) {
        return has(role) ? firm.holders(new Role(role.value()), day) : new TreeSet<>();
    }

    /**
     * Whether the seats of a hold can be taken on the day, whoever submits, when the roles are filled as `holders` says. Of each quorum only as many people are looked
     * at as the hold has seats: more never make a difference, and this is asked for every trading day.
     */
    boolean canRelease(Signing terms, LocalDate on, BiFunction<Role, LocalDate, SortedSet<String>> holders) {
        Set<String> excluded = excluded(terms, on);
        List<Integer> needed =
                terms.quorums().stream().map(quorum -> quorum.needed().value()).toList();
        int enough = new Seats(needed, List.of()).count();
        List<Set<String>> eligible = new ArrayList<>();
        for (QuorumSyntax quorum : terms.quorums()) {
            eligible.add(quorum.roles().stream()
                    .flatMap(role -> holders.apply(new Role(role.value()), on).stream())
                    .filter(person -> !excluded.contains(person))
                    .distinct()
                    .limit(enough)
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return new Seats(needed, eligible).canBeTaken();
    }

    /** Who may take the seats of a hold on the day, whoever submits, when the roles are filled as `holders` says. */
    Seats seats(Signing terms, LocalDate on, BiFunction<Role, LocalDate, SortedSet<String>> holders) {
        Set<String> excluded = excluded(terms, on);
        List<Integer> needed = new ArrayList<>();
        List<Set<String>> eligible = new ArrayList<>();
        for (QuorumSyntax quorum : terms.quorums()) {
            Set<String> people = new TreeSet<>();
            quorum.roles().forEach(role -> people.addAll(holders.apply(new Role(role.value()), on)));
            people.removeAll(excluded);
            needed.add(quorum.needed().value());
            eligible.add(people);
        }
        return new Seats(needed, eligible);
    }

    private Set<String> excluded(Signing terms, LocalDate on) {
        Set<String> excluded = new TreeSet<>();
        terms.exclusions().stream()
                .flatMap(exclusion -> ExclusionOutline.of(exclusion).role().stream())
                .filter(this::has)
                .forEach(role -> excluded.addAll(firm.holders(new Role(role.value()), on)));
        return excluded;
    }

    /** Who may submit something: the holders of every role that a grant names. */
    SortedSet<String> submitters(Outline policy) {
        SortedSet<String> submitters = new TreeSet<>();
        policy.controls()
                .forEach(control -> control.grant()
                        .ifPresent(grant -> grant.roles().forEach(role -> submitters.addAll(holders(role)))));
        return submitters;
    }

    /** The people who may not sign for what the person submits: the person, and whoever acts for the person. */
    SortedSet<String> barredBy(String requester) {
        SortedSet<String> barred = firm.delegatesOf(requester, day);
        barred.add(requester);
        return barred;
    }

    /** Names people for a message: the first three, and how many more there are. */
    String named(Collection<String> ids) {
        List<String> names = ids.stream()
                .limit(MAX_NAMED)
                .map(id -> UserText.quoted(firm.person(id).map(Person::name).orElse(id)))
                .collect(Collectors.toList());
        if (ids.size() > MAX_NAMED) {
            names.add((ids.size() - MAX_NAMED) + " more");
        }
        return joined(names);
    }

    private static String joined(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}
