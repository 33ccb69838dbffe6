package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import be.vlaanderen.loopbaankrediet.launcher.Screen;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * From a claim to its approved payout, at a fixed rate. The claims come as {@code ClaimSubmitted} on the topic of session-claims-service,
 * because a claim over HTTP first needs a booking, a payment, a session and a citizen who confirms it.
 */
final class Flow implements Benchmark {

    private static final String LIMIT_TOPIC = "benchmark.limit";
    private static final long SLOWEST_MICROS = 60_000_000;
    /** A service that has just started compiles, and compiling takes the processor from what is measured. */
    private static final int WARMING_ROUNDS = 9;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Override
    public String name() {
        return "flow";
    }

    @Override
    public String about() {
        return "ClaimSubmitted on Kafka until a Kafka consumer reads its PayoutApproved, at 50 claims per second; beside one commit plus"
                + " one message produced and consumed, at the same rate.";
    }

    @Override
    public String takes() {
        return "5 minutes";
    }

    @Override
    public void run(Options options, Screen screen, Report report) {
        int aRound = options.rate * options.seconds;
        int warming = aRound * (options.seconds < 10 ? 1 : WARMING_ROUNDS);
        int claims = warming + aRound * options.rounds;
        try (Rig rig = new Rig(options, screen, List.of(Part.PAYOUT), Book.ENOUGH_BUDGET);
                KafkaProducer<String, String> producer = rig.producer(0)) {
            report.text("fsync", rig.text(Part.PAYOUT, "SHOW fsync"))
                    .text("synchronous_commit", rig.text(Part.PAYOUT, "SHOW synchronous_commit"));
            screen.line("Telling payout-service about " + claims + " paid bookings");
            book(rig, producer, claims);
            makeTopic(rig);
            rig.execute(Part.PAYOUT, "CREATE TABLE flow_limit (id text PRIMARY KEY)");
            Histogram limit = new Histogram(SLOWEST_MICROS, 3);
            Histogram flow = new Histogram(SLOWEST_MICROS, 3);
            Rounds limits = new Rounds();
            Rounds flows = new Rounds();
            Rounds times = new Rounds();
            Map<String, Double> everything = new TreeMap<>();
            long lost = 0;
            try (Watch watch = new Watch(rig);
                    Connection connection = rig.connect(Part.PAYOUT);
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO flow_limit VALUES (?)")) {
                screen.line("Warming up");
                Histogram unused = watch.measure(options.rate, 0, warming, number -> claim(producer, number));
                unused = watch.measure(options.rate, 0, aRound / 2, number -> one(insert, producer));
                try (Profile _ = Profile.of(options, rig, rig.process(Part.PAYOUT), name())) {
                    for (int round = 1; round <= options.rounds; round++) {
                        screen.line("Round " + round + " of " + options.rounds);
                        Histogram before = watch.measure(options.rate, 0, aRound / 2, number -> one(insert, producer));
                        Map<String, Double> used = rig.cpuSecondsOfAll();
                        Histogram claimed = watch.measure(
                                options.rate,
                                warming + (round - 1L) * aRound,
                                aRound,
                                number -> claim(producer, number));
                        rig.cpuSecondsOfAll()
                                .forEach((who, seconds) ->
                                        everything.merge(who, seconds - used.getOrDefault(who, 0.0), Double::sum));
                        Histogram after = watch.measure(options.rate, 0, aRound / 2, number -> one(insert, producer));
                        lost += aRound - claimed.getTotalCount();
                        before.add(after);
                        limit.add(before);
                        flow.add(claimed);
                        double limitMillis = before.getValueAtPercentile(99) / 1000.0;
                        double flowMillis = claimed.getValueAtPercentile(99) / 1000.0;
                        limits.add(limitMillis);
                        flows.add(flowMillis);
                        times.add(flowMillis / limitMillis);
                    }
                }
            }
            report.count("claims per second", options.rate)
                    .count("claims", flow.getTotalCount())
                    .figure("median, ms", flow.getValueAtPercentile(50) / 1000.0)
                    .rounds("p99, ms", flows)
                    .figure("p99.9 over all rounds, ms", flow.getValueAtPercentile(99.9) / 1000.0)
                    .figure("limit median, ms", limit.getValueAtPercentile(50) / 1000.0)
                    .rounds("limit p99, ms", limits)
                    .atMost("p99, times the limit's", times.median(), 10)
                    .must("claims without an answer", lost, 0);
            everything.forEach((who, seconds) ->
                    report.figure("CPU per claim, ms: " + who, seconds * 1000 / Math.max(1, flow.getTotalCount())));
        } catch (SQLException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A counsellor, and bookings with budget and co-payment. */
    private static void book(Rig rig, KafkaProducer<String, String> producer, int claims) {
        Rig.registerCounsellor(producer);
        String at = Instant.now().toString();
        for (int number = 0; number < claims; number++) {
            UUID wallet = World.citizen(number);
            Rig.send(
                    producer,
                    Part.WALLET,
                    "BlockReserved.v1",
                    wallet,
                    "{\"wallet\":\"" + wallet + "\",\"booking\":\"" + booking(number) + "\",\"counsellor\":\""
                            + Rig.COUNSELLOR
                            + "\",\"halfHours\":4,\"coPaymentCents\":" + Rig.CO_PAYMENT_CENTS + ",\"reservedAt\":\""
                            + at
                            + "\"}");
            Rig.send(
                    producer,
                    Part.WALLET,
                    "CoPaymentReceived.v1",
                    wallet,
                    "{\"wallet\":\"" + wallet + "\",\"booking\":\"" + booking(number) + "\",\"amountCents\":"
                            + Rig.CO_PAYMENT_CENTS + ",\"receivedAt\":\"" + at + "\"}");
        }
        Rig.until(
                "payout-service to know the bookings",
                Duration.ofMinutes(3).plusMillis(20L * claims),
                () -> rig.count(Part.PAYOUT, "SELECT count(*) FROM event WHERE name = 'CoPaymentRecorded'") == claims
                        && rig.count(Part.PAYOUT, "SELECT count(*) FROM event WHERE name = 'BudgetCommitted'") == claims
                        && rig.count(Part.PAYOUT, "SELECT count(*) FROM event WHERE name = 'CounsellorRecorded'") == 1);
    }

    private static UUID booking(long number) {
        return new UUID(1, number);
    }

    private static UUID claim(KafkaProducer<String, String> producer, long number) {
        UUID claim = new UUID(2, number);
        UUID wallet = World.citizen(number);
        Instant now = Instant.now();
        Rig.send(
                producer,
                Part.SESSION_CLAIMS,
                "ClaimSubmitted.v1",
                booking(number),
                "{\"claim\":\"" + claim + "\",\"booking\":\"" + booking(number) + "\",\"wallet\":\"" + wallet
                        + "\",\"counsellor\":\"" + Rig.COUNSELLOR + "\",\"sessions\":[{\"session\":\""
                        + new UUID(3, number)
                        + "\",\"deliveredOn\":\"" + LocalDate.ofInstant(now, BRUSSELS)
                        + "\",\"halfHours\":4}],\"halfHours\":4,\"submittedAt\":\"" + now + "\"}");
        return claim;
    }

    /** The limit: committed, then sent. */
    private static UUID one(PreparedStatement insert, KafkaProducer<String, String> producer) {
        UUID id = UUID.randomUUID();
        try {
            insert.setString(1, id.toString());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var unused = producer.send(new ProducerRecord<>(LIMIT_TOPIC, id.toString(), "{\"claim\":\"" + id + "\"}"));
        return id;
    }

    private static void makeTopic(Rig rig) throws InterruptedException, ExecutionException, TimeoutException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", rig.kafka()))) {
            admin.createTopics(List.of(new NewTopic(LIMIT_TOPIC, Optional.of(3), Optional.empty())))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    /** Does one thing; the id that its answer will have. */
    private interface Step {
        UUID start(long number);
    }

    /** Reads both topics as any other service would, and notes when which answer came. */
    private static final class Watch implements AutoCloseable {

        private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();
        private final KafkaConsumer<String, String> consumer;
        private final Thread thread;
        private volatile boolean running = true;

        Watch(Rig rig) {
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", rig.kafka(), "enable.auto.commit", "false"),
                    new StringDeserializer(),
                    new StringDeserializer());
            List<TopicPartition> partitions = Stream.of(Part.PAYOUT.topic(), LIMIT_TOPIC)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position); // from here on, and not from the first poll on
            thread = Thread.ofPlatform().name("watch").daemon().start(this::read);
        }

        /** At a fixed rate; from the moment at which each was due until its answer was read. */
        Histogram measure(int perSecond, long first, int count, Step step) {
            Map<String, Long> due = new HashMap<>();
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long at = begin + i * 1_000_000_000L / perSecond;
                Load.awaitNanoTime(at);
                due.put(step.start(first + i).toString(), at);
            }
            Histogram latency = new Histogram(SLOWEST_MICROS, 3);
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (Map.Entry<String, Long> each : due.entrySet()) {
                Long answered = answeredAt.remove(each.getKey());
                while (answered == null && System.nanoTime() < end) {
                    Load.awaitNanoTime(System.nanoTime() + 1_000_000);
                    answered = answeredAt.remove(each.getKey());
                }
                if (answered != null) {
                    latency.recordValue(Math.clamp((answered - each.getValue()) / 1000, 0, SLOWEST_MICROS));
                }
            }
            return latency;
        }

        private void read() {
            ObjectMapper json = new ObjectMapper();
            try (consumer) {
                while (running) {
                    for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                        long now = System.nanoTime();
                        var type = record.headers().lastHeader("ce_type");
                        if (type == null
                                || new String(type.value(), StandardCharsets.UTF_8).endsWith(".PayoutApproved.v1")) {
                            answeredAt.put(
                                    json.readTree(record.value()).path("claim").asText(), now);
                        }
                    }
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws InterruptedException {
            running = false;
            thread.join(5_000);
        }
    }
}
