package be.vlaanderen.loopbaankrediet.providerregistry.namecheck;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** {@code POST {name, iban}}, answered by {@code {"result": "MATCH"}}; bounded in time and size. */
final class NameCheckOverHttp implements NameCheck {

    private static final Logger LOG = Logger.getLogger(NameCheckOverHttp.class);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int ANSWER_LIMIT = 64 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI url;
    private final ObjectMapper json;

    NameCheckOverHttp(URI url, ObjectMapper json) {
        this.url = url;
        this.json = json;
    }

    @Override
    public NameMatch check(String name, String iban) {
        try {
            HttpRequest request = HttpRequest.newBuilder(url)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("name", name, "iban", iban))))
                    .build();
            HttpResponse<byte[]> answer = send(request);
            if (answer.statusCode() == 200) {
                return NameMatch.valueOf(
                        json.readTree(answer.body()).path("result").asText());
            }
            LOG.warnf("the name check answered HTTP %d", answer.statusCode());
        } catch (IOException | ExecutionException | TimeoutException | IllegalArgumentException e) {
            LOG.warnf("the name check gave no answer (%s)", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return NameMatch.NOT_AVAILABLE;
    }

    @Override
    public boolean isThere() {
        return true;
    }

    private HttpResponse<byte[]> send(HttpRequest request)
            throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_LIMIT));
        try {
            return answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }
}
