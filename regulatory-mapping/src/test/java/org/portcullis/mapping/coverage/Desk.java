package org.portcullis.mapping.coverage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Review;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** Makes conditions and controls of a made-up desk. */
final class Desk {
    static final Condition EVERYWHERE = new Condition.Always();

    private Desk() {}

    static Condition is(Measure measure, String text) {
        return new Condition.Compare(Reference.to(measure), Comparator.IS, new Bound.Constant(new Value.Text(text)));
    }

    static Condition isNot(Measure measure, String text) {
        return new Condition.Compare(
                Reference.to(measure), Comparator.IS_NOT, new Bound.Constant(new Value.Text(text)));
    }

    static Heading heading(String id, Condition applies, Rollout rollout, String... cited) {
        return new Heading(
                new ControlId(id),
                Arrays.stream(cited).map(Desk::citation).toList(),
                "Head of Risk",
                new Review(new Value.TimeSpan(90_000_000L, SpanUnit.DAYS), LocalDate.parse("2026-01-01")),
                Optional.empty(),
                rollout,
                new Applicability(Subject.ORDERS, List.of(), applies, Stage.RELEASED),
                MissingDataEffect.BLOCKS,
                "",
                "hard limit " + id + ".");
    }

    static PolicyControl limit(String id, Condition applies, String... cited) {
        return tested(new Control.HardLimit(heading(id, applies, Rollout.ENFORCE, cited), Target.ORDER, EVERYWHERE));
    }

    static PolicyControl observed(String id, String... cited) {
        return tested(new Control.HardLimit(heading(id, EVERYWHERE, Rollout.OBSERVE, cited), Target.ORDER, EVERYWHERE));
    }

    static PolicyControl monitor(String id, String... cited) {
        return tested(new Control.Monitor(
                heading(id, EVERYWHERE, Rollout.ENFORCE, cited), new Role("Risk"), EVERYWHERE, Optional.empty()));
    }

    static PolicyControl untested(String id, String... cited) {
        return new PolicyControl("desk", limit(id, EVERYWHERE, cited).control(), List.of());
    }

    static Citation citation(String text) {
        int blank = text.indexOf(' ');
        return new Citation(text.substring(0, blank), text.substring(blank + 1));
    }

    private static PolicyControl tested(Control control) {
        return new PolicyControl("desk", control, List.of(new PolicyControl.Tried("too large", true, true)));
    }
}
