package be.vlaanderen.loopbaankrediet.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * What the services under load ask of others, answered at once: the login's keys, who a citizen is, a page to pay on. It stands in the
 * process of the benchmark, so that its cost is not counted as theirs.
 */
final class World implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY_ID = "benchmark";
    private static final String ORGANISATION = "0316380841";
    private static final String PAYEE =
            "{\"name\":\"Begeleiding\",\"iban\":\"BE68539007547034\",\"enterpriseNumber\":\"0403019261\","
                    + "\"address\":{\"street\":\"Kerkstraat 1\",\"postalCode\":\"9000\",\"municipality\":\"Gent\"}}";

    private static final int STARTS_WITHIN_SECONDS = 30;

    private final int port;
    private final Vertx server = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final KeyPair keys;

    World(int port) {
        this.port = port;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        String jwks = jwks();
        try {
            server.createHttpServer()
                    .requestHandler(request -> serve(request, jwks))
                    .listen(port, "localhost")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(STARTS_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            close();
            throw new IllegalStateException("port " + port + " cannot be had: does another benchmark run?", e);
        }
    }

    private void serve(HttpServerRequest request, String jwks) {
        switch (request.path()) {
            case "/eligibility/v1/me" -> answer(request, 200, whoIs(request.getHeader("Authorization")));
            case "/login/jwks" -> answer(request, 200, jwks);
            case "/login/token" ->
                answer(request, 200, "{\"access_token\":\"" + serviceToken() + "\",\"expires_in\":28800}");
            case "/bank/files" -> answer(request, 200, "{\"files\":[]}");
            case String path when path.startsWith("/payments") -> answer(request, 201, payment());
            case String path when path.startsWith("/provider-registry/v1/counsellors") -> answer(request, 200, PAYEE);
            case String path when path.startsWith("/vdab") -> answer(request, 200, "");
            default -> answer(request, 404, "{}");
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    String issuer() {
        return address() + "/login";
    }

    /** Of the citizen with this number; nobody else has it. */
    static UUID citizen(long number) {
        return UUID.nameUUIDFromBytes(("citizen " + number).getBytes(StandardCharsets.UTF_8));
    }

    /** A token as the login gives to a citizen; its number stands where a citizen number does. */
    String citizenToken(long number) {
        return token(
                "\"sub\":\"" + citizen(number) + "\",\"rrn\":\"%011d\",\"vo_doelgroepcode\":\"BUR\"".formatted(number));
    }

    /** A token as the login gives to an officer. */
    String officerToken() {
        return token(
                "\"sub\":\"" + citizen(-1) + "\",\"rrn\":\"00000000097\",\"vo_doelgroepcode\":\"GID\",\"vo_orgcode\":\""
                        + ORGANISATION + "\",\"loopbaankrediet_rol_3d\":[\"medewerker:" + ORGANISATION + "\"]");
    }

    private String serviceToken() {
        return token("\"sub\":\"service\",\"client_id\":\"service\",\"scope\":\"loopbaankrediet_service\"");
    }

    private String token(String own) {
        long now = Instant.now().getEpochSecond();
        String body = "{\"iss\":\"" + issuer() + "\",\"aud\":\"loopbaankrediet\",\"iat\":" + now + ",\"exp\":"
                + (now + 8 * 3600) + "," + own + "}";
        String unsigned = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}") + "." + base64(body);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\",\"n\":\""
                + base64(unsigned(key.getModulus().toByteArray())) + "\",\"e\":\""
                + base64(unsigned(key.getPublicExponent().toByteArray())) + "\"}]}";
    }

    private static byte[] unsigned(byte[] bytes) {
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String whoIs(String token) {
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
            return "{\"citizen\":\"" + citizen(Long.parseLong(claims.path("rrn").asText())) + "\"}";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String payment() {
        String id = UUID.randomUUID().toString();
        return "{\"id\":\"" + id + "\",\"status\":\"OPEN\",\"checkoutUrl\":\"http://localhost/checkout/" + id + "\"}";
    }

    private static void answer(HttpServerRequest request, int status, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.close();
    }
}
