package org.portcullis.benchmark.contest;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Cedar through its Java binding and its native library: each control a policy that forbids, a desk's policies in one cached set. */
final class CedarPeer implements Contender {
    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final Map<String, PolicySet> byDesk = new HashMap<>();
    private final Entities none = new Entities();
    private final EntityUID trader = uid("Trader::\"t\"");
    private final EntityUID action = uid("Action::\"send\"");
    private final EntityUID resource = uid("Order::\"o\"");

    CedarPeer(int controls) {
        DeskControl.byDesk(controls, control -> new Policy(text(control), "c" + control.number()))
                .forEach((desk, policies) -> {
                    Set<Policy> all = new HashSet<>(policies);
                    all.add(new Policy("permit(principal, action, resource);", "permit"));
                    byDesk.put(desk, cached(new PolicySet(all)));
                });
    }

    private static PolicySet cached(PolicySet policies) {
        try {
            policies.cache();
            return policies;
        } catch (CacheException refused) {
            throw new IllegalStateException("Cedar refuses the policies", refused);
        }
    }

    private static EntityUID uid(String text) {
        return EntityUID.parse(text).orElseThrow();
    }

    private static String text(DeskControl control) {
        String names = String.join("|", DeskControl.NUMBERS) + "|" + String.join("|", DeskControl.TEXTS);
        String condition = control.expression().replaceAll("\\b(" + names + ")\\b", "context.$1");
        for (Map.Entry<String, List<String>> list : Map.of(
                        "RESTRICTED", ControlForm.Names.RESTRICTED,
                        "BARRED", ControlForm.Names.BARRED,
                        "HALTED", ControlForm.Names.HALTED,
                        "CLOSED", ControlForm.Names.CLOSED)
                .entrySet()) {
            String literals =
                    list.getValue().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
            condition = condition.replaceAll("(\\S+) in " + list.getKey(), "[" + literals + "].contains($1)");
        }
        return "forbid(principal, action, resource) when { " + condition + " };";
    }

    @Override
    public void check(TradeOrder order, Breaches breaches) {
        PolicySet policies = byDesk.get(order.desk());
        if (policies == null) {
            return;
        }
        Map<String, Value> context = new HashMap<>(32);
        DeskControl.NUMBERS.forEach(name -> context.put(name, new PrimLong((Long) DeskControl.value(order, name))));
        DeskControl.TEXTS.forEach(name -> context.put(name, new PrimString((String) DeskControl.value(order, name))));
        try {
            AuthorizationResponse response =
                    engine.isAuthorized(new AuthorizationRequest(trader, action, resource, context), policies, none);
            AuthorizationSuccessResponse answer = response.success.orElseThrow(
                    () -> new IllegalStateException("Cedar failed on order " + order.id() + ": " + response));
            if (!answer.isAllowed()) {
                answer.getReason().forEach(policy -> breaches.add(Integer.parseInt(policy.substring(1))));
            }
        } catch (AuthException failed) {
            throw new IllegalStateException("Cedar failed on order " + order.id(), failed);
        }
    }
}
