package org.portcullis.engine.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.EarlyWarning;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.ExceptionalRelease;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Role;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Is what a register says of one kind of control and not of the others. */
record ControlTerms(
        String kind,
        String target,
        String effect,
        boolean changesTrading,
        List<StatedLimit> limits,
        List<String> recipients,
        List<String> terms) {

    private static final int MAX_LIMITS = 2;

    private static final String SUBMITTER = "the submitter";

    /** Reads each kind of control; a new kind does not compile until it has its terms. */
    static final class Reading implements Control.Cases<ControlTerms> {

        @Override
        public ControlTerms grant(Control.Grant control) {
            List<StatedLimit> caps = new ArrayList<>();
            control.perOrder().ifPresent(cap -> caps.add(cap(Measure.ORDER_NOTIONAL, cap)));
            control.perBasket().ifPresent(cap -> caps.add(cap(Measure.BASKET_NOTIONAL, cap)));
            List<String> lets = control.roles().stream()
                    .map(role -> "lets role \"" + role.name() + "\" submit")
                    .toList();
            return new ControlTerms(
                    "grant", "the submission", "blocks what no grant covers", true, caps, List.of(SUBMITTER), lets);
        }

        @Override
        public ControlTerms hardLimit(Control.HardLimit control) {
            return new ControlTerms(
                    "hard limit",
                    control.target().words(),
                    "blocks",
                    true,
                    limits(control.breach()),
                    recipients(SUBMITTER, control.early()),
                    hardTerms(control));
        }

        @Override
        public ControlTerms softLimit(Control.SoftLimit control) {
            Acknowledgement acknowledgement = control.acknowledgement();
            List<String> terms = new ArrayList<>();
            terms.add("acknowledged " + acknowledgement.mode().words());
            if (acknowledgement.reasonRequired()) {
                terms.add("with a reason");
            }
            control.early().ifPresent(early -> terms.add(early(early)));
            acknowledgement.retyped().ifPresent(amount -> terms.add("retyping " + amount.words()));
            if (acknowledgement.largestFirst()) {
                terms.add("largest first");
            }
            String reader = acknowledgement.by().map(ControlTerms::roleWords).orElse(SUBMITTER);
            return new ControlTerms(
                    "soft limit",
                    control.target().words(),
                    "warns until acknowledged",
                    false,
                    limits(control.breach()),
                    recipients(reader, control.early()),
                    terms);
        }

        @Override
        public ControlTerms alertFlood(Control.AlertFlood control) {
            StatedLimit limit = new StatedLimit(
                    (control.raisedByBasket() ? Measure.BASKET_WARNINGS : Measure.ORDER_WARNINGS).path(),
                    Comparator.MORE_THAN.words(),
                    Long.toString(control.maxWarnings()),
                    "warnings");
            return new ControlTerms(
                    "alert flood",
                    control.target().words(),
                    control.terms().isPresent() ? "holds" : "blocks",
                    true,
                    List.of(limit),
                    control.terms().map(ControlTerms::approvers).orElse(List.of(SUBMITTER)),
                    control.terms().map(ControlTerms::words).orElse(List.of()));
        }

        @Override
        public ControlTerms approval(Control.Approval control) {
            return new ControlTerms(
                    "approval",
                    control.target().words(),
                    "holds",
                    true,
                    limits(control.hold()),
                    approvers(control.terms()),
                    words(control.terms()));
        }

        @Override
        public ControlTerms windowLimit(Control.WindowLimit control) {
            List<String> terms = new ArrayList<>();
            control.early().ifPresent(early -> terms.add(early(early)));
            control.reEnabling().ifPresent(again -> terms.add(words(again)));
            return new ControlTerms(
                    control.kind().words(),
                    control.target().words(),
                    control.action().word() + "s",
                    true,
                    limits(control.breach()),
                    with(recipients(SUBMITTER, control.early()), control.reEnabling()),
                    terms);
        }

        @Override
        public ControlTerms inFlight(Control.InFlight control) {
            return new ControlTerms(
                    ControlKind.IN_FLIGHT.words(),
                    control.target().words(),
                    control.action().word() + "s",
                    true,
                    limits(control.breach()),
                    with(List.of(SUBMITTER), control.reEnabling()),
                    control.reEnabling().map(ControlTerms::words).stream().toList());
        }

        @Override
        public ControlTerms monitor(Control.Monitor control) {
            return new ControlTerms(
                    ControlKind.MONITOR.words(),
                    "nothing",
                    "tells and stops nothing",
                    false,
                    limits(control.when()),
                    List.of(roleWords(control.tell())),
                    grouped(control.groupedBy()));
        }

        @Override
        public ControlTerms escalation(Control.Escalation control) {
            List<String> recipients = new ArrayList<>();
            List<String> terms = new ArrayList<>(grouped(control.groupedBy()));
            boolean acts = false;
            for (EscalationStage stage : control.stages()) {
                String when = stage.after()
                        .map(after -> "after " + ValueText.canonical(after))
                        .orElse("at once");
                stage.tell().forEach(role -> recipients.add(roleWords(role) + " " + when));
                stage.actions()
                        .forEach(act -> terms.add(
                                act.action().word() + "s " + act.target().words() + " " + when));
                acts |= !stage.actions().isEmpty();
            }
            return new ControlTerms(
                    ControlKind.ESCALATION.words(),
                    acts ? targets(control) : "nothing",
                    acts ? "tells, suspends and cancels the longer nobody acknowledges" : "tells and stops nothing",
                    acts,
                    limits(control.when()),
                    recipients,
                    terms);
        }

        @Override
        public ControlTerms killSwitch(Control.KillSwitch control) {
            return new ControlTerms(
                    ControlKind.KILL_SWITCH.words(),
                    "the " + control.heading().applies().subject().word() + " of its scope",
                    "blocks what is new and kills what is working",
                    true,
                    List.of(),
                    with(List.of(control.pulledBy().words()), Optional.of(control.reEnabling())),
                    List.of("pulled by " + control.pulledBy().words(), words(control.reEnabling())));
        }

        private static String targets(Control.Escalation control) {
            return control.stages().stream()
                    .flatMap(stage -> stage.actions().stream())
                    .map(act -> act.target().words())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        private static List<String> hardTerms(Control.HardLimit control) {
            List<String> terms = new ArrayList<>();
            control.early().ifPresent(early -> terms.add(early(early)));
            terms.add(control.exceptional().map(ControlTerms::words).orElse("nobody overrides it"));
            return terms;
        }

        private static List<String> grouped(Optional<Reference> groupedBy) {
            return groupedBy.map(by -> "grouped by " + by.words()).stream().toList();
        }

        private static List<String> recipients(String reader, Optional<EarlyWarning> early) {
            List<String> recipients = new ArrayList<>(List.of(reader));
            early.ifPresent(warning -> recipients.add(roleWords(warning.to()) + " early"));
            return recipients;
        }

        /** The recipients with those whose signatures let go on what was stopped. */
        private static List<String> with(List<String> recipients, Optional<ReEnabling> again) {
            List<String> all = new ArrayList<>(recipients);
            again.ifPresent(terms -> terms.quorums().forEach(quorum -> all.add(quorum.words() + " (re-enabling)")));
            return all;
        }

        private static StatedLimit cap(Measure measure, Value.Money cap) {
            return new StatedLimit(
                    measure.path(),
                    Comparator.AT_MOST.words(),
                    ValueText.decimal(cap.micros(), 0),
                    cap.currency().code());
        }
    }

    private static List<String> approvers(HoldTerms terms) {
        List<String> approvers =
                new ArrayList<>(terms.quorums().stream().map(Quorum::words).toList());
        terms.escalation()
                .forEach(step -> approvers.add(
                        roleWords(step.to()) + " after " + ValueText.canonical(step.after()) + " (escalation)"));
        return approvers;
    }

    private static List<String> words(HoldTerms terms) {
        List<String> words = new ArrayList<>();
        if (!terms.exclusions().isEmpty()) {
            words.add("excluding "
                    + terms.exclusions().stream().map(ControlTerms::exclusion).collect(Collectors.joining(", ")));
        }
        if (terms.reasonRequired()) {
            words.add("each stating a reason");
        }
        terms.retyped().ifPresent(amount -> words.add("retyping " + amount.words()));
        terms.estimated().ifPresent(amount -> words.add("estimating " + amount.words()));
        words.add("within " + ValueText.canonical(terms.within()) + ", otherwise rejected");
        return words;
    }

    private static String words(ReEnabling again) {
        String excluding = again.exclusions().isEmpty()
                ? ""
                : " excluding "
                        + again.exclusions().stream()
                                .map(ControlTerms::exclusion)
                                .collect(Collectors.joining(", "));
        return "re-enabled by " + quorums(again.quorums()) + excluding;
    }

    /** `may be released once by 1 of role "A" and 1 of role "B" within 10 minutes`. */
    private static String words(ExceptionalRelease release) {
        return (release.ofBasket() ? "one basket" : "one order") + " may be released once by "
                + quorums(release.quorums()) + " within " + ValueText.canonical(release.within());
    }

    private static String quorums(List<Quorum> quorums) {
        return quorums.stream().map(Quorum::words).collect(Collectors.joining(" and "));
    }

    private static String early(EarlyWarning early) {
        return "warns " + roleWords(early.to()) + " early at " + ValueText.canonical(early.at()) + " of the limit";
    }

    private static String exclusion(Exclusion exclusion) {
        return exclusion.match(new Exclusion.Cases<String>() {
            @Override
            public String requester(Exclusion.Requester requester) {
                return "the requester";
            }

            @Override
            public String delegates(Exclusion.DelegatesOfRequester delegates) {
                return "delegates of the requester";
            }

            @Override
            public String holders(Exclusion.HoldersOf holders) {
                return "holders of " + roleWords(holders.role());
            }

            @Override
            public String editors(Exclusion.RecentEditors editors) {
                return "anyone who changed the control in the last " + ValueText.canonical(editors.within());
            }
        });
    }

    private static String roleWords(Role role) {
        return "role \"" + role.name() + "\"";
    }

    /** The comparisons of numbers in a condition; none where there are so many that a register cannot show them in a cell. */
    private static List<StatedLimit> limits(Condition condition) {
        List<StatedLimit> found = condition.match(new Comparisons());
        return found.size() <= MAX_LIMITS ? found : List.of();
    }

    /** Collects comparisons of numbers; what is negated counts as none, since its words would mislead. */
    private static final class Comparisons implements Condition.Cases<List<StatedLimit>> {

        @Override
        public List<StatedLimit> always(Condition.Always condition) {
            return List.of();
        }

        @Override
        public List<StatedLimit> all(Condition.All condition) {
            return parts(condition.parts());
        }

        @Override
        public List<StatedLimit> any(Condition.Any condition) {
            return parts(condition.parts());
        }

        @Override
        public List<StatedLimit> not(Condition.Not condition) {
            return List.of();
        }

        @Override
        public List<StatedLimit> compare(Condition.Compare condition) {
            return limit(condition).stream().toList();
        }

        @Override
        public List<StatedLimit> oneOf(Condition.OneOf condition) {
            return List.of();
        }

        @Override
        public List<StatedLimit> missing(Condition.Missing condition) {
            return List.of();
        }

        private List<StatedLimit> parts(List<Condition> parts) {
            return parts.stream().flatMap(part -> part.match(this).stream()).toList();
        }
    }

    private static Optional<StatedLimit> limit(Condition.Compare compare) {
        if (!compare.comparator().isOrdering()) {
            return Optional.empty();
        }
        String measure = compare.left().words();
        String comparator = compare.comparator().words();
        return Optional.of(compare.right().match(new Bound.Cases<StatedLimit>() {
            @Override
            public StatedLimit constant(Bound.Constant constant) {
                return new StatedLimit(measure, comparator, number(constant.value()), unit(constant.value()));
            }

            @Override
            public StatedLimit shareOf(Bound.ShareOf share) {
                return new StatedLimit(measure, comparator, number(share.share()), percentOf(share.of()));
            }

            @Override
            public StatedLimit other(Bound.Other other) {
                return new StatedLimit(measure, comparator, "100", percentOf(other.reference()));
            }
        }));
    }

    private static String percentOf(Reference reference) {
        return "% of " + reference.words();
    }

    private static String number(Value value) {
        return value.match(new Value.Cases<>() {
            @Override
            public String text(Value.Text text) {
                return text.text();
            }

            @Override
            public String money(Value.Money money) {
                return ValueText.decimal(money.micros(), 0);
            }

            @Override
            public String price(Value.Price price) {
                return ValueText.decimal(price.micros(), 0);
            }

            @Override
            public String count(Value.Count count) {
                return ValueText.decimal(count.micros(), 0);
            }

            @Override
            public String ratio(Value.Ratio ratio) {
                return ValueText.canonical(ratio).replace(",", "").replace("%", "");
            }

            @Override
            public String span(Value.TimeSpan span) {
                String words = ValueText.canonical(span);
                return words.substring(0, words.indexOf(' '));
            }

            @Override
            public String rate(Value.Rate rate) {
                return ValueText.decimal(rate.micros(), 0);
            }
        });
    }

    private static String unit(Value value) {
        return value.match(new Value.Cases<>() {
            @Override
            public String text(Value.Text text) {
                return "";
            }

            @Override
            public String money(Value.Money money) {
                return money.currency().code();
            }

            @Override
            public String price(Value.Price price) {
                return price.currency().code() + " per share";
            }

            @Override
            public String count(Value.Count count) {
                return count.unit().word();
            }

            @Override
            public String ratio(Value.Ratio ratio) {
                return "%";
            }

            @Override
            public String span(Value.TimeSpan span) {
                return span.unit().word();
            }

            @Override
            public String rate(Value.Rate rate) {
                return rate.unit().word() + " per second";
            }
        });
    }
}
