package org.portcullis.engine.work;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.fact.KnownFacts;

/**
 * What the orders of one submission share.
 *
 * @param submission the engine's id
 * @param policy the fingerprint of the pack that decided
 * @param facts what is known of the basket, and of all its orders alike
 * @param orders the ids of its orders, in the order of their lines
 */
public record BasketWork(
        String submission, String basket, String requester, String policy, KnownFacts facts, List<String> orders) {
    public BasketWork {
        orders = List.copyOf(orders);
    }

    BasketWork with(KnownFacts otherwise) {
        return new BasketWork(submission, basket, requester, policy, otherwise, orders);
    }

    BasketWork with(List<String> more) {
        List<String> all = new ArrayList<>(orders);
        all.addAll(more);
        return new BasketWork(submission, basket, requester, policy, facts, all);
    }
}
