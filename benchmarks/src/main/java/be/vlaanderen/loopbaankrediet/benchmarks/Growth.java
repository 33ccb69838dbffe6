package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a booking costs when the store has few events, and when it has millions. */
final class Growth implements Benchmark {

    private static final int BLOCKS_A_WALLET = 3;

    /** Numbers of citizens who book, above those of the lives that fill the store. */
    private static final long BOOKERS = 100_000_000;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String about() {
        return "The cost of a booking (as in book) with 10 thousand, 1 million and 5 million events in the store of wallet-service,"
                + " and as many rows in its views; beside the first.";
    }

    @Override
    public String takes() {
        return "12 minutes";
    }

    @Override
    public void run(Options options, Screen screen, Report report) {
        try (Rig rig = new Rig(options, screen, List.of(Part.WALLET, Part.PAYOUT), Book.ENOUGH_BUDGET)) {
            rig.tellSettings(report);
            Replay.awaitFollowers(rig, Part.WALLET);
            long life = 0;
            double firstMillis = 0;
            double firstCpu = 0;
            long failures = 0;
            for (int level = 0; level < options.levels.size(); level++) {
                long events = options.levels.get(level);
                String at = String.format(Locale.ROOT, "%,d events", events);
                screen.line(at + ": writing them");
                life = fill(rig, life, events);
                long from = rig.lastEvent();
                long first = BOOKERS * (level + 1);
                rig.grantCredit(first, options.wallets);
                Citizens citizens = new Citizens(rig.world(), first, first + options.wallets);
                Book.Supply bookings = new Book.Supply((long) options.wallets * BLOCKS_A_WALLET, citizens::books);
                Load load = new Load("localhost", rig.port(Part.WALLET), options.connections);
                screen.line(at + ": warming up");
                failures += load.asFastAsPossible(options.time().multipliedBy(2), bookings.next(bookings.total() / 3))
                        .failures();
                Book.settle(rig, from);
                BareTransaction bare = rig.bareTransaction(Part.WALLET);
                Rounds millis = new Rounds();
                Rounds cpu = new Rounds();
                Rounds limits = new Rounds();
                try (Profile _ = Profile.of(options, rig, rig.process(Part.WALLET), name())) { // that of the last stays
                    for (int round = 1; round <= options.rounds; round++) {
                        screen.line(at + ": round " + round + " of " + options.rounds);
                        limits.add(bare.run(options.connections, options.half()).perSecond());
                        double used = rig.cpuSeconds(Part.WALLET) + rig.cpuSecondsOfPostgres();
                        Load.Measured booked = load.asFastAsPossible(
                                options.time(), bookings.next(bookings.total() * 2 / 3 / options.rounds));
                        cpu.add((rig.cpuSeconds(Part.WALLET) + rig.cpuSecondsOfPostgres() - used)
                                * 1000
                                / Math.max(1, booked.answers()));
                        millis.add(1000 / booked.perSecond());
                        failures += booked.failures();
                        Book.tell(screen, booked);
                        Book.settle(rig, from);
                    }
                }
                report.count(at + ": in the store", rig.count(Part.WALLET, "SELECT count(*) FROM event"))
                        .rounds(at + ": bare transactions per second", limits)
                        .rounds(at + ": ms per booking", millis)
                        .figure(at + ": CPU of service and PostgreSQL per booking, ms", cpu.median());
                if (level == 0) {
                    firstMillis = millis.median();
                    firstCpu = cpu.median();
                } else {
                    report.atMost(at + ": time per booking, times the first", millis.median() / firstMillis, 1.15)
                            .atMost(at + ": CPU per booking, times the first", cpu.median() / firstCpu, 1.15);
                }
            }
            report.must("failures", failures, 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** While the service does not run: a service that starts with so many events is what is asked about. */
    private static long fill(Rig rig, long life, long events) throws SQLException {
        rig.stop(Part.WALLET);
        long next = life;
        try (Connection connection = rig.connect(Part.WALLET)) {
            long missing = events - rig.count(Part.WALLET, "SELECT count(*) FROM event");
            if (missing > 0) {
                next = History.of(Part.WALLET).write(connection, life, missing);
            }
            try (var sql = connection.createStatement()) {
                // as the service's view has them
                sql.execute("INSERT INTO booking (booking, wallet, counsellor, reserved_half_hours, reserved_at)"
                        + " SELECT (payload::json->>'booking')::uuid, stream::uuid, (payload::json->>'counsellor')::uuid, 0,"
                        + " (payload::json->>'at')::timestamptz FROM event"
                        + " WHERE name = 'BlockReserved' ON CONFLICT DO NOTHING");
            }
            History.passFollowersBy(connection);
        }
        rig.start(Part.WALLET);
        Rig.until(
                "wallet-service to follow",
                Duration.ofMinutes(2),
                () -> rig.count(Part.WALLET, "SELECT count(*) FROM token WHERE owner IS NOT NULL") >= 1);
        return next;
    }
}
