package be.vlaanderen.loopbaankrediet.sessionclaims;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * eligibility-service and provider-registry-service as far as they are asked who somebody is. The answer depends on the first digits of the
 * citizen number in the token that is passed on.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    /** Nobody knows this person. */
    static final String UNKNOWN = "99";
    /** For this person the service is out of order. */
    static final String OUT_OF_ORDER = "97";
    /** For this person the service answers something else than promised. */
    static final String GIBBERISH = "96";

    private static final Pattern NUMBER = Pattern.compile("\"rrn\":\"([0-9]+)\"");

    private final HttpServer server = create();

    static UUID citizen(String number) {
        return UUID.nameUUIDFromBytes(("citizen " + number).getBytes(StandardCharsets.UTF_8));
    }

    static UUID counsellor(String number) {
        return UUID.nameUUIDFromBytes(("counsellor " + number).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> start() {
        server.createContext(
                "/eligibility/v1/me",
                exchange -> answer(exchange, number -> "{\"citizen\":\"" + citizen(number) + "\"}"));
        server.createContext(
                "/provider-registry/v1/me",
                exchange -> answer(
                        exchange,
                        number -> "{\"counsellor\":\"" + counsellor(number)
                                + "\",\"name\":\"Nele Peeters\",\"status\":\"REGISTERED\",\"route\":\"R1\",\"vatLiable\":true}"));
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "ELIGIBILITY_URL",
                url,
                "PROVIDER_REGISTRY_URL",
                url,
                // so few, that a test can reach them
                "loopbaankrediet.signals.identical-blocks",
                "3",
                "loopbaankrediet.signals.new-citizens",
                "3",
                "loopbaankrediet.signals.same-employer",
                "3");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private interface Known {
        String json(String number);
    }

    private static void answer(HttpExchange exchange, Known known) throws IOException {
        String number = number(exchange.getRequestHeaders().getFirst("Authorization"));
        int status = number.startsWith(UNKNOWN) ? 404 : number.startsWith(OUT_OF_ORDER) ? 500 : 200;
        byte[] body = (status == 200 && !number.startsWith(GIBBERISH) ? known.json(number) : "{}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String number(String bearer) {
        String claims = bearer.substring("Bearer ".length()).split("\\.", -1)[1];
        Matcher matcher = NUMBER.matcher(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
        return matcher.find() ? matcher.group(1) : UNKNOWN;
    }

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
