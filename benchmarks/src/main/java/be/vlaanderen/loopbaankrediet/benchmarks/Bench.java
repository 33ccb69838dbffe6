package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Logging;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./dev bench <name>}: one benchmark on servers of its own, bounded in time. */
@Command(name = "./dev bench")
final class Bench implements Callable<Integer> {

    private static final List<Benchmark> ALL =
            List.of(new Book(), new Read(), new Flow(), new Rush(), new Replay(), new Growth(), new Footprint());

    @Parameters(index = "0", arity = "0..1", description = "which benchmark")
    private String name = "";

    @Mixin
    private final Options options = new Options();

    public static void main(String[] arguments) {
        Logging.silent();
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() {
        Benchmark chosen = ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            System.err.println(
                    name.isEmpty()
                            ? "Which benchmark? There are:"
                            : "There is no benchmark '" + name + "'. There are:");
            ALL.forEach(benchmark -> System.err.println(
                    "  " + benchmark.name() + " (about " + benchmark.takes() + "): " + benchmark.about()));
            System.err.println("Their options:");
            CommandLine.usage(this, System.err);
            return 2;
        }
        Screen screen = new Screen(System.out);
        screen.line(chosen.about());
        screen.line("It takes about " + chosen.takes() + " with the standard sizes.");
        Report report = new Report(chosen.name());
        chosen.run(options, screen, report);
        report.print(options.results());
        report.broken().forEach(System.err::println);
        return report.broken().isEmpty() ? 0 : 1;
    }
}
