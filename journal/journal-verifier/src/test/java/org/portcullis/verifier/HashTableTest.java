package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HashTableTest {

    private static final int MANY = 100_000;

    @Test
    void knowsWhatWasAddedAndNothingElse() {
        HashTable table = many();
        for (int i = 0; i < MANY; i++) {
            assertTrue(table.find(hash(i)) >= 0, "digest " + i);
            assertEquals(-1, table.find(hash(MANY + i)));
        }
        assertEquals(MANY, table.size());
    }

    @Test
    void keepsTheNumbersBesideDigestsWhileItGrows() {
        HashTable table = many();
        for (int i = 0; i < MANY; i++) {
            long slot = table.find(hash(i));
            assertEquals(i, table.value(slot, 0));
            assertEquals(-i, table.value(slot, 1));
        }
    }

    @Test
    void manyAreOutsideTheHeapAndFewAreNot() {
        assertTrue(many().isMapped());
        assertFalse(new HashTable(2).isMapped());
    }

    @Test
    void aDigestIsAddedOnce() {
        HashTable table = new HashTable(0);
        assertTrue(table.add(hash(1)) >= 0);
        assertEquals(-1, table.add(hash(1)));
        assertEquals(1, table.size());
    }

    @Test
    void digestsThatBelongInOnePlaceAreToldApart() {
        HashTable table = new HashTable(1);
        for (int i = 1; i <= 500; i++) {
            table.set(table.add(new Hash(7, i, 0, 0)), 0, i);
        }
        for (int i = 1; i <= 500; i++) {
            assertEquals(i, table.value(table.find(new Hash(7, i, 0, 0)), 0));
        }
        assertEquals(-1, table.find(new Hash(7, 501, 0, 0)));
    }

    @Test
    void zerosAreNoDigest() {
        HashTable table = new HashTable(0);
        assertEquals(-1, table.find(new Hash(0, 0, 0, 0)));
        assertThrows(IllegalArgumentException.class, () -> table.add(new Hash(0, 0, 0, 0)));
    }

    private static HashTable many() {
        HashTable table = new HashTable(2);
        for (int i = 0; i < MANY; i++) {
            long slot = table.add(hash(i));
            table.set(slot, 0, i);
            table.set(slot, 1, -i);
        }
        return table;
    }

    private static Hash hash(int number) {
        return Hash.of("digest " + number);
    }
}
