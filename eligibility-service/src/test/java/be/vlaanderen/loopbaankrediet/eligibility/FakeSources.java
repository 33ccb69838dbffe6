package be.vlaanderen.loopbaankrediet.eligibility;

import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaXml;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MAGDA and the files of VDAB for tests; a test tells over HTTP what is answered about whom. */
public class FakeSources implements QuarkusTestResourceLifecycleManager {

    private static final Pattern OPERATION = Pattern.compile("<web:(Geef\\w+)>");
    private static final Pattern ABOUT = Pattern.compile("<(?:INSZ|Ondernemingsnummer)>(\\w+)</");

    private record Kept(int status, String body) {}

    private final Map<String, Kept> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/Magda-02.00/soap/WebService", this::magda);
        server.createContext(
                "/vdab/", exchange -> give(exchange, exchange.getRequestURI().getPath()));
        server.createContext("/control", this::control);
        server.start();
        answers.put("/vdab/used-cheques.csv", new Kept(200, "ssin,usedOn\n"));
        answers.put("/vdab/outplacement.csv", new Kept(200, "ssin,from,to\n"));
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of("MAGDA_URL", url, "VDAB_URL", url, "SSIN_TEST_NUMBERS", "true");
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void magda(HttpExchange exchange) throws IOException {
        String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String operation = first(OPERATION, question);
        String key = operation + "/" + first(ABOUT, question);
        answers.putIfAbsent(key, new Kept(200, MagdaXml.nothingFound(operation)));
        give(exchange, key);
    }

    private void control(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getPath().substring("/control".length());
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, String.valueOf(asked.getOrDefault(key, asked.getOrDefault(key.substring(1), 0))));
            return;
        }
        int status = Integer.parseInt(exchange.getRequestHeaders().getFirst("Status"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answers.put(key.startsWith("/vdab/") ? key : key.substring(1), new Kept(status, body));
        send(exchange, 200, "");
    }

    private void give(HttpExchange exchange, String key) throws IOException {
        asked.merge(key, 1, Integer::sum);
        Kept kept = answers.getOrDefault(key, new Kept(404, ""));
        send(exchange, kept.status(), kept.body());
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** What a test uses to tell this server what to answer. */
    static final class Control {

        private final HttpClient http = HttpClient.newHttpClient();
        private final String url;

        Control(String url) {
            this.url = url + "/control/";
        }

        void magda(String operation, String about, String content) {
            put(operation + "/" + about, 200, MagdaXml.answer(operation, content));
        }

        void put(String key, int status, String body) {
            send(HttpRequest.newBuilder(URI.create(url + key))
                    .header("Status", String.valueOf(status))
                    .PUT(BodyPublishers.ofString(body)));
        }

        int asked(String key) {
            return Integer.parseInt(send(HttpRequest.newBuilder(URI.create(url + key))));
        }

        private String send(HttpRequest.Builder request) {
            try {
                return http.send(request.build(), BodyHandlers.ofString()).body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
