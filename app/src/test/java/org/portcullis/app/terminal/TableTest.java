package org.portcullis.app.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void numbersStandOnTheRightAndTextOnTheLeft() {
        Table table = new Table(
                List.of(Table.Column.text("policy"), Table.Column.number("orders"), Table.Column.text("why")));
        table.row(List.of("repaired", "65", "blocked"));

        assertEquals(
                List.of("policy    orders  why", "--------  ------  -------", "repaired      65  blocked"),
                table.lines());
    }

    @Test
    void theLastColumnWrapsAndNoLineIsWiderThanTheTerminal() {
        Table table = new Table(List.of(Table.Column.text("policy"), Table.Column.text("why")));
        table.row(List.of("repaired", "a reason ".repeat(40).strip()));

        List<String> lines = table.lines();

        assertTrue(lines.stream().allMatch(line -> line.length() <= Table.WIDTH), lines::toString);
        assertEquals("          a reason", lines.get(3).substring(0, 18));
    }

    @Test
    void aRowWithTooFewCellsIsRefused() {
        Table table = new Table(List.of(Table.Column.text("policy"), Table.Column.text("why")));

        assertThrows(IllegalArgumentException.class, () -> table.row(List.of("repaired")));
    }
}
