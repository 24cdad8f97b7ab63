package org.portcullis.app.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.submission.Submission;

/** The lines of one basket, which stand together in the file; mutable, owned by one thread at a time. */
final class OrderBasket {
    private final String id;
    private final List<OrderLineRead> lines = new ArrayList<>(1);
    private final List<OrderRow> rows = new ArrayList<>(1);
    private final List<BadLine> bad = new ArrayList<>(0);
    private int settled;
    private Optional<SubmissionFacts> facts = Optional.empty();

    OrderBasket(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Adds the next line of the file that belongs to it. */
    void add(OrderLineRead line) {
        lines.add(line);
        facts = Optional.empty();
    }

    /** Adds what another part of the file has of it. */
    void goesOn(OrderBasket more) {
        more.lines.forEach(this::add);
    }

    /** The orders, in the order of the file. */
    List<OrderRow> rows() {
        settle();
        return rows;
    }

    /** What is wrong with it; then none of its orders is evaluated. */
    List<BadLine> bad() {
        settle();
        return bad;
    }

    /** What all its orders share; only where there is one. */
    OrderRow.Terms terms() {
        return rows().get(0).terms();
    }

    /** The facts of its orders without a past, where somebody has prepared them. */
    Optional<SubmissionFacts> facts() {
        return facts;
    }

    void prepared(SubmissionFacts ready) {
        facts = Optional.of(ready);
    }

    /** Holds each line that is new against the first order. */
    private void settle() {
        while (settled < lines.size()) {
            lines.get(settled++).match(new OrderLineRead.Cases<Boolean>() {
                @Override
                public Boolean order(OrderRow row) {
                    return settle(row);
                }

                @Override
                public Boolean bad(BadLine line) {
                    return bad.add(line);
                }
            });
        }
    }

    private boolean settle(OrderRow row) {
        if (!rows.isEmpty() && !row.terms().equals(rows.get(0).terms())) {
            return bad.add(new BadLine(
                    row.line(),
                    id,
                    "basket `" + id + "` has another time, requester, role, desk, location, flow or intention here than"
                            + " in line " + rows.get(0).line(),
                    "say the same in all lines of a basket"));
        }
        if (rows.size() >= Submission.MAX_LINES) {
            return bad.add(new BadLine(
                    row.line(),
                    id,
                    "basket `" + id + "` has more than " + Submission.MAX_LINES + " orders",
                    "split it"));
        }
        return rows.add(row);
    }
}
