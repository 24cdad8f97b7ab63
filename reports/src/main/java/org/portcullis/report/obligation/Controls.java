package org.portcullis.report.obligation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.model.control.ControlKind;
import org.portcullis.report.EvidenceRequest;

/**
 * Collects the controls of the policies of the period: those put in force in it, and the last one put in force before it began. Mutable
 * while the journal is read; one thread.
 */
final class Controls extends Watch {

    /** Is a control with the entry that states it. */
    record Stated(PackControl control, long entry) {}

    private final Map<String, Map<String, Stated>> packs = new LinkedHashMap<>();
    private final Set<String> ofPeriod = new TreeSet<>();
    private String before = "";

    Controls(EvidenceRequest request) {
        super(request);
    }

    @Override
    public Boolean packActivated(PackActivated body) {
        if (at().isBefore(request.from())) {
            before = body.fingerprint().value();
        }
        return true;
    }

    @Override
    public Boolean packControl(PackControl body) {
        if (inPeriod()) {
            ofPeriod.add(body.fingerprint().value());
        }
        packs.computeIfAbsent(body.fingerprint().value(), none -> new LinkedHashMap<>())
                .putIfAbsent(body.id(), new Stated(body, index()));
        return true;
    }

    /** Gives the controls in the order of the journal. */
    List<Stated> stated() {
        return packs.entrySet().stream()
                .filter(pack ->
                        ofPeriod.contains(pack.getKey()) || pack.getKey().equals(before))
                .flatMap(pack -> pack.getValue().values().stream())
                .toList();
    }

    /** Tells whether a policy of the period has a control of one of the kinds. */
    boolean have(ControlKind... kinds) {
        Set<String> words = new TreeSet<>();
        for (ControlKind kind : kinds) {
            words.add(kind.words());
        }
        return stated().stream().anyMatch(each -> words.contains(each.control().kind()));
    }
}
