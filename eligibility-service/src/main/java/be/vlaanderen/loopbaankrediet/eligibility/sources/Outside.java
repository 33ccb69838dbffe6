package be.vlaanderen.loopbaankrediet.eligibility.sources;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** HTTP to a source: bounded in time, from the first byte to the last, and in size. */
@Singleton
class Outside {

    static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final HttpClient http;

    @Inject
    Outside() {
        this(null);
    }

    /** @param tls own keys and own trust; absent for the usual ones */
    Outside(@Nullable SSLContext tls) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .followRedirects(HttpClient.Redirect.NEVER);
        http = (tls == null ? builder : builder.sslContext(tls)).build();
    }

    /** @param limit most bytes that are read of an answer */
    HttpResponse<byte[]> send(Source source, HttpRequest request, long limit) throws SourceSilent {
        return send(source, request, limit, ANSWER_WITHIN);
    }

    HttpResponse<byte[]> send(Source source, HttpRequest request, long limit, Duration within) throws SourceSilent {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SourceSilent(source, "no answer in " + within.toSeconds() + " s", true);
        } catch (ExecutionException e) {
            boolean slow = e.getCause() instanceof HttpTimeoutException;
            throw new SourceSilent(
                    source,
                    slow
                            ? "no connection in " + CONNECT_WITHIN.toSeconds() + " s"
                            : "no answer ("
                                    + (e.getCause() == null ? e : e.getCause())
                                            .getClass()
                                            .getSimpleName() + ")",
                    true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceSilent(source, "interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
