package be.vlaanderen.loopbaankrediet.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./dev simulate}: many histories of the whole platform, and whether each promise was kept in all of them. */
@Command(
        name = "./dev simulate",
        mixinStandardHelpOptions = true,
        description =
                "Simulated histories of the whole platform in which nothing may get lost. Exit code 1 when something did.")
final class Simulate implements Callable<Integer> {

    private static final long PROGRESS_EVERY = 5_000_000_000L;

    private static final int HISTORIES = 1_000;

    /** The rarest of what a guard prevents is seen after some thousands. */
    private static final int HISTORIES_FOR_A_GUARD = 20_000;

    @Option(names = "--histories", description = "how many (default: 1000; with --guards at most 20000 for each)")
    private @Nullable Integer chosen;

    private int histories;

    @Option(names = "--seed", description = "of the first; the others follow from it (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--history",
            description = "only this one, by the seed that a failing history printed; tells its story")
    private @Nullable Long history;

    @Option(names = "--steps", description = "in each history, before everything settles (default: ${DEFAULT-VALUE})")
    private int steps = 120;

    @Option(
            names = "--edition",
            description =
                    "of what people and the outside do: an old seed stays what it was (default: ${DEFAULT-VALUE})")
    private int edition = Actions.NEWEST;

    @Option(names = "--guards", description = "switches each guard off, one by one, and looks for a broken promise")
    private boolean guards;

    @Option(names = "--without", description = "with this guard switched off: ${COMPLETION-CANDIDATES}")
    private Set<Guard> without = EnumSet.noneOf(Guard.class);

    @Option(names = "--threads", description = "histories at a time (default: the number of cores)")
    private int threads = Runtime.getRuntime().availableProcessors();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Simulate())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        histories = chosen != null ? chosen : guards ? HISTORIES_FOR_A_GUARD : HISTORIES;
        if (histories < 1 || steps < 1 || threads < 1 || edition < 1) {
            System.err.println("--histories, --steps, --threads and --edition are at least 1.");
            return 2;
        }
        if (history != null) {
            return tell(history) ? 1 : 0;
        }
        return guards ? guards() : all();
    }

    /** What came of many histories. */
    static final class Report {
        final Map<Long, Violation> broken = new ConcurrentSkipListMap<>();
        final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
        final Set<Class<?>> kinds = new HashSet<>();
        final AtomicLong done = new AtomicLong();
        volatile long nanoseconds;

        synchronized void add(long seed, History.Outcome outcome) {
            done.incrementAndGet();
            outcome.faults().forEach((fault, times) -> faults.merge(fault, times, Long::sum));
            kinds.addAll(outcome.kinds());
            if (outcome.broken() != null) {
                broken.put(seed, outcome.broken());
            }
        }
    }

    /** Runs histories side by side; each is alone in its thread. */
    static Report run(
            long seed, int histories, int steps, int edition, Set<Guard> off, int threads, boolean untilBroken)
            throws InterruptedException {
        Report report = new Report();
        AtomicLong next = new AtomicLong();
        long begin = System.nanoTime();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(Thread.ofPlatform().start(() -> {
                for (long each = next.getAndIncrement(); each < histories; each = next.getAndIncrement()) {
                    if (untilBroken && !report.broken.isEmpty()) {
                        return;
                    }
                    long own = seedOf(seed, each);
                    report.add(own, outcome(own, steps, edition, off));
                }
            }));
        }
        long told = begin;
        for (Thread worker : workers) {
            while (!worker.join(Duration.ofSeconds(1))) {
                if (System.nanoTime() - told > PROGRESS_EVERY) {
                    told = System.nanoTime();
                    System.err.println(report.done.get() + " of " + histories + " histories");
                }
            }
        }
        report.nanoseconds = System.nanoTime() - begin;
        return report;
    }

    private static History.Outcome outcome(long seed, int steps, int edition, Set<Guard> off) {
        try {
            return History.of(seed, steps, edition).run(off, null);
        } catch (RuntimeException unexpected) {
            return new History.Outcome(
                    new Violation("nothing fails in an unexpected way", trace(unexpected)), Map.of(), Set.of());
        }
    }

    private static String trace(RuntimeException unexpected) {
        StringBuilder text = new StringBuilder(unexpected.toString());
        for (int i = 0; i < Math.min(8, unexpected.getStackTrace().length); i++) {
            text.append("\n      at ").append(unexpected.getStackTrace()[i]);
        }
        return text.toString();
    }

    static long seedOf(long first, long number) {
        return new SplittableRandom(first * 1_000_003 + number).nextLong() & Long.MAX_VALUE;
    }

    private int all() throws InterruptedException {
        Report report = run(seed, histories, steps, edition, without, threads, false);
        Map<String, Integer> kinds = new TreeMap<>();
        report.broken.values().forEach(broken -> kinds.merge(broken.promise(), 1, Integer::sum));
        Set<String> told = new HashSet<>();
        report.broken.forEach((own, broken) -> {
            if (told.add(broken.promise())) {
                tell(own);
            }
        });
        kinds.forEach((promise, times) -> System.out.println(times + " x " + promise));
        System.out.println(json(report));
        return report.broken.isEmpty() ? 0 : 1;
    }

    /** Seed, broken promise and a shortened history. */
    private boolean tell(long own) {
        History whole = History.of(own, steps, edition);
        Violation broken = outcome(own, steps, edition, without).broken();
        if (broken == null) {
            System.out.println("History " + own + " keeps every promise.");
            return false;
        }
        System.out.println("History " + own + " breaks a promise: " + broken.getMessage());
        History shortest = whole.shortened(without, broken.promise());
        List<String> story = new ArrayList<>();
        Violation there = shortest.run(without, story).broken();
        System.out.println(shortest.steps().size() + " of " + steps + " steps are enough:");
        story.forEach(line -> System.out.println("  " + line));
        System.out.println("  " + (there == null ? broken : there).getMessage());
        System.out.println("  Again: ./dev simulate --history " + own + " --steps " + steps + options());
        return true;
    }

    private String options() {
        return (edition == Actions.NEWEST ? "" : " --edition " + edition)
                + without.stream().map(guard -> " --without " + guard).collect(Collectors.joining());
    }

    private int guards() throws InterruptedException {
        int found = 0;
        for (Guard guard : Guard.values()) {
            Report report = run(seed, histories, steps, edition, EnumSet.of(guard), threads, true);
            Map.Entry<Long, Violation> first =
                    report.broken.entrySet().stream().findFirst().orElse(null);
            found += first == null ? 0 : 1;
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %-82s %5d histories  %s%n",
                    guard,
                    guard.promise,
                    report.done.get(),
                    first == null ? "NOTHING FOUND" : first.getValue().promise() + " (" + first.getKey() + ")");
        }
        System.out.println("{\"guards\":" + Guard.values().length + ",\"found\":" + found + "}");
        return found == Guard.values().length ? 0 : 1;
    }

    private String json(Report report) {
        return String.format(
                Locale.ROOT,
                "{\"histories\":%d,\"steps\":%d,\"seed\":%d,\"seconds\":%.1f,\"broken\":%d,\"kindsOfEvents\":%d,\"faults\":{%s}}",
                report.done.get(),
                report.done.get() * steps,
                seed,
                report.nanoseconds / 1e9,
                report.broken.size(),
                report.kinds.size(),
                counts(Fault.values(), report.faults));
    }

    private static <E extends Enum<E>> String counts(E[] all, Map<E, Long> counted) {
        return Arrays.stream(all)
                .map(each -> "\"" + each.name().toLowerCase(Locale.ROOT) + "\":" + counted.getOrDefault(each, 0L))
                .collect(Collectors.joining(","));
    }
}
