package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ReEnabling;

/** What was stopped and may go on once people sign: stops of controls and kill switches that were pulled. Asked by the engine's one thread. */
interface Stops {

    /** Finds what is stopped by a stop's id, or by the id of a control whose kill switch is pulled; empty where nothing is, or not any more. */
    Optional<Stopped> find(String id);

    /**
     * The entries that let go of it, none where it is not stopped any more.
     *
     * @param hold the hold whose quorums were met
     */
    List<EntryBody> resumed(String id, String hold, Instant at);

    /**
     * Something that is stopped.
     *
     * @param kind {@link Purpose.Kind#RE_ENABLING} for a stop, {@link Purpose.Kind#SWITCH_CLEARING} for a kill switch
     * @param control the control that stopped it
     * @param terms who lets go of it; empty where nobody does
     * @param sentence what is stopped and why, as the people who sign read it
     */
    record Stopped(Purpose.Kind kind, ControlId control, Optional<ReEnabling> terms, String sentence) {}
}
