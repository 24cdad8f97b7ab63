package org.portcullis.app.orders;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a file of invented orders of four desks, in the order of their time, for replays and measurements; the same seed gives the same bytes.
 *
 * <p>Most orders are ordinary. One in a thousand has something wrong with it: it is too large, priced away from the market, in an instrument that nobody knows,
 * or comes again and again.
 */
public final class GeneratedOrders {
    /** How many orders come on a day, at most. */
    public static final int PER_DAY = 40_000;

    private static final int FLUSH = 1 << 16;
    private static final long SECOND_MILLIS = 1_000;

    /** The desks: who they are, when they trade in seconds of the day, and in what. */
    private static final List<Seat> SEATS = List.of(
            new Seat("Cash Equities", "London", "ALGO", "London Equities Trader", "le", 30_000, 58_800, true),
            new Seat("Cash Equities", "New York", "ALGO", "New York Equities Trader", "ne", 54_000, 75_000, false),
            new Seat("Delta 1", "London", "DSA", "London Delta One Trader", "ld", 30_000, 58_800, true),
            new Seat("Delta 1", "New York", "DSA", "New York Delta One Trader", "nd", 54_000, 75_000, false));

    private static final int TRADERS = 40;
    private static final int INSTRUMENTS = 240;

    private record Seat(
            String desk,
            String location,
            String flow,
            String role,
            String people,
            int opens,
            int closes,
            boolean isLondon) {}

    /** An instrument; prices in cents of its currency. */
    private record Listing(String symbol, String mic, String currency, long cents, long adv) {}

    private final SplittableRandom random;
    private final List<Listing> london = new ArrayList<>();
    private final List<Listing> newYork = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(2 * FLUSH);

    private GeneratedOrders(long seed) {
        this.random = new SplittableRandom(seed);
        for (int index = 0; index < INSTRUMENTS; index++) {
            boolean isLondon = index % 2 == 0;
            String mic = isLondon
                    ? List.of("XLON", "XPAR", "XAMS", "XETR").get(index / 2 % 4)
                    : index % 4 == 1 ? "XNYS" : "XNAS";
            String currency = mic.equals("XLON") ? "GBP" : isLondon ? "EUR" : "USD";
            long cents = 800L + random.nextInt(20_000);
            long adv = (1_000_000_000L + 1_000_000L * random.nextInt(2_000)) * 100 / cents;
            (isLondon ? london : newYork)
                    .add(new Listing(
                            String.format(Locale.ROOT, "INV%03d.%s", index, mic.substring(1)),
                            mic,
                            currency,
                            cents,
                            adv));
        }
    }

    /** The files of the market that belong to a file of orders. */
    public record MarketFiles(Path instruments, Path rates, Path medians) {

        /** Those beside the file. */
        public static MarketFiles beside(Path orders) {
            String name = String.valueOf(orders.getFileName());
            String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
            return new MarketFiles(
                    orders.resolveSibling(stem + "-instruments.csv"),
                    orders.resolveSibling(stem + "-rates.csv"),
                    orders.resolveSibling(stem + "-medians.csv"));
        }
    }

    /** Is told how many orders are written. */
    public interface Watcher {
        /** So many are. */
        void written(long orders);
    }

    /**
     * Writes so many orders from a day on, and the market beside them.
     *
     * @throws java.nio.file.FileAlreadyExistsException if one of the files is there
     */
    public static MarketFiles write(Path file, long orders, long seed, LocalDate from, Watcher watcher)
            throws IOException {
        GeneratedOrders generated = new GeneratedOrders(seed);
        MarketFiles market = MarketFiles.beside(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), FLUSH)) {
            generated.orders(out, orders, from, watcher);
        }
        Files.writeString(market.instruments(), generated.instruments(), StandardOpenOption.CREATE_NEW);
        Files.writeString(market.rates(), "currency,usd_per_unit\nEUR,1.08\nGBP,1.27\n", StandardOpenOption.CREATE_NEW);
        Files.writeString(
                market.medians(),
                "desk,median\nCash Equities,8000000\nDelta 1,40000000\n",
                StandardOpenOption.CREATE_NEW);
        return market;
    }

    private String instruments() {
        StringBuilder lines =
                new StringBuilder("symbol,mic,currency,price,adv_shares,adv_days,outstanding_shares,state\n");
        for (List<Listing> listings : List.of(london, newYork)) {
            for (Listing each : listings) {
                lines.append(each.symbol())
                        .append(',')
                        .append(each.mic())
                        .append(',')
                        .append(each.currency())
                        .append(',');
                lines.append(price(each.cents()))
                        .append(',')
                        .append(each.adv())
                        .append(",20,")
                        .append(each.adv() * 300);
                lines.append(",OPEN\n");
            }
        }
        return lines.toString();
    }

    private void orders(OutputStream out, long orders, LocalDate from, Watcher watcher) throws IOException {
        text.append(String.join(",", OrderColumn.titles())).append('\n');
        long written = 0;
        LocalDate day = from;
        while (written < orders) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                written += day(out, written, Math.min(PER_DAY, orders - written), day);
                watcher.written(written);
            }
            day = day.plusDays(1);
        }
        flush(out);
    }

    /** Writes a day: as time goes on, somebody at a desk that is open sends an order or a basket. */
    private long day(OutputStream out, long before, long orders, LocalDate day) throws IOException {
        int opens = SEATS.get(0).opens();
        int closes = SEATS.get(1).closes();
        String date = day.toString();
        long written = 0;
        while (written < orders) {
            long millis = opens * SECOND_MILLIS + (closes - opens) * SECOND_MILLIS * written / orders;
            Seat seat = seat((int) (millis / SECOND_MILLIS));
            written += basket(date, millis, seat, before + written, orders - written);
            if (text.length() >= FLUSH) {
                flush(out);
            }
        }
        return written;
    }

    private Seat seat(int second) {
        while (true) {
            Seat drawn = SEATS.get(random.nextInt(SEATS.size()));
            if (second >= drawn.opens() && second < drawn.closes()) {
                return drawn;
            }
        }
    }

    /** Writes one order, or now and then a basket of a few; gives how many. */
    private long basket(String date, long millis, Seat seat, long number, long most) {
        int chance = random.nextInt(10_000);
        boolean isBasket = seat.desk().equals("Delta 1") && chance < 500;
        boolean isAgain = chance >= 9_999;
        int lines = (int) Math.min(most, isBasket ? 2 + random.nextInt(9) : isAgain ? 8 : 1);
        int trader = random.nextInt(TRADERS);
        List<Listing> listings = seat.isLondon() ? london : newYork;
        Listing listing = listings.get(random.nextInt(listings.size()));
        boolean buys = random.nextBoolean();
        boolean increases = random.nextInt(4) > 0;
        for (int line = 0; line < lines; line++) {
            if (isBasket) {
                listing = listings.get(random.nextInt(listings.size()));
            }
            long dollars = isBasket ? 10_000 + random.nextInt(40_000) : 5_000 + random.nextInt(150_000);
            if (chance >= 9_995 && chance < 9_999) {
                dollars = 12_000_000L + random.nextInt(100_000_000);
            }
            long cents = random.nextBoolean() ? listing.cents() * (9_950 + random.nextInt(101)) / 10_000 : 0;
            if (chance >= 9_992 && chance < 9_995) {
                cents = listing.cents() * (buys ? 120 : 80) / 100;
            }
            String symbol = chance == 9_991 ? "UNKNOWN.X" : listing.symbol();
            long order = number + line + 1;
            text.append(date).append('T');
            time(millis);
            text.append("Z,")
                    .append('B')
                    .append(isBasket ? number + 1 : order)
                    .append(",O")
                    .append(order)
                    .append(',');
            text.append(seat.people())
                    .append(trader)
                    .append(',')
                    .append(seat.role())
                    .append(',');
            text.append(seat.desk())
                    .append(',')
                    .append(seat.location())
                    .append(',')
                    .append(seat.flow())
                    .append(',');
            text.append(symbol).append(buys ? ",BUY," : ",SELL,");
            text.append(Math.max(1, dollars * 80 / listing.cents())).append(',');
            if (cents > 0) {
                price(text, cents);
            }
            text.append(increases ? ",INCREASING," : ",REDUCING,");
            if (isBasket) {
                text.append(lines * 60_000L);
            }
            text.append('\n');
        }
        return lines;
    }

    private void time(long millis) {
        long seconds = millis / SECOND_MILLIS;
        two(seconds / 3_600).append(':');
        two(seconds / 60 % 60).append(':');
        two(seconds % 60).append('.');
        long rest = millis % SECOND_MILLIS;
        text.append((char) ('0' + rest / 100));
        two(rest % 100);
    }

    private StringBuilder two(long number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static String price(long cents) {
        StringBuilder price = new StringBuilder();
        price(price, cents);
        return price.toString();
    }

    private static void price(StringBuilder into, long cents) {
        into.append(cents / 100)
                .append('.')
                .append((char) ('0' + cents / 10 % 10))
                .append((char) ('0' + cents % 10));
    }

    private void flush(OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        text.setLength(0);
    }
}
