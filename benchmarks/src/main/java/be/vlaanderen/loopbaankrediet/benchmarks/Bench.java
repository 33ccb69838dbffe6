package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Logging;
import be.vlaanderen.loopbaankrediet.launcher.Part;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dev bench <name>}: one benchmark on servers of its own, bounded in time. */
@Command(name = "./dev bench")
final class Bench implements Callable<Integer> {

    private static final int CONNECTIONS = 32;
    private static final int BLOCKS_A_WALLET = 3;

    @Parameters(index = "0", description = "book or read")
    private String name = "book";

    @Option(names = "--wallets", description = "how many citizens")
    private int wallets = 20_000;

    @Option(names = "--seconds", description = "how long each measurement takes")
    private int seconds = 20;

    private final Path project = Path.of(System.getenv().getOrDefault("DEV_PROJECT", ""))
            .toAbsolutePath()
            .normalize();

    public static void main(String[] arguments) {
        Logging.silent();
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() {
        Screen screen = new Screen(System.out);
        Report report = new Report(name);
        switch (name) {
            case "book" -> book(screen, report);
            case "read" -> read(screen, report);
            default -> {
                System.err.println("There is no benchmark '" + name + "'. There are: book, read.");
                return 2;
            }
        }
        report.print(project.resolve("benchmarks/results"));
        return 0;
    }

    /** Bookings through HTTP with everything on, beside the bare transaction before and after. */
    private void book(Screen screen, Report report) {
        try (Rig rig = new Rig(project, screen, List.of(Part.WALLET, Part.PAYOUT))) {
            screen.line("Granting credit to " + wallets + " citizens");
            rig.grantCredit(wallets);
            screen.line("Signing tokens");
            List<String> headers = headers(rig);
            BareTransaction bare = rig.bareTransaction(Part.WALLET);
            Load load = new Load("localhost", rig.port(Part.WALLET), CONNECTIONS);
            long total = (long) wallets * BLOCKS_A_WALLET;
            long warm = total / 5;
            screen.line("Warming up");
            Load.Measured warmed = load.asFastAsPossible(
                    Duration.ofSeconds(seconds), number -> number < warm ? booking(headers, number) : new byte[0]);
            screen.line("The limit, before");
            Load.Measured before = bare.run(CONNECTIONS, Duration.ofSeconds(seconds / 2));
            screen.line("Booking");
            double cpu = rig.cpuSeconds(Part.WALLET);
            Load.Measured booked = load.asFastAsPossible(
                    Duration.ofSeconds(seconds),
                    number -> warm + number < total ? booking(headers, warm + number) : new byte[0]);
            double used = rig.cpuSeconds(Part.WALLET) - cpu;
            screen.line("The limit, after");
            Load.Measured after = bare.run(CONNECTIONS, Duration.ofSeconds(seconds / 2));
            double limit = (before.perSecond() + after.perSecond()) / 2;
            report.figure("bookings per second", booked.perSecond())
                    .figure("bare transactions per second, before", before.perSecond())
                    .figure("bare transactions per second, after", after.perSecond())
                    .figure("share of the limit", booked.perSecond() / limit)
                    .figure("service CPU per booking, ms", used * 1000 / Math.max(1, booked.answers()))
                    .figure("median, ms", booked.millis(50))
                    .figure("p99, ms", booked.millis(99))
                    .count("bookings", booked.answers())
                    .count("failures", booked.failures() + warmed.failures())
                    .count("memory of the service, MiB", rig.memoryMiB(Part.WALLET));
        }
    }

    /** {@code GET /wallet/v1/me} beside the same HTTP stack answering a constant. */
    private void read(Screen screen, Report report) {
        try (Rig rig = new Rig(project, screen, List.of(Part.WALLET))) {
            rig.grantCredit(wallets);
            List<String> headers = headers(rig);
            Load load = new Load("localhost", rig.port(Part.WALLET), CONNECTIONS);
            Duration time = Duration.ofSeconds(seconds);
            byte[] constant = Load.request("GET", "/q/health/live", "", "");
            Load.Measured unused = load.asFastAsPossible(time, number -> me(headers, number));
            Load.Measured limit = load.asFastAsPossible(time, number -> constant);
            Load.Measured read = load.asFastAsPossible(time, number -> me(headers, number));
            report.figure("reads per second", read.perSecond())
                    .figure("constants per second", limit.perSecond())
                    .figure("share of the limit", read.perSecond() / limit.perSecond())
                    .figure("median, ms", read.millis(50))
                    .figure("p99, ms", read.millis(99))
                    .count("failures", read.failures());
        }
    }

    private List<String> headers(Rig rig) {
        return IntStream.range(0, wallets)
                .parallel()
                .mapToObj(number -> "Authorization: Bearer " + rig.world().citizenToken(number) + "\r\n")
                .toList();
    }

    private static byte[] me(List<String> headers, long number) {
        return Load.request("GET", "/wallet/v1/me", headers.get((int) (number % headers.size())), "");
    }

    private static byte[] booking(List<String> headers, long number) {
        return Load.request(
                "POST",
                "/wallet/v1/me/bookings",
                headers.get((int) (number % headers.size())) + "Idempotency-Key: " + new UUID(number, number) + "\r\n",
                "{\"counsellorId\":\"" + Rig.COUNSELLOR + "\"}");
    }
}
