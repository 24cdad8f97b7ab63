package org.portcullis.report.evidence;

import java.util.Optional;
import org.portcullis.engine.decision.Effect;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Tone;

/** Makes cells of the engine's values. */
final class Cells {

    private Cells() {}

    static Cell blank() {
        return new Cell.Blank();
    }

    static Cell amount(Optional<Value.Money> money) {
        return money.<Cell>map(known -> Cell.Amount.ofMicros(known.micros())).orElseGet(Cell.Blank::new);
    }

    static Cell currency(Optional<Value.Money> money) {
        return money.map(known -> Cell.of(known.currency().code())).orElseGet(Cell.Blank::new);
    }

    /** Gives the exact amount as text: a spreadsheet keeps 15 digits of a number. */
    static Cell exact(Optional<Value.Money> money) {
        return money.map(known -> Cell.code(ValueText.decimal(known.micros(), 2)))
                .orElseGet(Cell.Blank::new);
    }

    static Cell value(Optional<? extends Value> value) {
        return value.map(known -> Cell.of(ValueText.readable(known))).orElseGet(Cell.Blank::new);
    }

    static Cell good(String word) {
        return new Cell.Mark(Tone.GOOD, word);
    }

    static Cell attention(String word) {
        return new Cell.Mark(Tone.ATTENTION, word);
    }

    static Cell stop(String word) {
        return new Cell.Mark(Tone.STOP, word);
    }

    static Cell gap(String word) {
        return new Cell.Mark(Tone.GAP, word);
    }

    static Cell neutral(String word) {
        return new Cell.Mark(Tone.NEUTRAL, word);
    }

    static Cell effect(Effect effect) {
        return switch (effect) {
            case RELEASE -> good("RELEASE");
            case NOTE -> neutral("NOTE");
            case WARN -> attention("WARN");
            case HOLD -> attention("HOLD");
            case BLOCK -> stop("BLOCK");
        };
    }
}
