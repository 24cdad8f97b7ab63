package org.portcullis.app.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.model.control.Stage;

/** Names the controls that decided an assessment, strictest first: `block LDN-WAVE, NOT-GRANTED; hold LARGE-BASKET`, in flight `cancel COLLAR; note MONITOR`. */
final class Deciders {
    private Deciders() {}

    /** The controls by effect, in flight by what they do to what is working; those that lack data say so. Of nothing found, `release` or `continue`. */
    static String of(Assessment assessment, Stage stage) {
        Map<String, List<String>> byEffect = new LinkedHashMap<>();
        for (FindingGroup group : assessment.groups()) {
            List<String> names = byEffect.computeIfAbsent(word(group), absent -> new ArrayList<>());
            String name = name(group);
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        if (byEffect.isEmpty()) {
            return stage.isInFlight() ? InFlightEffect.CONTINUE.word() : Effect.RELEASE.word();
        }
        return byEffect.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String word(FindingGroup group) {
        return group.inFlight() == InFlightEffect.CONTINUE
                ? group.effect().word()
                : group.inFlight().word();
    }

    private static String name(FindingGroup group) {
        String name =
                group.control().map(Object::toString).orElse(group.reason().code());
        return group.reason() == ReasonCode.MISSING_DATA && group.control().isPresent()
                ? name + " (missing data)"
                : name;
    }
}
