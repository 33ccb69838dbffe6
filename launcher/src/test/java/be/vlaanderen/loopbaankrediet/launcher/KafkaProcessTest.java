package be.vlaanderen.loopbaankrediet.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.embedded.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessTest {

    @TempDir
    Path folder;

    @Test
    void the_broker_has_every_topic_and_keeps_the_messages_over_a_restart() throws Exception {
        Logging.silent();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
            KafkaProcess.makeTopics(kafka.bootstrapServers());
            KafkaProcess.makeTopics(kafka.bootstrapServers()); // as at every start
            try (Admin admin = KafkaProcess.admin(kafka.bootstrapServers())) {
                assertTrue(KafkaProcess.isReady(admin));
                var topic = admin.describeTopics(
                                Part.SERVICES.stream().map(Part::topic).toList())
                        .allTopicNames()
                        .get(30, TimeUnit.SECONDS)
                        .get("loopbaankrediet.payout");
                assertEquals(3, topic.partitions().size());
            }
            send(kafka, PayoutMessages.APPROVED, "{\"payout\":\"p1\",\"booking\":\"b1\",\"totalCents\":21780}");
            send(kafka, PayoutMessages.APPROVED, "{\"payout\":\"p1\",\"booking\":\"b1\",\"totalCents\":21780}");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
                PayoutMessages messages = new PayoutMessages(kafka.bootstrapServers())) {
            assertEquals(21_780, messages.approvedCents(), "an earlier payout counts once");

            send(kafka, PayoutMessages.PAID, "{\"payout\":\"p1\",\"amountCents\":21780}");

            Awaitility.await()
                    .until(() ->
                            messages.find(PayoutMessages.PAID, data -> true).isPresent());
            assertEquals(21_780, messages.paidCents());
        }
    }

    private static void send(EmbeddedKafka kafka, String type, String json) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            ProducerRecord<String, String> message = new ProducerRecord<>("loopbaankrediet.payout", "b1", json);
            message.headers()
                    .add(
                            "ce_type",
                            ("be.vlaanderen.loopbaankrediet.payout." + type + ".v1").getBytes(StandardCharsets.UTF_8));
            producer.send(message).get(30, TimeUnit.SECONDS);
        }
    }
}
