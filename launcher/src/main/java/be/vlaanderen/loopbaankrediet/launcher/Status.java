package be.vlaanderen.loopbaankrediet.launcher;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A table of the parts: where, which process, in what state, with how much memory. */
@Command(name = "status")
final class Status implements Callable<Integer> {

    @Override
    public Integer call() {
        Place place = Place.fromEnvironment();
        System.out.printf("%-26s %-34s %8s  %-12s %s%n", "part", "address", "process", "state", "memory");
        long sum = 0;
        int ready = 0;
        try (Http http = new Http(place)) {
            for (Part part : Part.values()) {
                Optional<ChildProcess> process = ChildProcess.find(place, part);
                OptionalLong memory =
                        process.map(ChildProcess::handle).map(Machine::usedMiB).orElse(OptionalLong.empty());
                String state = process.isEmpty() ? "stopped" : state(http, place, part);
                System.out.printf(
                        Locale.ROOT,
                        "%-26s %-34s %8s  %-12s %s%n",
                        part.folder(),
                        place.address(part),
                        process.map(one -> String.valueOf(one.handle().pid())).orElse("-"),
                        state,
                        memory.isPresent() ? memory.getAsLong() + " MiB" : "-");
                sum += memory.orElse(0);
                ready += state.equals("ready") ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT, "%d of %d parts are ready; together %,d MiB.%n", ready, Part.values().length, sum);
        return ready == Part.values().length ? 0 : 1;
    }

    private static String state(Http http, Place place, Part part) {
        if (!part.isApplication()) {
            return Machine.isFree(place.port(part)) ? "not ready" : "ready";
        }
        try {
            return http.get(part, "/q/health/ready", null).status() == 200 ? "ready" : "not ready";
        } catch (Trouble noAnswer) {
            return "not ready";
        }
    }
}
