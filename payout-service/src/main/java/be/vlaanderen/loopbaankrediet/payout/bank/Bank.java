package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.payout.registry.HttpCalls;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.UUID;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bank's file exchange. */
@Singleton
class Bank {

    private final HttpCalls http;
    private final String url;
    private final ObjectMapper json = EventStore.json();

    @Inject
    Bank(HttpCalls http, @ConfigProperty(name = "payout.bank-url") String url) {
        this.http = http;
        this.url = url;
    }

    /**
     * The same id twice is one file to the bank.
     *
     * @return false when the bank refuses the file
     * @throws IOException when it is not sure that the bank has the file
     */
    boolean send(UUID batch, String file) throws IOException {
        HttpCalls.Reply reply = http.send(HttpRequest.newBuilder(URI.create(url + "/bank/files"))
                .header("Content-Type", "application/xml")
                .header("X-File-Id", batch.toString())
                .POST(HttpRequest.BodyPublishers.ofString(file))
                .build());
        if (reply.status() >= 400 && reply.status() < 500) {
            return false;
        }
        if (!reply.ok()) {
            throw new IOException("the bank answers " + reply.status());
        }
        return true;
    }

    /** Numbers of the files after a number, in order. */
    LongStream filesAfter(long number) throws IOException {
        HttpCalls.Reply reply = http.send(HttpRequest.newBuilder(URI.create(url + "/bank/files?after=" + number))
                .header("Accept", "application/json")
                .build());
        if (!reply.ok()) {
            throw new IOException("the bank answers " + reply.status());
        }
        return json.readTree(reply.body())
                .path("files")
                .valueStream()
                .map(file -> file.path("number"))
                .filter(JsonNode::isIntegralNumber)
                .mapToLong(JsonNode::longValue)
                .filter(each -> each > number)
                .sorted();
    }

    String file(long number) throws IOException {
        HttpCalls.Reply reply = http.send(HttpRequest.newBuilder(URI.create(url + "/bank/files/" + number))
                .header("Accept", "application/xml")
                .build());
        if (!reply.ok()) {
            throw new IOException("the bank answers " + reply.status());
        }
        return reply.body();
    }
}
