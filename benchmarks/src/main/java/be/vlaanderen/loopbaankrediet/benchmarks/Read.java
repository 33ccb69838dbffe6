package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import java.util.List;

/** Looking at one's wallet, in turns with a constant from the same HTTP stack and with a row from plain CRUD. */
final class Read implements Benchmark {

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String about() {
        return "GET /wallet/v1/me, 32 connections, tokens checked; beside a constant of the same HTTP stack (no token, no database) and"
                + " plain CRUD (Panache: token, one row).";
    }

    @Override
    public String takes() {
        return "10 minutes";
    }

    @Override
    public void run(Options options, Screen screen, Report report) {
        try (Rig rig = new Rig(options, screen, List.of(Part.WALLET), Book.ENOUGH_BUDGET);
                Yardstick yardstick = new Yardstick(rig, options)) {
            rig.tellSettings(report);
            screen.line("Granting credit to " + options.wallets + " citizens");
            rig.grantCredit(0, options.wallets);
            screen.line("Signing tokens");
            Citizens citizens = new Citizens(rig.world(), 0, options.wallets);
            Load wallet = new Load("localhost", rig.port(Part.WALLET), options.connections);
            Load crud = yardstick.load(options.connections);
            byte[] constant = HttpConnection.request("GET", "/crud/v1/constant", "", "");

            screen.line("Warming up");
            long failures = wallet.warmUp(screen, options, citizens::looks);
            failures += crud.warmUp(screen, options, citizens::looksAtTheYardstick);
            failures += crud.warmUp(screen, options, number -> constant);

            Rounds limits = new Rounds();
            Rounds reads = new Rounds();
            Rounds plain = new Rounds();
            Rounds cpu = new Rounds();
            Rounds plainCpu = new Rounds();
            Rounds share = new Rounds();
            Rounds beside = new Rounds();
            try (Profile _ = Profile.of(options, rig, rig.process(Part.WALLET), name())) {
                for (int round = 1; round <= options.rounds; round++) {
                    screen.line("Round " + round + " of " + options.rounds);
                    double before = crud.asFastAsPossible(options.half(), number -> constant)
                            .perSecond();
                    double used = rig.cpuSeconds(Part.WALLET);
                    Load.Measured read = wallet.asFastAsPossible(options.time(), citizens::looks);
                    cpu.add((rig.cpuSeconds(Part.WALLET) - used) * 1000 / Math.max(1, read.answers()));
                    double usedCrud = yardstick.cpuSeconds();
                    Load.Measured row = crud.asFastAsPossible(options.time(), citizens::looksAtTheYardstick);
                    plainCpu.add((yardstick.cpuSeconds() - usedCrud) * 1000 / Math.max(1, row.answers()));
                    double after = crud.asFastAsPossible(options.half(), number -> constant)
                            .perSecond();
                    limits.add(before);
                    limits.add(after);
                    reads.add(read.perSecond());
                    plain.add(row.perSecond());
                    share.add(read.perSecond() / ((before + after) / 2));
                    beside.add(read.perSecond() / row.perSecond());
                    failures += read.failures() + row.failures();
                    Book.tell(screen, read);
                    Book.tell(screen, row);
                }
            }
            double rate = reads.median() / 2;
            screen.line(String.format("Latency at %.0f reads per second", rate));
            Load.Measured latency = wallet.atRate(rate, options.time(), citizens::looks);
            failures += latency.failures();
            report.rounds("reads per second", reads)
                    .rounds("constants per second", limits)
                    .atLeast("share of the limit", share.median(), 0.5)
                    .rounds("plain CRUD reads per second", plain)
                    .rounds("times plain CRUD", beside)
                    .figure("service CPU per read, ms", cpu.median())
                    .figure("plain CRUD CPU per read, ms", plainCpu.median())
                    .figure("at a fixed rate of reads per second", rate)
                    .figure("median, ms", latency.millis(50))
                    .figure("p99, ms", latency.millis(99))
                    .figure("p99.9, ms", latency.millis(99.9))
                    .must("failures", failures, 0)
                    .count("memory of the service, MiB", Jvm.memoryMiB(rig.process(Part.WALLET)));
        }
    }
}
