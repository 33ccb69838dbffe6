package be.vlaanderen.loopbaankrediet.launcher;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;

/** A table of the parts: where, which process, in what state, with how much memory, and what a service has still to do. */
@Command(name = "status")
final class Status implements Callable<Integer> {

    private static final String ROW = "%-26s %-34s %8s  %-10s %9s %8s %13s%n";
    private static final Pattern DEAD_LETTERS =
            Pattern.compile("^dead_letters(?:\\{[^}]*})? ([0-9.E]+)$", Pattern.MULTILINE);

    @Override
    public Integer call() {
        Place place = Place.fromEnvironment();
        System.out.printf(ROW, "part", "address", "process", "state", "memory", "unread", "dead letters");
        long sum = 0;
        int ready = 0;
        try (Http http = new Http(place);
                Admin admin = KafkaProcess.admin(place.address(Part.KAFKA))) {
            boolean kafka = ChildProcess.find(place, Part.KAFKA).isPresent();
            for (Part part : Part.values()) {
                Optional<ChildProcess> process = ChildProcess.find(place, part);
                OptionalLong memory =
                        process.map(ChildProcess::handle).map(Machine::usedMiB).orElse(OptionalLong.empty());
                boolean isReady = process.isPresent() && isReady(http, place, part);
                boolean service = isReady && part.isService();
                System.out.printf(
                        Locale.ROOT,
                        ROW,
                        part.folder(),
                        place.address(part),
                        process.map(one -> String.valueOf(one.handle().pid())).orElse("-"),
                        process.isEmpty() ? "stopped" : isReady ? "ready" : "not ready",
                        shown(memory, " MiB"),
                        shown(service && kafka ? unread(admin, part.folder()) : OptionalLong.empty(), ""),
                        shown(service ? deadLetters(http, part) : OptionalLong.empty(), ""));
                sum += memory.orElse(0);
                ready += isReady ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT, "%d of %d parts are ready; together %,d MiB.%n", ready, Part.values().length, sum);
        return ready == Part.values().length ? 0 : 1;
    }

    private static String shown(OptionalLong number, String unit) {
        return number.isPresent() ? number.getAsLong() + unit : "-";
    }

    private static boolean isReady(Http http, Place place, Part part) {
        if (!part.isApplication()) {
            return !Machine.isFree(place.port(part));
        }
        try {
            return http.get(part, "/q/health/ready", null).status() == 200;
        } catch (Trouble noAnswer) {
            return false;
        }
    }

    /** Messages in the topics that the service follows and has not taken in yet. */
    private static OptionalLong unread(Admin admin, String group) {
        try {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(5, TimeUnit.SECONDS);
            var ends = admin.listOffsets(read.keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest())));
            long unread = 0;
            for (var partition : read.entrySet()) {
                long end = ends.partitionResult(partition.getKey())
                        .get(5, TimeUnit.SECONDS)
                        .offset();
                unread += end - partition.getValue().offset();
            }
            return OptionalLong.of(unread);
        } catch (ExecutionException | TimeoutException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private static OptionalLong deadLetters(Http http, Part service) {
        try {
            Matcher matcher =
                    DEAD_LETTERS.matcher(http.get(service, "/q/metrics", null).body());
            return matcher.find() ? OptionalLong.of((long) Double.parseDouble(matcher.group(1))) : OptionalLong.empty();
        } catch (Trouble noAnswer) {
            return OptionalLong.empty();
        }
    }
}
