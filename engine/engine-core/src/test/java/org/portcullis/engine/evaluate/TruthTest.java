package org.portcullis.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TruthTest {

    @Test
    void andIsTheLesser() {
        assertEquals(Truth.FALSE, Truth.UNKNOWN.and(Truth.FALSE));
        assertEquals(Truth.FALSE, Truth.FALSE.and(Truth.UNKNOWN));
        assertEquals(Truth.UNKNOWN, Truth.TRUE.and(Truth.UNKNOWN));
        assertEquals(Truth.TRUE, Truth.TRUE.and(Truth.TRUE));
    }

    @Test
    void orIsTheGreater() {
        assertEquals(Truth.TRUE, Truth.UNKNOWN.or(Truth.TRUE));
        assertEquals(Truth.UNKNOWN, Truth.FALSE.or(Truth.UNKNOWN));
        assertEquals(Truth.FALSE, Truth.FALSE.or(Truth.FALSE));
    }

    @Test
    void deMorganHoldsForAllPairs() {
        for (Truth a : Truth.values()) {
            for (Truth b : Truth.values()) {
                assertEquals(a.and(b).not(), a.not().or(b.not()));
            }
        }
    }
}
