package org.portcullis.app.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.decision.ReasonCode;

/** Names the controls that decided an assessment, strictest first: `block LDN-WAVE, NOT-GRANTED; hold LARGE-BASKET`. */
final class Deciders {
    private Deciders() {}

    /** The controls by effect; those that lack data say so. Of nothing found, `release`. */
    static String of(Assessment assessment) {
        Map<Effect, List<String>> byEffect = new LinkedHashMap<>();
        for (FindingGroup group : assessment.groups()) {
            List<String> names = byEffect.computeIfAbsent(group.effect(), absent -> new ArrayList<>());
            String name = name(group);
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return byEffect.isEmpty()
                ? Effect.RELEASE.word()
                : byEffect.entrySet().stream()
                        .map(entry -> entry.getKey().word() + " " + String.join(", ", entry.getValue()))
                        .collect(Collectors.joining("; "));
    }

    private static String name(FindingGroup group) {
        String name =
                group.control().map(Object::toString).orElse(group.reason().code());
        return group.reason() == ReasonCode.MISSING_DATA && group.control().isPresent()
                ? name + " (missing data)"
                : name;
    }
}
