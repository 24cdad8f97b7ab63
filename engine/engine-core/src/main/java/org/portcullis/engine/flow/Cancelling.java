package org.portcullis.engine.flow;

import java.util.List;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.work.WorkingOrder;

/** Asks venues to cancel what is out. Nothing stands in the way of it: no policy, no switch, no role. */
record Cancelling(Context context) {

    Transition cancel(Command.Cancel command) {
        List<String> orders = context.state().work.out(command.target(), command.key()).stream()
                .map(WorkingOrder::id)
                .toList();
        List<Draft> drafts = WorkEntry.CancelAsked.deal(command.by(), command.reason(), orders).stream()
                .map(context::general)
                .toList();
        return new Transition(drafts, Outcome.Recorded::new);
    }
}
