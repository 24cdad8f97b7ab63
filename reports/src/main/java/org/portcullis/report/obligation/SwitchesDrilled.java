package org.portcullis.report.obligation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.model.control.ControlKind;
import org.portcullis.report.EvidenceRequest;

/** Looks for a whole round of every kill switch: pulled, swept and let go by people. Mutable; one thread. */
final class SwitchesDrilled extends Judging {

    private final Set<String> pulled = new HashSet<>();
    private final Set<String> swept = new HashSet<>();
    private final Map<String, Long> rounds = new HashMap<>();

    SwitchesDrilled(EvidenceRequest request) {
        super(request);
    }

    @Override
    public Boolean pulled(SwitchEntry.Pulled body) {
        return inPeriod() && pulled.add(body.control().text());
    }

    @Override
    public Boolean swept(SwitchEntry.Swept body) {
        return pulled.contains(body.control().text())
                && swept.add(body.control().text());
    }

    @Override
    public Boolean cleared(SwitchEntry.Cleared body) {
        String control = body.control().text();
        if (pulled.remove(control) && swept.remove(control) && inPeriod()) {
            rounds.put(control, index());
        }
        return true;
    }

    @Override
    Judgement judgement(Controls controls) {
        for (Controls.Stated each : controls.stated()) {
            if (each.control().kind().equals(ControlKind.KILL_SWITCH.words())) {
                Long round = rounds.get(each.control().id());
                instances.add(
                        round != null,
                        round == null ? each.entry() : round,
                        "kill switch " + each.control().id() + " was not pulled, swept and let go in the period");
            }
        }
        return instances.judge(Obligation.SWITCHES_DRILLED, false, "no policy of the period has a kill switch");
    }
}
