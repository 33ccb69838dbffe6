package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * The first minute of a year. Each citizen looks at the wallet, books, and looks at the booking; of twenty, one presses twice, and one has no
 * credit. Then it is checked in the databases what they got.
 */
final class Rush implements Benchmark {

    private static final int CONNECTIONS = 256;
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final long SLOWEST_MILLIS = 3_600_000;
    private static final Duration OVERTIME = Duration.ofMinutes(10);
    private static final Duration SETTLING = Duration.ofMinutes(15);
    private static final int TOO_MANY_ERRORS = 1_000;
    private static final int OF = 20;
    private static final int PRESSES_TWICE = 13;
    private static final int HAS_NO_CREDIT = 7;
    private static final Pattern BOOKING = Pattern.compile("\"booking\":\"([0-9a-f-]{36})\"");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"([A-Z_]+)\"");

    @Override
    public String name() {
        return "rush";
    }

    @Override
    public String about() {
        return "100,000 citizens within a minute, budget for 3,782 of them: each looks, books, looks again, some press twice, some have no"
                + " credit. All are answered, in order of arrival, and the budget is full to the last block and never over.";
    }

    @Override
    public String takes() {
        return "10 minutes";
    }

    @Override
    public void run(Options options, Screen screen, Report report) {
        Crowd early = new Crowd(0, options.citizens / 2, Duration.ZERO);
        Crowd crowd = new Crowd(early.last(), early.last() + options.citizens, Duration.ofSeconds(options.within));
        long booked = early.withCredit() + crowd.withCredit();
        long withBudget = early.withCredit() + Math.min(options.blocks, crowd.withCredit());
        long budget = (early.withCredit() + options.blocks) * Rig.GOVERNMENT_SHARE_CENTS;
        try (Rig rig = new Rig(
                options, screen, List.of(Part.WALLET, Part.PAYOUT), Map.of("BUDGET_CENTS", String.valueOf(budget)))) {
            rig.tellSettings(report);
            screen.line("Granting credit");
            grant(crowd.last(), rig);
            screen.line("Signing " + crowd.last() + " tokens");
            Citizens citizens = new Citizens(rig.world(), 0, crowd.last());
            screen.line("Warming up: " + early.last() + " come before them, with budget for each");
            Seen before = new Seen();
            come(options, rig, citizens, early, before, screen);
            settle(rig);
            long from = rig.lastEvent();

            screen.line("They come");
            Map<String, Double> used = rig.cpuSecondsOfAll();
            Seen seen = new Seen();
            long begin = System.nanoTime();
            try (Profile _ = Profile.of(options, rig, rig.process(Part.WALLET), name())) {
                come(options, rig, citizens, crowd, seen, screen);
            }
            double answered = (System.nanoTime() - begin) / 1e9;
            tellCpu(options, rig, report, used, "until all were answered");
            screen.line("Waiting until each has a place");
            settle(rig);
            double settled = (System.nanoTime() - begin) / 1e9;
            screen.line("All look what they got");
            tellCpu(options, rig, report, used, "until all had a place");
            Map<String, Long> got = look(options, rig, citizens, seen);

            Histogram first = seen.firstAnswer;
            report.count("citizens", options.citizens)
                    .count("within seconds", options.within)
                    .figure("seconds until all were answered", answered)
                    .figure("seconds until all had a place", settled)
                    .figure("requests per second", seen.requests.get() / answered)
                    .figure(
                            "from coming to the booking's answer: median, s",
                            seen.bookingAnswer.getValueAtPercentile(50) / 1000.0)
                    .atMost(
                            "from coming to the booking's answer: p99, s",
                            seen.bookingAnswer.getValueAtPercentile(99) / 1000.0,
                            2)
                    .figure("from coming to the first answer: p99, s", first.getValueAtPercentile(99) / 1000.0)
                    .figure("a request once sent: median, s", seen.request.getValueAtPercentile(50) / 1000.0)
                    .figure("a request once sent: p99, s", seen.request.getValueAtPercentile(99) / 1000.0)
                    .figure(
                            "from booking to a place in the budget or the queue: p99, s",
                            Double.parseDouble(rig.text(Part.WALLET, WAIT_FOR_PLACE + from)))
                    .must("errors", before.errors.get() + seen.errors.get(), 0)
                    .must("citizens answered", seen.booked.size() + seen.refused.get(), options.citizens)
                    .must("booked or queued", seen.booked.size(), crowd.withCredit())
                    .must("refused without credit", seen.refused.get(), options.citizens - crowd.withCredit())
                    .must("second presses with another answer", before.differs.get() + seen.differs.get(), 0)
                    .must(
                            "sees a payment page",
                            got.getOrDefault("AWAITING_PAYMENT", 0L),
                            withBudget - early.withCredit())
                    .must("sees a place in the queue", got.getOrDefault("QUEUED", 0L), booked - withBudget);
            check(rig, report, booked, withBudget, budget);
            order(rig, report, withBudget);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tellCpu(Options options, Rig rig, Report report, Map<String, Double> before, String until) {
        rig.cpuSecondsOfAll()
                .forEach((who, seconds) -> report.figure(
                        "CPU per citizen " + until + ", ms: " + who,
                        (seconds - before.getOrDefault(who, 0.0)) * 1000 / options.citizens));
    }

    private static final String WAIT_FOR_PLACE =
            "SELECT coalesce(percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM p.stored_at::timestamptz -"
                    + " r.stored_at::timestamptz)), 0) FROM event r JOIN event p ON p.stream = r.stream AND p.name IN ('BookingQueued',"
                    + " 'BudgetSecured') WHERE r.name = 'BlockReserved' AND r.global_index > ";

    /** Written into the store directly: how credit is granted is not what is measured. */
    private static void grant(long citizens, Rig rig) throws SQLException {
        rig.stop(Part.WALLET);
        History credit = History.of(Part.WALLET).only("CreditGranted");
        try (Connection connection = rig.connect(Part.WALLET)) {
            credit.write(connection, 0, citizens, Rush::hasCredit);
            History.passFollowersBy(connection);
        }
        rig.start(Part.WALLET);
        rig.grantCredit(0, 0);
    }

    private static boolean hasCredit(long number) {
        return number % OF != HAS_NO_CREDIT;
    }

    /** Those from the first up to but not including the last, who come evenly within that time, or all at once. */
    private record Crowd(long first, long last, Duration within) {

        long withCredit() {
            return LongStream.range(first, last).filter(Rush::hasCredit).count();
        }

        /** Nanoseconds after the first one. */
        long comes(long number) {
            return (number - first) * within.toNanos() / (last - first);
        }
    }

    /** What all citizens saw. Times in milliseconds. */
    private static final class Seen {
        private final Map<Long, String> booked = new ConcurrentHashMap<>();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger errors = new AtomicInteger();
        private final AtomicInteger differs = new AtomicInteger();
        private final AtomicLong requests = new AtomicLong();
        private final Histogram firstAnswer = new Histogram(SLOWEST_MILLIS, 3);
        private final Histogram bookingAnswer = new Histogram(SLOWEST_MILLIS, 3);
        private final Histogram request = new Histogram(SLOWEST_MILLIS, 3);

        synchronized void add(Histogram first, Histogram booking, Histogram each) {
            firstAnswer.add(first);
            bookingAnswer.add(booking);
            request.add(each);
        }
    }

    /** Who comes is served in order of arrival, by as many connections as there are; who waits for one is waiting already. */
    private static void come(Options options, Rig rig, Citizens citizens, Crowd crowd, Seen seen, Screen screen) {
        AtomicLong next = new AtomicLong(crowd.first());
        long begin = System.nanoTime();
        long end = begin + crowd.within().plus(OVERTIME).toNanos();
        everywhere(connectionsOf(options), connection -> {
            Histogram first = new Histogram(SLOWEST_MILLIS, 3);
            Histogram booking = new Histogram(SLOWEST_MILLIS, 3);
            Histogram each = new Histogram(SLOWEST_MILLIS, 3);
            while (next.get() < crowd.last() && System.nanoTime() < end && seen.errors.get() < TOO_MANY_ERRORS) {
                try (HttpConnection http = new HttpConnection("localhost", rig.port(Part.WALLET), TIMEOUT_MILLIS)) {
                    Visit visit = new Visit(http, seen, each);
                    for (long number = next.getAndIncrement();
                            number < crowd.last() && System.nanoTime() < end;
                            number = next.getAndIncrement()) {
                        long due = begin + crowd.comes(number);
                        Load.awaitNanoTime(due);
                        visit.of(number, citizens, due, first, booking);
                        long came = number + 1 - crowd.first();
                        if (came % 10_000 == 0) {
                            screen.line(
                                    "  " + came + " came, after " + (System.nanoTime() - begin) / 1_000_000_000 + " s");
                        }
                    }
                } catch (IOException e) { // no answer in time, or none at all; the next citizen gets another connection
                    seen.errors.incrementAndGet();
                }
            }
            seen.add(first, booking, each);
        });
    }

    private static int connectionsOf(Options options) {
        return Math.max(options.connections, CONNECTIONS);
    }

    /** One citizen on the site. */
    private record Visit(HttpConnection http, Seen seen, Histogram times) {

        void of(long number, Citizens citizens, long due, Histogram first, Histogram booking) throws IOException {
            if (send(citizens.looks(number)) != 200) {
                seen.errors.incrementAndGet();
            }
            first.recordValue(millisSince(due));
            int status = send(citizens.books(number));
            booking.recordValue(millisSince(due));
            String id = found(BOOKING, http.body());
            if (number % OF == PRESSES_TWICE) {
                int again = send(citizens.books(number));
                if (again != status || !found(BOOKING, http.body()).equals(id)) {
                    seen.differs.incrementAndGet();
                }
            }
            if (status == 201) {
                seen.booked.put(number, id);
                if (send(citizens.looksAtBooking(number, id)) != 200) {
                    seen.errors.incrementAndGet();
                }
            } else if (status == 409 && !hasCredit(number)) {
                seen.refused.incrementAndGet();
            } else {
                seen.errors.incrementAndGet();
            }
        }

        private int send(byte[] request) throws IOException {
            long sent = System.nanoTime();
            int status = http.send(request);
            times.recordValue(millisSince(sent));
            seen.requests.incrementAndGet();
            return status;
        }

        private static long millisSince(long nanos) {
            return Math.clamp((System.nanoTime() - nanos) / 1_000_000, 0, SLOWEST_MILLIS);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Each reserved block has budget and a payment page, or a place in the queue. */
    private static void settle(Rig rig) {
        Rig.until(
                "a place for every booking",
                SETTLING,
                () -> rig.count(
                                Part.WALLET,
                                "SELECT count(*) FILTER (WHERE name = 'BlockReserved') - count(*) FILTER (WHERE name <>"
                                        + " 'BlockReserved') FROM event WHERE name IN ('BlockReserved', 'CoPaymentRequested',"
                                        + " 'BookingQueued')")
                        == 0);
    }

    /** What each sees at last, counted by status. */
    private static Map<String, Long> look(Options options, Rig rig, Citizens citizens, Seen seen) {
        List<Map.Entry<Long, String>> all = List.copyOf(seen.booked.entrySet());
        Map<String, Long> counts = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        everywhere(options.connections, connection -> {
            try (HttpConnection http = new HttpConnection("localhost", rig.port(Part.WALLET), TIMEOUT_MILLIS)) {
                for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
                    int status = http.send(citizens.looksAtBooking(
                            all.get(i).getKey(), all.get(i).getValue()));
                    counts.merge(status == 200 ? found(STATUS, http.body()) : "HTTP " + status, 1L, Long::sum);
                }
            }
        });
        return counts;
    }

    /** From the events: filled to the last block, never over, one decision a booking, numbers in order. */
    private static void check(Rig rig, Report report, long booked, long withBudget, long budget) {
        report.must("bookings in the wallets' events", rig.count(Part.WALLET, count("BlockReserved")), booked)
                .must("blocks with budget", rig.count(Part.PAYOUT, count("BudgetCommitted")), withBudget)
                .must("blocks in the queue", rig.count(Part.PAYOUT, count("BookingQueued")), booked - withBudget)
                .must(
                        "cents committed",
                        rig.count(
                                Part.PAYOUT,
                                "SELECT coalesce(sum((payload::json->>'amountCents')::bigint), 0) FROM event WHERE name = 'BudgetCommitted'"),
                        withBudget * Rig.GOVERNMENT_SHARE_CENTS)
                .must(
                        "moments with more committed than there is",
                        rig.count(
                                Part.PAYOUT,
                                "SELECT count(*) FROM (SELECT sum((payload::json->>'amountCents')::bigint) OVER (ORDER BY sequence) AS so_far"
                                        + " FROM event WHERE name = 'BudgetCommitted') running WHERE so_far > "
                                        + budget),
                        0)
                .must(
                        "queue numbers out of order",
                        rig.count(
                                Part.PAYOUT,
                                "SELECT count(*) FROM (SELECT (payload::json->>'queueNumber')::bigint AS number, row_number() OVER (ORDER BY"
                                        + " sequence) AS place FROM event WHERE name = 'BookingQueued') queue WHERE number <> place"),
                        0)
                .must(
                        "dead letters",
                        rig.count(Part.PAYOUT, "SELECT count(*) FROM dead_letter")
                                + rig.count(Part.WALLET, "SELECT count(*) FROM dead_letter"),
                        0);
    }

    private static String count(String event) {
        return "SELECT count(*) FROM event WHERE name = '" + event + "'";
    }

    /** Arrival is the order in which the wallets reserved; the budget's order is that of its own stream. */
    private static void order(Rig rig, Report report, long withBudget) throws SQLException {
        List<String> arrived = bookings(
                rig,
                Part.WALLET,
                "SELECT payload::json->>'booking' FROM event WHERE name = 'BlockReserved' ORDER BY global_index");
        List<String> decided = bookings(
                rig,
                Part.PAYOUT,
                "SELECT payload::json->>'booking' FROM event WHERE name IN ('BudgetCommitted', 'BookingQueued') ORDER BY sequence");
        Overtaking overtaking = Overtaking.of(arrived, decided);
        report.atMost("bookings that were overtaken", (double) overtaking.overtaken(), 0)
                .atMost(
                        "queued, but among the first for whom there was budget",
                        (double) Overtaking.missing(arrived, decided, withBudget),
                        0)
                .count("most places that one moved back", overtaking.mostPlaces());
    }

    private static List<String> bookings(Rig rig, Part service, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = rig.connect(service);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /**
     * How the order of decisions differs from that of arrival.
     *
     * @param overtaken for whom somebody was decided before who arrived later
     * @param mostPlaces how many places further back one came to stand than it arrived
     */
    record Overtaking(long overtaken, long mostPlaces) {

        static Overtaking of(List<String> arrived, List<String> decided) {
            Map<String, Integer> arrival = new HashMap<>();
            for (String booking : arrived) {
                arrival.put(booking, arrival.size());
            }
            long overtaken = 0;
            long most = 0;
            int latest = -1;
            for (int place = 0; place < decided.size(); place++) {
                int arrivedAs = arrival.getOrDefault(decided.get(place), -1);
                if (arrivedAs < latest) {
                    overtaken++;
                }
                latest = Math.max(latest, arrivedAs);
                most = Math.max(most, place - arrivedAs);
            }
            return new Overtaking(overtaken, most);
        }

        /** How many of the first who arrived are not among the first who were decided. */
        static long missing(List<String> arrived, List<String> decided, long first) {
            Set<String> lucky = Set.copyOf(decided.subList(0, (int) Math.min(first, decided.size())));
            return arrived.stream()
                    .limit(first)
                    .filter(booking -> !lucky.contains(booking))
                    .count();
        }
    }

    private interface Work {
        void on(int connection) throws IOException;
    }

    private static void everywhere(int connections, Work work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int connection = i;
                all.add(threads.submit(() -> {
                    work.on(connection);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection broke: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
