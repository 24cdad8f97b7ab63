package org.portcullis.engine.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.approval.Binding;
import org.portcullis.engine.approval.FrozenQuorum;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.OwnEstimate;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.RetypedAmount;
import org.portcullis.engine.approval.Separation;
import org.portcullis.engine.approval.Statement;
import org.portcullis.model.Duties;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** Writes and reads what a hold is made of. */
final class HoldJson {
    private static final String PURPOSE = "purpose";

    private static final String ACT = "act";
    private static final String ESTIMATE = "estimate";
    private static final String DUTIES = "duties";

    private HoldJson() {}

    static JsonObject.Builder of(Hold hold) {
        JsonObject.Builder json = hold.binding().addTo(JsonObject.builder());
        hold.purpose().member().ifPresent(purpose -> json.put(PURPOSE, purpose));
        hold.estimate()
                .ifPresent(estimate -> json.put(
                        ESTIMATE,
                        retyped(estimate.amount()).toBuilder()
                                .put("facts", estimate.facts())
                                .build()));
        if (!hold.separation().pairs().isEmpty()) {
            json.put(
                    DUTIES,
                    hold.separation().pairs().stream().map(HoldJson::duties).toList());
        }
        return json.put("submission", hold.submission())
                .put("requester", hold.requester())
                .put("text", hold.text())
                .put("reasonRequired", hold.reasonRequired())
                .put("retyped", hold.retyped().stream().map(HoldJson::retyped).toList())
                .put(
                        "escalation",
                        hold.escalation().stream().map(HoldJson::escalation).toList());
    }

    static Hold hold(JsonObject json) {
        return new Hold(
                Binding.fromJson(json),
                json.has(PURPOSE) ? Purpose.fromJson(json.object(PURPOSE)) : Purpose.RELEASE,
                json.text("submission"),
                json.text("requester"),
                json.text("text"),
                json.bool("reasonRequired"),
                json.array("retyped").objects().stream().map(HoldJson::retyped).toList(),
                json.array("escalation").objects().stream()
                        .map(HoldJson::escalation)
                        .toList(),
                json.has(ESTIMATE) ? Optional.of(estimate(json.object(ESTIMATE))) : Optional.empty(),
                json.has(DUTIES)
                        ? new Separation(json.array(DUTIES).objects().stream()
                                .map(HoldJson::duties)
                                .toList())
                        : Separation.NONE,
                List.of());
    }

    static JsonObject.Builder of(FrozenQuorum frozen) {
        JsonObject.Builder eligible = JsonObject.builder();
        frozen.eligible().forEach((person, roles) -> eligible.put(person, names(roles)));
        JsonObject.Builder excluded = JsonObject.builder();
        frozen.excluded().forEach(excluded::put);
        JsonObject.Builder json = JsonObject.builder();
        if (frozen.act() != Statement.Action.APPROVE) {
            json.put(ACT, frozen.act().word());
        }
        return json.put("control", frozen.control().text())
                .put("needed", frozen.quorum().needed())
                .put("roles", names(frozen.quorum().roles()))
                .put("eligible", eligible.build())
                .put("excluded", excluded.build());
    }

    static FrozenQuorum quorum(JsonObject json) {
        SortedMap<String, SortedSet<Role>> eligible = new TreeMap<>();
        JsonObject people = json.object("eligible");
        people.keys().forEach(person -> eligible.put(person, new TreeSet<>(roles(people.array(person)))));
        SortedMap<String, String> excluded = new TreeMap<>();
        JsonObject others = json.object("excluded");
        others.keys().forEach(person -> excluded.put(person, others.text(person)));
        return new FrozenQuorum(
                new ControlId(json.text("control")),
                new Quorum(Math.toIntExact(json.whole("needed")), roles(json.array("roles"))),
                json.findText(ACT).map(Statement.Action::of).orElse(Statement.Action.APPROVE),
                eligible,
                excluded);
    }

    private static OwnEstimate estimate(JsonObject json) {
        return new OwnEstimate(json.text("facts"), retyped(json));
    }

    private static JsonObject duties(Duties pair) {
        return JsonObject.of(
                "first", pair.first().name(), "second", pair.second().name());
    }

    private static Duties duties(JsonObject json) {
        return new Duties(new Role(json.text("first")), new Role(json.text("second")));
    }

    private static JsonObject retyped(RetypedAmount amount) {
        JsonObject.Builder json = JsonObject.builder().put("measure", amount.measure());
        ValueJson.put(json, "amount", amount.amount());
        return json.build();
    }

    private static RetypedAmount retyped(JsonObject json) {
        return new RetypedAmount(json.text("measure"), ValueJson.find(json, "amount"));
    }

    private static JsonObject escalation(Hold.Escalation step) {
        return JsonObject.of(
                "at",
                step.at().toString(),
                "to",
                step.to().name(),
                "control",
                step.control().text());
    }

    private static Hold.Escalation escalation(JsonObject json) {
        return new Hold.Escalation(
                Instant.parse(json.text("at")), new Role(json.text("to")), new ControlId(json.text("control")));
    }

    private static JsonArray names(Iterable<Role> roles) {
        List<String> names = new java.util.ArrayList<>();
        roles.forEach(role -> names.add(role.name()));
        return JsonArray.texts(names);
    }

    private static List<Role> roles(JsonArray names) {
        return names.texts().stream().map(Role::new).toList();
    }
}
