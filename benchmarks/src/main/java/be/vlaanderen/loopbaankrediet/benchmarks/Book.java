package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Bookings over HTTP with everything on, in turns with the bare transaction and with plain CRUD. */
final class Book implements Benchmark {

    private static final int BLOCKS_A_WALLET = 3;
    private static final Duration WARMING_UP = Duration.ofMinutes(2);
    private static final Duration SETTLING = Duration.ofMinutes(5);

    /** More than all blocks of the benchmark cost. */
    static final Map<String, String> ENOUGH_BUDGET = Map.of("BUDGET_CENTS", "1000000000000");

    @Override
    public String name() {
        return "book";
    }

    @Override
    public String about() {
        return "POST /wallet/v1/me/bookings, 32 connections, tokens checked, relay, inbox, policies and budget on; beside the bare"
                + " transaction over JDBC (BEGIN, read the stream, insert an event, COMMIT), the same behind HTTP, and plain CRUD"
                + " (Panache).";
    }

    @Override
    public String takes() {
        return "12 minutes";
    }

    @Override
    public void run(Options options, Screen screen, Report report) {
        try (Rig rig = new Rig(options, screen, List.of(Part.WALLET, Part.PAYOUT), ENOUGH_BUDGET);
                Yardstick yardstick = new Yardstick(rig, options)) {
            rig.tellSettings(report);
            screen.line("Granting credit to " + options.wallets + " citizens");
            rig.grantCredit(0, options.wallets);
            screen.line("Signing tokens");
            Citizens citizens = new Citizens(rig.world(), 0, options.wallets);
            BareTransaction bare = rig.bareTransaction(Part.WALLET);
            Load wallet = new Load("localhost", rig.port(Part.WALLET), options.connections);
            Load crud = yardstick.load(options.connections);
            Supply bookings = new Supply((long) options.wallets * BLOCKS_A_WALLET, citizens::books);
            Supply crudBookings = new Supply((long) options.wallets * BLOCKS_A_WALLET, citizens::booksAtTheYardstick);

            screen.line("Warming up: what every request needs, then bookings");
            long failures = wallet.warmUp(screen, options, citizens::looks);
            failures += wallet.asFastAsPossible(WARMING_UP, bookings.next(bookings.total() / 6))
                    .failures();
            settle(rig, 0);
            failures += crud.warmUp(screen, options, citizens::looksAtTheYardstick);
            failures += crud.asFastAsPossible(WARMING_UP, crudBookings.next(crudBookings.total() / 6))
                    .failures();

            screen.line("Warming up: the bare transaction behind HTTP");
            failures += crud.warmUp(screen, options, Citizens::storesAtTheYardstick);

            Rounds limits = new Rounds();
            Rounds booked = new Rounds();
            Rounds settled = new Rounds();
            Rounds plain = new Rounds();
            Rounds cpu = new Rounds();
            Rounds plainCpu = new Rounds();
            Rounds served = new Rounds();
            Rounds servedShare = new Rounds();
            Rounds servedCpu = new Rounds();
            Map<String, Double> everything = new TreeMap<>();
            long answers = 0;
            Rounds share = new Rounds();
            Rounds beside = new Rounds();
            try (Profile _ = Profile.of(options, rig, rig.process(Part.WALLET), name())) {
                for (int round = 1; round <= options.rounds; round++) {
                    screen.line("Round " + round + " of " + options.rounds + ": the limit");
                    double before =
                            bare.run(options.connections, options.half()).perSecond();
                    screen.line("Round " + round + ": bookings");
                    Map<String, Double> usedByAll = rig.cpuSecondsOfAll();
                    double used = rig.cpuSeconds(Part.WALLET);
                    long from = rig.lastEvent(); // so that the question whether all is done costs little itself
                    long begin = System.nanoTime();
                    Load.Measured book = wallet.asFastAsPossible(options.time(), bookings.next(bookings.part(options)));
                    double cpuBooking = rig.cpuSeconds(Part.WALLET) - used;
                    settle(rig, from);
                    settled.add(book.answers() / ((System.nanoTime() - begin) / 1e9));
                    double cpuAll = rig.cpuSeconds(Part.WALLET) - used;
                    rig.cpuSecondsOfAll()
                            .forEach((who, seconds) ->
                                    everything.merge(who, seconds - usedByAll.getOrDefault(who, 0.0), Double::sum));
                    answers += book.answers();
                    screen.line("Round " + round + ": plain CRUD");
                    double usedCrud = yardstick.cpuSeconds();
                    Load.Measured plainly =
                            crud.asFastAsPossible(options.time(), crudBookings.next(crudBookings.part(options)));
                    double cpuCrud = yardstick.cpuSeconds() - usedCrud;
                    screen.line("Round " + round + ": the limit behind HTTP");
                    double usedServing = yardstick.cpuSeconds();
                    Load.Measured behindHttp = crud.asFastAsPossible(options.time(), Citizens::storesAtTheYardstick);
                    double cpuServing = yardstick.cpuSeconds() - usedServing;
                    screen.line("Round " + round + ": the limit again");
                    double after = bare.run(options.connections, options.half()).perSecond();
                    double limit = (before + after) / 2;
                    limits.add(before);
                    limits.add(after);
                    booked.add(book.perSecond());
                    plain.add(plainly.perSecond());
                    share.add(book.perSecond() / limit);
                    served.add(behindHttp.perSecond());
                    servedShare.add(behindHttp.perSecond() / limit);
                    servedCpu.add(cpuServing * 1000 / Math.max(1, behindHttp.answers()));
                    beside.add(book.perSecond() / plainly.perSecond());
                    cpu.add(cpuBooking * 1000 / Math.max(1, book.answers()));
                    plainCpu.add(cpuCrud * 1000 / Math.max(1, plainly.answers()));
                    failures += book.failures() + plainly.failures() + behindHttp.failures();
                    tell(screen, book);
                    tell(screen, plainly);
                    report.figure(
                            "round " + round + ": CPU with what follows, ms",
                            cpuAll * 1000 / Math.max(1, book.answers()));
                }
            }

            for (Map.Entry<String, Double> each : everything.entrySet()) {
                report.figure(
                        "with what follows, CPU of " + each.getKey() + " per booking, ms",
                        each.getValue() * 1000 / Math.max(1, answers));
            }
            double rate = booked.median() / 2;
            screen.line(String.format("Latency at %.0f bookings per second", rate));
            long from = rig.lastEvent();
            Load.Measured latency = wallet.atRate(rate, options.time(), bookings.next(bookings.left()));
            settle(rig, from);
            double crudRate = plain.median() / 2;
            screen.line(String.format("Latency of plain CRUD at %.0f bookings per second", crudRate));
            Load.Measured crudLatency = crud.atRate(crudRate, options.time(), crudBookings.next(crudBookings.left()));
            failures += latency.failures() + crudLatency.failures();
            tell(screen, latency);
            tell(screen, crudLatency);

            report.rounds("bookings per second", booked)
                    .rounds("bookings per second until all that follows is done", settled)
                    .rounds("bare transactions per second", limits)
                    .atLeast("share of the limit", share.median(), 0.25)
                    .atLeast("share of the limit, aim", share.median(), 0.6)
                    .rounds("bare transactions behind HTTP per second", served)
                    .figure("their share of the limit", servedShare.median())
                    .figure("their CPU of the service, ms", servedCpu.median())
                    .rounds("plain CRUD bookings per second", plain)
                    .rounds("times plain CRUD", beside)
                    .atMost("service CPU per booking, ms", cpu.median(), 0.2)
                    .figure("plain CRUD CPU per booking, ms", plainCpu.median())
                    .figure("at a fixed rate of bookings per second", rate)
                    .figure("median, ms", latency.millis(50))
                    .figure("p99, ms", latency.millis(99))
                    .figure("p99.9, ms", latency.millis(99.9))
                    .figure("plain CRUD at a fixed rate of", crudRate)
                    .figure("plain CRUD median, ms", crudLatency.millis(50))
                    .figure("plain CRUD p99, ms", crudLatency.millis(99))
                    .must("failures", failures, 0)
                    .count("memory of the service, MiB", Jvm.memoryMiB(rig.process(Part.WALLET)));
        }
    }

    static void tell(Screen screen, Load.Measured measured) {
        if (measured.failures() > 0) {
            screen.line("  " + measured.failures() + " failures; the first: " + measured.firstFailure());
        }
    }

    /**
     * Returns when every booking has its budget and its payment page: relay, payout, inbox and policies are done.
     *
     * @param after only bookings whose events have a higher number
     */
    static void settle(Rig rig, long after) {
        Rig.until(
                "budget and payment page of every booking",
                SETTLING,
                () -> rig.count(
                                Part.WALLET,
                                "SELECT count(*) FILTER (WHERE name = 'BlockReserved') - count(*) FILTER (WHERE name ="
                                        + " 'CoPaymentRequested') FROM event WHERE global_index > " + after
                                        + " AND name IN ('BlockReserved', 'CoPaymentRequested')")
                        == 0);
    }

    /** Requests that are made once each, in turns. */
    static final class Supply {

        private final long total;
        private final LongFunction<byte[]> request;
        private long given;

        Supply(long total, LongFunction<byte[]> request) {
            this.total = total;
            this.request = request;
        }

        long total() {
            return total;
        }

        long left() {
            return total - given;
        }

        /** So many that the rounds and what comes after them have as many each. */
        long part(Options options) {
            return total * 4 / 6 / options.rounds;
        }

        /** The next so many, for one load; then none. */
        LongFunction<byte[]> next(long count) {
            long first = given;
            long most = Math.min(count, left());
            given += most;
            return number -> number < most ? request.apply(first + number) : Load.NONE;
        }
    }
}
