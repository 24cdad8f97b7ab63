package org.portcullis.app.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.engine.decision.Assessor;

/**
 * Puts the orders of a file before a policy: parts of the file are read side by side, and what a policy counts over time is counted in the order of the file.
 *
 * <p>The answer depends on the file, the market and the policy alone, not on the number of threads or the size of the parts. Memory is bounded by the parts
 * that are on their way, and by what the windows keep.
 */
public final class OrdersReplay {
    /** How many bytes are read as one part; some two thousand orders. */
    public static final int PART_BYTES = 256 * 1024;

    private static final int AHEAD_PER_THREAD = 2;

    private final BasketJudge judge;
    private final int threads;
    private final int partBytes;

    /** Is told how far the replay has come. */
    public interface Watcher {
        /** So many bytes of the file were read, and so many orders evaluated. */
        void reached(long bytes, long orders);
    }

    /** Judges by the assessor, on so many threads, in parts of so many bytes. */
    public OrdersReplay(Assessor assessor, ReplayMarket market, int threads, int partBytes) {
        this(assessor, market, threads, partBytes, true);
    }

    /** With {@code takesShortWay} false the assessor is asked about every basket, and not only where something may stand against it. */
    OrdersReplay(Assessor assessor, ReplayMarket market, int threads, int partBytes, boolean takesShortWay) {
        this.judge = new BasketJudge(assessor, market, takesShortWay);
        this.threads = threads;
        this.partBytes = partBytes;
    }

    /**
     * Replays a file.
     *
     * @throws UserMistake if there is no such file, or it is no file of orders
     */
    public OrdersTally replay(Path file, String shown, Watcher watcher) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "replay");
            thread.setDaemon(true);
            return thread;
        });
        try (PartedFile parts = PartedFile.open(file, shown, partBytes)) {
            return new Run(layout(parts, shown), workers).replay(parts, watcher);
        } catch (NoSuchFileException missing) {
            throw new UserMistake(shown + ": no such file");
        } catch (IOException unreadable) {
            throw new UserMistake(shown + ": cannot be read: " + unreadable.getMessage());
        } finally {
            workers.shutdownNow();
        }
    }

    /** How many bytes the file has, for whoever watches. */
    public static long size(Path file, String shown) {
        try {
            return Files.size(file);
        } catch (IOException missing) {
            throw new UserMistake(shown + ": no such file");
        }
    }

    private static OrderLayout layout(PartedFile parts, String shown) throws IOException {
        FilePart header = parts.header()
                .orElseThrow(() -> new UserMistake(shown + ": is empty; write a line of titles and a line an order"));
        byte[] bytes = header.bytes();
        int begin =
                header.length() >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                        ? 3
                        : 0;
        int end = header.length();
        while (end > begin && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return OrderLayout.read(shown, LineCells.of(bytes, begin, end));
    }

    /** What came of a part: its baskets, of which the first and the last may go on in other parts, and what is judged already. */
    private record Read(List<OrderBasket> baskets, OrdersTally tally, long end) {}

    /** One replay; owned by the thread that began it, but for {@link #read}. */
    private final class Run {
        private final OrderLayout layout;
        private final ExecutorService workers;
        private final ConcurrentLinkedQueue<OrderLines> readers = new ConcurrentLinkedQueue<>();
        private final OrdersTally tally = new OrdersTally();
        private final BasketJudge.Past past = judge.begin();

        Run(OrderLayout layout, ExecutorService workers) {
            this.layout = layout;
            this.workers = workers;
        }

        OrdersTally replay(PartedFile parts, Watcher watcher) throws IOException {
            Deque<FutureTask<Read>> ahead = new ArrayDeque<>();
            Optional<OrderBasket> open = Optional.empty();
            boolean isOver = false;
            while (true) {
                while (!isOver && ahead.size() < Math.max(1, threads * AHEAD_PER_THREAD)) {
                    Optional<FilePart> part = parts.next();
                    isOver = part.isEmpty();
                    part.ifPresent(lines -> ahead.add(begin(lines)));
                }
                FutureTask<Read> next = ahead.poll();
                if (next == null) {
                    break;
                }
                // Where no worker has begun with it, this thread does; where one has, this does nothing.
                next.run();
                Read read = get(next);
                open = take(read, open);
                watcher.reached(read.end(), tally.evaluated());
            }
            open.ifPresent(last -> past.judge(last, tally));
            return tally;
        }

        private FutureTask<Read> begin(FilePart part) {
            FutureTask<Read> task = new FutureTask<>(() -> read(part));
            if (threads > 1) {
                workers.execute(task);
            }
            return task;
        }

        /** Reads a part, and prepares or judges what does not depend on others. */
        private Read read(FilePart part) {
            OrderLines polled = readers.poll();
            OrderLines lines = polled == null ? new OrderLines(layout) : polled;
            List<OrderBasket> baskets = new ArrayList<>();
            OrdersTally own = new OrdersTally();
            lines.read(part, line -> {
                if (line.basket().isEmpty() && line instanceof BadLine bad) {
                    own.bad(bad);
                    return;
                }
                if (baskets.isEmpty() || !baskets.get(baskets.size() - 1).id().equals(line.basket())) {
                    baskets.add(new OrderBasket(line.basket()));
                }
                baskets.get(baskets.size() - 1).add(line);
            });
            readers.add(lines);
            if (judge.hasWindows()) {
                baskets.stream()
                        .limit(Math.max(0, baskets.size() - 1))
                        .filter(OrdersReplay::isWhole)
                        .forEach(basket -> basket.prepared(judge.facts(basket)));
                return new Read(baskets, own, part.end());
            }
            BasketJudge.Past none = judge.begin();
            List<OrderBasket> edges = new ArrayList<>();
            for (int index = 0; index < baskets.size(); index++) {
                if (index == 0 || index == baskets.size() - 1) {
                    edges.add(baskets.get(index));
                } else {
                    none.judge(baskets.get(index), own);
                }
            }
            return new Read(edges, own, part.end());
        }

        /** Takes a part behind those before it; gives the basket that may go on in the next. */
        private Optional<OrderBasket> take(Read read, Optional<OrderBasket> before) {
            tally.add(read.tally());
            Optional<OrderBasket> open = before;
            boolean isFirst = true;
            for (OrderBasket basket : read.baskets()) {
                boolean goesOn = isFirst && open.isPresent() && open.get().id().equals(basket.id());
                isFirst = false;
                if (goesOn) {
                    open.orElseThrow().goesOn(basket);
                } else {
                    open.ifPresent(done -> past.judge(done, tally));
                    open = Optional.of(basket);
                }
            }
            return open;
        }

        private Read get(FutureTask<Read> task) {
            try {
                return task.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the replay was interrupted", interrupted);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a part of the file could not be replayed", failed.getCause());
            }
        }
    }

    private static boolean isWhole(OrderBasket basket) {
        return basket.bad().isEmpty() && !basket.rows().isEmpty();
    }
}
