package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.PolicyEntry;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Role;

/** One suspended strategy, one pulled kill switch, and one stop that nobody lets go of; an entry about the time stands for what lets go. */
final class OneStop implements Stops {
    static final String STOP = "X-000001";
    static final String SWITCH = "D1-KILL";
    static final String FOR_EVER = "X-000002";

    @Override
    public Optional<Stopped> find(String id) {
        return switch (id) {
            case STOP -> Optional.of(stopped(Purpose.Kind.RE_ENABLING, Optional.of(terms(1))));
            case SWITCH -> Optional.of(stopped(Purpose.Kind.SWITCH_CLEARING, Optional.of(terms(2))));
            case FOR_EVER -> Optional.of(stopped(Purpose.Kind.RE_ENABLING, Optional.empty()));
            default -> Optional.empty();
        };
    }

    @Override
    public List<EntryBody> resumed(String id, String hold, Instant at) {
        return List.of(new PolicyEntry.TimeRefused("resumed " + id + " by " + hold, at));
    }

    private static Stopped stopped(Purpose.Kind kind, Optional<ReEnabling> terms) {
        return new Stopped(kind, Scene.LARGE, terms, "Strategy VWAP-7 is suspended by D1-LARGE-BASKET.");
    }

    private static ReEnabling terms(int needed) {
        return new ReEnabling(
                List.of(new Quorum(needed, List.of(new Role("Trading Risk")))),
                List.of(new Exclusion.Requester(), new Exclusion.DelegatesOfRequester()));
    }
}
