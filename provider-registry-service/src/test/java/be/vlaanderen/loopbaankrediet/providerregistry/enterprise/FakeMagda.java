package be.vlaanderen.loopbaankrediet.providerregistry.enterprise;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MAGDA as far as this service needs it: every enterprise is active, unless a test says otherwise. */
public class FakeMagda implements QuarkusTestResourceLifecycleManager {

    private static final Pattern NUMBER = Pattern.compile("<Ondernemingsnummer>([0-9]+)</Ondernemingsnummer>");
    private static final Set<String> STOPPED = ConcurrentHashMap.newKeySet();
    private static final Set<String> UNKNOWN = ConcurrentHashMap.newKeySet();
    private static final Set<String> SILENT = ConcurrentHashMap.newKeySet();

    private HttpServer server;

    /** The enterprise is active from now on. */
    public static void active(String enterprise) {
        STOPPED.remove(enterprise);
        UNKNOWN.remove(enterprise);
        SILENT.remove(enterprise);
    }

    public static void stopped(String enterprise) {
        STOPPED.add(enterprise);
    }

    public static void unknown(String enterprise) {
        UNKNOWN.add(enterprise);
    }

    public static void silent(String enterprise) {
        SILENT.add(enterprise);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/Magda-02.00/soap/WebService", FakeMagda::answer);
        server.start();
        return Map.of("MAGDA_URL", "http://localhost:" + server.getAddress().getPort(), "magda.pause", "1s");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher found = NUMBER.matcher(question);
            String number = found.find() ? found.group(1) : "";
            byte[] reply = reply(number).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(SILENT.contains(number) ? 503 : 200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private static String reply(String number) {
        if (STOPPED.contains(number)) {
            return stoppedEnterprise(number);
        }
        return UNKNOWN.contains(number) ? nothingFound() : enterprise(number, "AC");
    }

    /** The whole reply about a stopped enterprise, as it was recorded, about another number. */
    static String stoppedEnterprise(String number) {
        try (InputStream recorded =
                Objects.requireNonNull(FakeMagda.class.getResourceAsStream("/magda/stopped-enterprise.xml"))) {
            return new String(recorded.readAllBytes(), StandardCharsets.UTF_8).replace("0417000723", number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String enterprise(String number, String status) {
        return envelope("<Antwoorden><Antwoord><Inhoud><Onderneming><Ondernemingsnummer>" + number
                + "</Ondernemingsnummer><StatusKBO><Code>" + status
                + "</Code></StatusKBO></Onderneming></Inhoud></Antwoord></Antwoorden>");
    }

    static String nothingFound() {
        return envelope("<Antwoorden><Antwoord>" + exception("30001") + "</Antwoord></Antwoorden>");
    }

    static String exception(String code) {
        return "<Uitzonderingen><Uitzondering><Identificatie>" + code
                + "</Identificatie><Type>FOUT</Type></Uitzondering></Uitzonderingen>";
    }

    static String envelope(String content) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + "<w:GeefOndernemingResponse xmlns:w=\"urn:w\"><Repliek>" + content
                + "</Repliek></w:GeefOndernemingResponse></s:Body></s:Envelope>";
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
