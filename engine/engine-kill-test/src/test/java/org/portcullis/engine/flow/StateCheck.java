package org.portcullis.engine.flow;

import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.people.Directory;

/** Looks at the state of an engine, which nobody else can see; called where the engine is called. */
public final class StateCheck {
    private StateCheck() {}

    /** Whether an engine knows exactly what the entries say, no more and no less. */
    public static boolean isFoldOf(OrderEngine engine, EntrySource entries, Directory people, EnginePorts ports)
            throws EngineFailure {
        return OrderEngine.open(entries, people, ports, EngineTerms.DEFAULT)
                .state()
                .equals(engine.state());
    }
}
