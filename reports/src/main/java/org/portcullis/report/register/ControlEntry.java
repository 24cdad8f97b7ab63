package org.portcullis.report.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.model.Recalibration;
import org.portcullis.model.Scope;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.value.ValueText;

/**
 * What a register says of one control.
 *
 * @param terms the control in words: what it does, to what, who is told
 * @param sentence the control's own sentence, laid out
 * @param applies the condition under which it applies, with its scopes spelled out; `always` where there is none
 * @param scopes the named scopes that it refers to
 * @param inForce whether the control's own period, if it has one, contains the register's day
 * @param recalibration what changes its thresholds on that day, if anything does
 * @param thresholds the comparisons that decide, as policies write them, on the register's day
 * @param provisions the provisions that it cites, in the order of its sentence
 * @param tests the tests of the policy that evaluate it or name it
 * @param example what it says when it is breached, with the values of a test; empty where no test breaches it
 */
public record ControlEntry(
        Control control,
        PackControl terms,
        List<SentenceLayout.Line> sentence,
        String applies,
        List<Scope> scopes,
        boolean inForce,
        Optional<Recalibration> recalibration,
        List<String> thresholds,
        List<CitedProvision> provisions,
        ReviewState review,
        List<TestUse> tests,
        Optional<Example> example) {
    public ControlEntry {
        sentence = List.copyOf(sentence);
        scopes = List.copyOf(scopes);
        thresholds = List.copyOf(thresholds);
        provisions = List.copyOf(provisions);
        tests = List.copyOf(tests);
    }

    /** A filled message and the test whose facts filled it. */
    public record Example(String message, String test) {}

    /** What limits the control in time and in strength, in words; empty where nothing does. */
    public List<String> limitations() {
        List<String> words = new ArrayList<>();
        control.heading()
                .effective()
                .ifPresent(period -> words.add("effective from " + period.from()
                        + period.until().map(until -> " until " + until).orElse("")
                        + (inForce ? "" : ", not on this day")));
        if (control.heading().rollout() != Rollout.ENFORCE) {
            words.add("rollout " + control.heading().rollout().word() + ", not enforced");
        }
        recalibration.ifPresent(change -> words.add("recalibrated from " + ValueText.canonical(change.from()) + " to "
                + ValueText.canonical(change.to()) + " from " + change.period().from()
                + change.period().until().map(until -> " until " + until).orElse("") + " because "
                + change.because()));
        return words;
    }

    /** Whether it applies exactly where its one scope says. */
    public boolean isJustItsScope() {
        return scopes.size() == 1 && ConditionText.words(scopes.get(0).means()).equals(applies);
    }

    /** The control's id. */
    public String id() {
        return control.id().text();
    }
}
