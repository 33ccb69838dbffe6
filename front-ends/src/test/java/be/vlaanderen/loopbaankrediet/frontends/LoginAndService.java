package be.vlaanderen.loopbaankrediet.frontends;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** A login that redeems any code, and a service that tells what it was asked; both over HTTP, on a free port. */
public final class LoginAndService implements QuarkusTestResourceLifecycleManager {

    /** What the service was asked. */
    record Asked(String method, String path, String authorization, String cookie) {}

    static final List<Asked> ASKED = new CopyOnWriteArrayList<>();
    static final AtomicReference<String> NONCE = new AtomicReference<>("");
    static final AtomicReference<String> REDEEMED = new AtomicReference<>("");

    private HttpServer server;
    private KeyPair keys;

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        String address = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/login/jwks", exchange -> answer(exchange, jwks()));
        server.createContext("/login/token", exchange -> {
            REDEEMED.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, tokens(address + "/login"));
        });
        server.createContext("/wallet/", exchange -> {
            ASKED.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    "" + exchange.getRequestHeaders().getFirst("Authorization"),
                    "" + exchange.getRequestHeaders().getFirst("Cookie")));
            answer(exchange, "{\"granted\":6}");
        });
        server.start();
        return Map.of(
                "LOGIN_ISSUER", address + "/login",
                "LOGIN_TOKEN_URL", address + "/login/token",
                "LOGIN_JWKS_URL", address + "/login/jwks",
                "WALLET_URL", address,
                "PAYOUT_URL", "http://localhost:1"); // nobody listens there
    }

    private String tokens(String issuer) {
        String idToken = Jwt.issuer(issuer)
                .subject("an")
                .audience("front-ends")
                .claim("name", "An De Smet")
                .claim("nonce", NONCE.get())
                .expiresIn(300)
                .jws()
                .keyId("k1")
                .sign(keys.getPrivate());
        return "{\"access_token\":\"the-token\",\"id_token\":\"" + idToken
                + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    }

    private String jwks() {
        RsaJsonWebKey key = new RsaJsonWebKey((RSAPublicKey) keys.getPublic());
        key.setKeyId("k1");
        key.setUse("sig");
        return new JsonWebKeySet(List.<JsonWebKey>of(key)).toJson();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
