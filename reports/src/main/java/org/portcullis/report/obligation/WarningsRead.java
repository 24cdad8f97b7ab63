package org.portcullis.report.obligation;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.json.Digest;
import org.portcullis.report.EvidenceRequest;

/** Holds every acknowledgement against the text that was handed out before. Mutable; one thread. */
final class WarningsRead extends Judging {

    /** Whether the text that was last handed out for an open submission has the digest that its entry states. */
    private final Map<String, Boolean> shown = new HashMap<>();

    WarningsRead(EvidenceRequest request) {
        super(request);
    }

    @Override
    public Boolean shown(WarningEntry.Shown body) {
        boolean same = Digest.of(body.text().getBytes(StandardCharsets.UTF_8)).equals(body.textDigest());
        shown.put(body.submission(), same);
        return same;
    }

    @Override
    public Boolean acknowledged(WarningEntry.Acknowledged body) {
        return count(
                shown.getOrDefault(body.submission(), false),
                "no text was handed out for submission " + body.submission()
                        + ", or another one than the entry states");
    }

    @Override
    public Boolean made(DecisionEntry.Made body) {
        return shown.remove(body.submission()) != null;
    }

    @Override
    public Boolean ended(SubmissionEntry.Ended body) {
        return shown.remove(body.submission()) != null;
    }

    @Override
    public Boolean issued(TokenEntry.Issued body) {
        return shown.remove(body.token().submission()) != null;
    }

    @Override
    Judgement judgement(Controls controls) {
        return instances.judge(
                Obligation.WARNINGS_READ,
                controls.have(ControlKind.SOFT_LIMIT),
                "no policy of the period has a soft limit");
    }
}
