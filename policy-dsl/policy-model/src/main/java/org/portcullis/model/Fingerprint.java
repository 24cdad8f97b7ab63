package org.portcullis.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;

/**
 * Names a policy pack by what it means: the digest of its canonical JSON.
 *
 * <p>Two packs have one fingerprint exactly when they have equal headers, equal scopes and equal controls; reformatting, comments, tests and the order of
 * declarations do not change it. The JSON is a commitment, not an interchange format: conditions are written as unambiguous text.
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
        return JsonObject.builder()
                .put("form", FORM)
                .put("header", header(pack.header()))
                .put("scopes", scopes.stream().map(Fingerprint::scope).toList())
                .put(
                        "controls",
                        controls.stream()
                                .map(control -> control.match(new ControlJson()))
                                .toList())
                .build();
    }

    private static Json header(Header header) {
        return JsonObject.builder()
                .put("name", header.name())
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
            return start(control)
                    .put("target", control.target().words())
                    .put("breach", ConditionCode.of(control.breach()))
                    .build();
        }

        @Override
        public Json softLimit(Control.SoftLimit control) {
            return start(control)
                    .put("target", control.target().words())
                    .put("breach", ConditionCode.of(control.breach()))
                    .put("acknowledgement", acknowledgement(control.acknowledgement()))
                    .build();
        }

        @Override
        public Json alertFlood(Control.AlertFlood control) {
            JsonObject.Builder json = start(control)
                    .put("target", control.target().words())
                    .put("maxWarnings", Long.toString(control.maxWarnings()));
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
        return JsonObject.builder()
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
                .put("sentence", heading.sentence())
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
        List<Json> quorums = new ArrayList<>();
        for (Quorum quorum : terms.quorums()) {
            quorums.add(JsonObject.builder()
                    .put("needed", quorum.needed())
                    .put("roles", roles(quorum.roles()))
                    .build());
        }
        List<Json> escalation = new ArrayList<>();
        for (HoldTerms.EscalationStep step : terms.escalation()) {
            escalation.add(
                    JsonObject.of("after", value(step.after()), "to", step.to().name()));
        }
        return JsonObject.builder()
                .put("quorums", quorums)
                .put(
                        "exclusions",
                        terms.exclusions().stream().map(Fingerprint::exclusion).toList())
                .put("reasonRequired", terms.reasonRequired())
                .putIfPresent("retyped", terms.retyped().map(Reference::words))
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
