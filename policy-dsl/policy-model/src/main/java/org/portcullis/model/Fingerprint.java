package org.portcullis.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.EarlyWarning;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.ExceptionalRelease;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Period;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Signing;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;

/**
 * Names a policy pack by what it means: the digest of its canonical JSON.
 *
 * <p>Two packs have one fingerprint exactly when they have equal headers, scopes, controls, recalibrations and duties; reformatting, comments, tests,
 * requirements, claims and the order of declarations do not change it. The JSON is a commitment, not an interchange format: conditions are written as unambiguous text.
 */
public final class Fingerprint {
    private static final String FORM = "portcullis-pack-1";

    private Fingerprint() {}

    /** Gives the fingerprint. */
    public static Digest of(PolicyPack pack) {
        return Digest.of(json(pack));
    }

    /** Gives the canonical JSON that is fingerprinted, for journals that keep the pack itself. */
    public static JsonObject json(PolicyPack pack) {
        List<Scope> scopes =
                pack.scopes().stream().sorted(Comparator.comparing(Scope::id)).toList();
        List<Control> controls = pack.controls().stream()
                .sorted(Comparator.comparing(Control::id))
                .toList();
        JsonObject.Builder json = JsonObject.builder()
                .put("form", FORM)
                .put("header", header(pack.header()))
                .put("scopes", scopes.stream().map(Fingerprint::scope).toList())
                .put(
                        "controls",
                        controls.stream()
                                .map(control -> control.match(new ControlJson()))
                                .toList());
        // What a pack does not have leaves no trace, so that a new kind of declaration keeps the fingerprints of packs
        // without it.
        if (!pack.recalibrations().isEmpty()) {
            json.put("recalibrations", sorted(pack.recalibrations().stream().map(Fingerprint::recalibration)));
        }
        if (!pack.duties().isEmpty()) {
            json.put("duties", sorted(pack.duties().stream().map(Fingerprint::duties)));
        }
        return json.build();
    }

    private static List<Json> sorted(Stream<? extends Json> items) {
        return items.map(item -> (Json) item)
                .sorted(Comparator.comparing(CanonicalJson::text))
                .toList();
    }

    private static Json recalibration(Recalibration change) {
        return JsonObject.builder()
                .put("control", change.control().text())
                .put("from", value(change.from()))
                .put("to", value(change.to()))
                .put("period", period(change.period()))
                .put("because", change.because())
                .put("approvedBy", quorum(change.approvedBy()))
                .put("maxRenewals", change.maxRenewals())
                .build();
    }

    private static Json duties(Duties duties) {
        return roles(List.of(duties.first(), duties.second()));
    }

    private static JsonObject period(Period period) {
        return JsonObject.builder()
                .put("from", period.from().toString())
                .putIfPresent("until", period.until().map(Object::toString))
                .build();
    }

    private static Json header(Header header) {
        JsonObject.Builder json = JsonObject.builder();
        header.changes().ifPresent(changes -> json.put("changes", signing(changes)));
        return json.put("name", header.name())
                .put("languageVersion", header.languageVersion())
                .put("version", header.version())
                .put("owner", header.owner())
                .put("effectiveFrom", header.effectiveFrom().toString())
                .putIfPresent("effectiveUntil", header.effectiveUntil().map(Object::toString))
                .put("zone", header.zone().getId())
                .put("calendar", header.calendar())
                .put("currency", header.currency().code())
                .put("rateSource", header.rateSource())
                .put("rateStaleAfter", value(header.rateStaleAfter()))
                .put("marketDataStaleAfter", value(header.marketDataStaleAfter()))
                .put("referenceDataStaleAfter", value(header.referenceDataStaleAfter()))
                .put("missingData", header.missingData().word())
                .build();
    }

    private static Json signing(Signing signing) {
        return JsonObject.builder()
                .put("quorums", quorums(signing.quorums()))
                .put(
                        "exclusions",
                        signing.exclusions().stream()
                                .map(Fingerprint::exclusion)
                                .toList())
                .build();
    }

    private static Json scope(Scope scope) {
        return JsonObject.of("id", scope.id().text(), "means", ConditionCode.of(scope.means()));
    }

    /** Writes each kind of control; a new kind does not compile until it has a form. */
    private static final class ControlJson implements Control.Cases<Json> {

        @Override
        public Json grant(Control.Grant control) {
            return start(control)
                    .put("roles", roles(control.roles()))
                    .putIfPresent("perOrder", control.perOrder().map(Fingerprint::value))
                    .putIfPresent("perBasket", control.perBasket().map(Fingerprint::value))
                    .build();
        }

        @Override
        public Json hardLimit(Control.HardLimit control) {
            JsonObject.Builder json = start(control)
                    .put("target", control.target().words())
                    .put("breach", ConditionCode.of(control.breach()));
            control.early().ifPresent(early -> json.put("early", early(early)));
            control.exceptional().ifPresent(release -> json.put("exceptional", exceptional(release)));
            return json.build();
        }

        @Override
        public Json softLimit(Control.SoftLimit control) {
            JsonObject.Builder json = start(control)
                    .put("target", control.target().words())
                    .put("breach", ConditionCode.of(control.breach()))
                    .put("acknowledgement", acknowledgement(control.acknowledgement()));
            control.early().ifPresent(early -> json.put("early", early(early)));
            return json.build();
        }

        @Override
        public Json alertFlood(Control.AlertFlood control) {
            JsonObject.Builder json = start(control)
                    .put("target", control.target().words())
                    .put("maxWarnings", Long.toString(control.maxWarnings()));
            if (!control.raisedByBasket()) {
                json.put("raisedBy", "order");
            }
            control.terms().ifPresent(terms -> json.put("terms", terms(terms)));
            return json.build();
        }

        @Override
        public Json approval(Control.Approval control) {
            return start(control)
                    .put("target", control.target().words())
                    .put("hold", ConditionCode.of(control.hold()))
                    .put("terms", terms(control.terms()))
                    .build();
        }

        @Override
        public Json windowLimit(Control.WindowLimit control) {
            JsonObject.Builder json = start(control)
                    .put("action", control.action().word())
                    .put("target", control.target().words())
                    .put("breach", ConditionCode.of(control.breach()));
            control.early().ifPresent(early -> json.put("early", early(early)));
            control.reEnabling().ifPresent(again -> json.put("reEnabling", reEnabling(again)));
            return json.build();
        }

        @Override
        public Json inFlight(Control.InFlight control) {
            JsonObject.Builder json = start(control)
                    .put("action", control.action().word())
                    .put("target", control.target().words())
                    .put("breach", ConditionCode.of(control.breach()));
            control.reEnabling().ifPresent(again -> json.put("reEnabling", reEnabling(again)));
            return json.build();
        }

        @Override
        public Json monitor(Control.Monitor control) {
            return start(control)
                    .put("tell", control.tell().name())
                    .put("when", ConditionCode.of(control.when()))
                    .putIfPresent("groupedBy", control.groupedBy().map(Reference::words))
                    .build();
        }

        @Override
        public Json escalation(Control.Escalation control) {
            return start(control)
                    .put("when", ConditionCode.of(control.when()))
                    .putIfPresent("groupedBy", control.groupedBy().map(Reference::words))
                    .put(
                            "stages",
                            control.stages().stream().map(Fingerprint::stage).toList())
                    .build();
        }

        @Override
        public Json killSwitch(Control.KillSwitch control) {
            return start(control)
                    .put("pulledBy", quorum(control.pulledBy()))
                    .put("reEnabling", reEnabling(control.reEnabling()))
                    .build();
        }

        private static JsonObject.Builder start(Control control) {
            return JsonObject.builder()
                    .put("kind", ControlKind.of(control).words())
                    .put("heading", heading(control.heading()));
        }
    }

    private static Json heading(Heading heading) {
        JsonObject applies = JsonObject.builder()
                .put("subject", heading.applies().subject().word())
                .put(
                        "scopes",
                        JsonArray.texts(heading.applies().scopes().stream()
                                .map(ControlId::text)
                                .sorted()
                                .toList()))
                .put("condition", ConditionCode.of(heading.applies().condition()))
                .put("stage", heading.applies().stage().words())
                .build();
        JsonObject.Builder json = JsonObject.builder()
                .put("id", heading.id().text())
                .put(
                        "citations",
                        JsonArray.texts(heading.citations().stream()
                                .sorted()
                                .map(Citation::toString)
                                .toList()))
                .put("owner", heading.owner())
                .put("reviewEvery", value(heading.review().every()))
                .put("reviewedOn", heading.review().lastOn().toString())
                .put("applies", applies)
                .put("missingData", heading.missingData().word())
                .put("message", heading.message())
                .put("sentence", heading.sentence());
        heading.effective().ifPresent(period -> json.put("effective", period(period)));
        if (!heading.rationales().isEmpty()) {
            json.put(
                    "rationales",
                    sorted(heading.rationales().stream()
                            .map(why ->
                                    JsonObject.of("citation", why.citation().toString(), "because", why.because()))));
        }
        if (heading.rollout() != Rollout.ENFORCE) {
            json.put("rollout", heading.rollout().word());
        }
        return json.build();
    }

    private static Json early(EarlyWarning early) {
        return JsonObject.of("at", value(early.at()), "to", early.to().name());
    }

    private static Json exceptional(ExceptionalRelease release) {
        return JsonObject.builder()
                .put("of", release.ofBasket() ? "basket" : "order")
                .put("quorums", quorums(release.quorums()))
                .put("within", value(release.within()))
                .build();
    }

    private static Json reEnabling(ReEnabling again) {
        return JsonObject.builder()
                .put("quorums", quorums(again.quorums()))
                .put(
                        "exclusions",
                        again.exclusions().stream().map(Fingerprint::exclusion).toList())
                .build();
    }

    private static Json stage(EscalationStage stage) {
        return JsonObject.builder()
                .putIfPresent("after", stage.after().map(Fingerprint::value))
                .put("tell", roles(stage.tell()))
                .put(
                        "actions",
                        JsonArray.texts(stage.actions().stream()
                                .map(act ->
                                        act.action().word() + " " + act.target().words())
                                .toList()))
                .build();
    }

    private static List<Json> quorums(List<Quorum> quorums) {
        return quorums.stream().map(Fingerprint::quorum).toList();
    }

    private static Json quorum(Quorum quorum) {
        return JsonObject.builder()
                .put("needed", quorum.needed())
                .put("roles", roles(quorum.roles()))
                .build();
    }

    private static Json acknowledgement(Acknowledgement acknowledgement) {
        return JsonObject.builder()
                .put("mode", acknowledgement.mode().words())
                .put("reasonRequired", acknowledgement.reasonRequired())
                .putIfPresent("retyped", acknowledgement.retyped().map(Reference::words))
                .put("largestFirst", acknowledgement.largestFirst())
                .putIfPresent("by", acknowledgement.by().map(Role::name))
                .build();
    }

    private static Json terms(HoldTerms terms) {
        List<Json> escalation = new ArrayList<>();
        for (HoldTerms.EscalationStep step : terms.escalation()) {
            escalation.add(
                    JsonObject.of("after", value(step.after()), "to", step.to().name()));
        }
        return JsonObject.builder()
                .put("quorums", quorums(terms.quorums()))
                .put(
                        "exclusions",
                        terms.exclusions().stream().map(Fingerprint::exclusion).toList())
                .put("reasonRequired", terms.reasonRequired())
                .putIfPresent("retyped", terms.retyped().map(Reference::words))
                .putIfPresent("estimated", terms.estimated().map(Reference::words))
                .put("within", value(terms.within()))
                .put("escalation", escalation)
                .build();
    }

    private static Json exclusion(Exclusion exclusion) {
        return exclusion.match(new Exclusion.Cases<Json>() {
            @Override
            public Json requester(Exclusion.Requester requester) {
                return JsonObject.of("kind", "requester");
            }

            @Override
            public Json delegates(Exclusion.DelegatesOfRequester delegates) {
                return JsonObject.of("kind", "delegates of the requester");
            }

            @Override
            public Json holders(Exclusion.HoldersOf holders) {
                return JsonObject.of("kind", "holders", "role", holders.role().name());
            }

            @Override
            public Json editors(Exclusion.RecentEditors editors) {
                return JsonObject.of("kind", "recent editors", "within", value(editors.within()));
            }
        });
    }

    private static JsonArray roles(List<Role> roles) {
        return JsonArray.texts(roles.stream().sorted().map(Role::name).toList());
    }

    private static String value(Value value) {
        return ConditionCode.of(value);
    }
}
