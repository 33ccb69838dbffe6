package be.vlaanderen.loopbaankrediet.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/** Kills, pauses and restarts the parts that are ours or below us, one at a time, and measures how long each time takes to pass. */
final class ChaosFaults {

    private static final List<Part> TARGETS = List.of(
            Part.WALLET,
            Part.PAYOUT,
            Part.SESSION_CLAIMS,
            Part.ELIGIBILITY,
            Part.PROVIDER_REGISTRY,
            Part.POSTGRES,
            Part.KAFKA);
    private static final int STARTS = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    /** A relay gives a message up after ten seconds. */
    private static final Duration LONGER_THAN_A_SEND = Duration.ofSeconds(15);

    private enum Kind {
        KILL,
        PAUSE,
        RESTART
    }

    /**
     * One fault that passed.
     *
     * @param atSeconds since the first
     * @param readySeconds until the part said that it is ready again
     * @param answerSeconds until a citizen's whole command went through again
     */
    record Fault(double atSeconds, String what, double readySeconds, double answerSeconds) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%-10.1f %-28s %14.1f %18.1f", atSeconds, what, readySeconds, answerSeconds);
        }
    }

    private final Place place;
    private final Platform platform;
    private final Secrets secrets;
    private final Screen screen;
    private final ChaosLoad load;
    private final Random random;
    private final List<Fault> faults = new ArrayList<>();

    ChaosFaults(Place place, Platform platform, Secrets secrets, Screen screen, ChaosLoad load, long seed) {
        this.place = place;
        this.platform = platform;
        this.secrets = secrets;
        this.screen = screen;
        this.load = load;
        this.random = new Random(seed);
    }

    List<Fault> all() {
        return List.copyOf(faults);
    }

    double slowest(ToDoubleFunction<Fault> of) {
        return faults.stream().mapToDouble(of).max().orElse(0);
    }

    /** At last Kafka is away for longer than a relay waits for its answer: what was sent then must come again. */
    void happenFor(Duration time) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) {
            pause(Duration.ofMillis(4_000 + random.nextInt(6_000)));
            Part part = TARGETS.get(random.nextInt(TARGETS.size()));
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            pass(begin, kind.name().toLowerCase(Locale.ROOT) + " " + part.folder(), () -> happen(kind, part));
        }
        pause(Duration.ofSeconds(4));
        pass(begin, "kafka gone for " + LONGER_THAN_A_SEND.toSeconds() + " s", () -> {
            end("-KILL", Part.KAFKA);
            pause(LONGER_THAN_A_SEND);
            start(Part.KAFKA);
        });
    }

    private void pass(long begin, String what, Runnable fault) {
        long at = System.nanoTime();
        screen.line("  " + what);
        fault.run();
        double ready = (System.nanoTime() - at) / 1e9;
        double answer = load.awaitAnswersAfter(System.nanoTime(), LONGEST_WAIT)
                ? (System.nanoTime() - at) / 1e9
                : Double.POSITIVE_INFINITY;
        faults.add(new Fault((at - begin) / 1e9, what, ready, answer));
    }

    private ProcessHandle process(Part part) {
        return ChildProcess.find(place, part)
                .orElseThrow(() -> new Trouble(part.folder() + " does not live"))
                .handle();
    }

    private void end(String signal, Part part) {
        ProcessHandle process = process(part);
        signal(signal, process);
        awaitEnd(process);
    }

    private void happen(Kind kind, Part part) {
        switch (kind) {
            case KILL -> {
                end("-KILL", part);
                start(part);
            }
            case RESTART -> {
                end(part == Part.POSTGRES ? "-INT" : "-TERM", part);
                start(part);
            }
            case PAUSE -> {
                ProcessHandle process = process(part);
                signal("-STOP", process);
                pause(Duration.ofMillis(1_000 + random.nextInt(8_000)));
                signal("-CONT", process);
            }
        }
    }

    private static void signal(String signal, ProcessHandle process) {
        if (!Machine.run(List.of("kill", signal, String.valueOf(process.pid())))) {
            throw new Trouble("kill " + signal + " " + process.pid() + " did not work");
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("stopped", e);
        } catch (Exception e) {
            throw new Trouble("process " + process.pid() + " does not end", e);
        }
    }

    /** A server whose children still let go of its memory refuses the first time. */
    private void start(Part part) {
        for (int attempt = 1; ; attempt++) {
            try {
                platform.start(secrets, List.of(List.of(part)));
                return;
            } catch (Trouble e) {
                if (attempt == STARTS) {
                    throw e;
                }
                pause(Duration.ofSeconds(1));
            }
        }
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new Trouble("stopped");
            }
        }
    }
}
