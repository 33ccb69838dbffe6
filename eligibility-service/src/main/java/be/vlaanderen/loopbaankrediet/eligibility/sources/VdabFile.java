package be.vlaanderen.loopbaankrediet.eligibility.sources;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One file of VDAB, kept in memory by citizen number and asked again, with its {@code ETag}, for every request. Who waits while another
 * asks shares that answer when the question was put after they came. A file with a line that cannot be read is not taken in.
 */
final class VdabFile<T> {

    /** Eight years of cheques are 218,740 lines of 23 characters: room for ten times that. */
    private static final long BYTES = 64L * 1024 * 1024;

    /** Reads one line, after the header, into what is kept. */
    @FunctionalInterface
    interface Line<T> {
        /** @return false when the line is not of the form that was promised */
        boolean add(Map<Long, T> kept, String[] fields);
    }

    private record Copy<T>(@Nullable String etag, Map<Long, T> byCitizen) {}

    private final Source source;
    private final Outside outside;
    private final URI url;
    private final String header;
    private final Line<T> line;
    private final ReentrantLock asking = new ReentrantLock();
    private Copy<T> copy = new Copy<>(null, Map.of());
    private long askedNanos;
    private boolean everAsked;

    VdabFile(Source source, Outside outside, URI url, String header, Line<T> line) {
        this.source = source;
        this.outside = outside;
        this.url = url;
        this.header = header;
        this.line = line;
    }

    /** The newest content, by citizen number. */
    Map<Long, T> newest() throws SourceSilent {
        long arrived = System.nanoTime();
        try {
            if (!asking.tryLock(2 * Outside.ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SourceSilent(source, "others wait for it already");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceSilent(source, "interrupted");
        }
        try {
            if (!everAsked || askedNanos - arrived < 0) {
                long begun = System.nanoTime();
                copy = ask();
                askedNanos = begun;
                everAsked = true;
            }
            return copy.byCitizen();
        } finally {
            asking.unlock();
        }
    }

    private Copy<T> ask() throws SourceSilent {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).GET();
        if (copy.etag() != null) {
            request.header("If-None-Match", copy.etag());
        }
        HttpResponse<byte[]> response = outside.send(source, request.build(), BYTES);
        return switch (response.statusCode()) {
            case 304 -> copy;
            case 200 -> new Copy<>(response.headers().firstValue("ETag").orElse(null), read(response.body()));
            default -> throw new SourceSilent(source, "HTTP " + response.statusCode());
        };
    }

    private Map<Long, T> read(byte[] body) throws SourceSilent {
        Map<Long, T> kept = new java.util.HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            if (first == null || !first.replace("\uFEFF", "").strip().equals(header)) {
                throw new SourceSilent(source, "another header than promised");
            }
            int number = 1;
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                number++;
                if (!next.isBlank() && !line.add(kept, next.strip().split(",", -1))) {
                    throw new SourceSilent(source, "line " + number + " cannot be read");
                }
            }
        } catch (IOException e) {
            throw new SourceSilent(source, "cannot be read");
        }
        return kept;
    }
}
