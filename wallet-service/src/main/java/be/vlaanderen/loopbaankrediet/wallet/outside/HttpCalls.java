package be.vlaanderen.loopbaankrediet.wallet.outside;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls to others, bounded in time and size; says nothing about what was in them. */
@Singleton
public class HttpCalls {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1024 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public record Reply(int status, String body) {

        public boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /** @throws IOException when there is no whole answer in time, or one that is too large */
    public Reply send(HttpRequest request) throws IOException {
        CompletableFuture<Reply> answer = http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES))
                .thenApply(response -> new Reply(response.statusCode(), response.body()));
        try {
            return answer.get(WHOLE_CALL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the call failed", e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer in " + WHOLE_CALL, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
