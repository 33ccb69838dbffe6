package be.vlaanderen.loopbaankrediet.eligibility.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.Ssin;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Mutual TLS and signed questions, against a stub that demands a known certificate and really verifies. Every key is made in the test. */
class MagdaKeysTest {

    private static final Ssin PERSON = Ssin.of("87660415376", true).orElseThrow();
    private static final String PASSWORD = "only-in-this-test";

    @TempDir
    static Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpsServer server;
    private volatile @Nullable String refused;
    private volatile String asked = "";

    @BeforeAll
    static void make_keys() throws Exception {
        for (String name : List.of("platform", "asker", "stranger")) {
            keytool(
                    "-genkeypair",
                    "-alias",
                    name,
                    "-keyalg",
                    "RSA",
                    "-keysize",
                    "2048",
                    "-validity",
                    "2",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "SAN=dns:localhost,ip:127.0.0.1",
                    "-keystore",
                    store(name));
            keytool("-exportcert", "-alias", name, "-keystore", store(name), "-file", file(name + ".cer"));
        }
        for (String name : List.of("platform", "asker")) {
            keytool(
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    name,
                    "-file",
                    file(name + ".cer"),
                    "-keystore",
                    store("trusts-" + name));
        }
        for (String name : List.of("asker", "stranger")) {
            keytool(
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    name,
                    "-file",
                    file(name + ".cer"),
                    "-keystore",
                    store("lets-both-in"));
        }
    }

    @BeforeEach
    void start() throws Exception {
        serve("trusts-asker");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_question_with_the_right_key_is_signed_and_answered() throws Exception {
        assertEquals(Region.FLANDERS, answered());
        assertTrue(asked.contains("BinarySecurityToken"));
        assertTrue(asked.contains("rsa-sha256"));
    }

    @Test
    void who_shows_no_certificate_or_an_unknown_one_gets_no_connection() {
        silent(
                new MagdaKeys(Optional.empty(), Optional.empty(), trusted(), Optional.of(PASSWORD), false),
                Instant.now());
        assertEquals("", asked);
        silent(keys("stranger", true), Instant.now());
        assertEquals("", asked);
    }

    @Test
    void a_platform_that_is_not_trusted_is_not_asked() {
        silent(
                new MagdaKeys(
                        Optional.of(store("asker")),
                        Optional.of(PASSWORD),
                        Optional.of(store("trusts-asker")),
                        Optional.of(PASSWORD),
                        true),
                Instant.now());
        assertEquals("", asked);
    }

    @Test
    void a_signature_with_another_key_is_refused() throws Exception {
        server.stop(0);
        serve("lets-both-in");
        silent(keys("stranger", true), Instant.now());
        assertTrue(String.valueOf(refused).startsWith("not verified"), refused);
    }

    @Test
    void a_question_without_a_signature_is_refused() {
        silent(keys("asker", false), Instant.now());
        assertEquals("nothing signed", refused);
    }

    @Test
    void an_expired_timestamp_is_refused() {
        silent(keys("asker", true), Instant.now().minus(Duration.ofMinutes(10)));
        assertTrue(String.valueOf(refused).contains("timestamp"), refused);
    }

    @Test
    void a_body_that_was_changed_on_the_way_is_refused() throws Exception {
        answered();
        String changed = asked.replace("87660415376", "87660415475");
        assertTrue(String.valueOf(verify(changed)).startsWith("not verified"));
        String later = asked.replaceAll("(<wsu:Expires>)[0-9]{4}", "$1" + "2999");
        assertTrue(String.valueOf(verify(later)).startsWith("not verified"), "the timestamp is signed too");
        assertEquals(null, verify(asked));
    }

    @Test
    void keys_that_cannot_be_used_stop_the_service_at_its_start() {
        for (String file : List.of(store("asker"), file("absent.p12"), store("trusts-platform"))) {
            assertThrows(
                    IllegalStateException.class,
                    () -> new MagdaKeys(
                            Optional.of(file),
                            Optional.of(file.equals(store("asker")) ? "wrong" : PASSWORD),
                            Optional.empty(),
                            Optional.empty(),
                            true));
        }
        assertThrows(
                IllegalStateException.class,
                () -> new MagdaKeys(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true));
    }

    private void serve(String lets) throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store("platform"), store(lets))) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
                ssl.setNeedClientAuth(true);
                parameters.setSSLParameters(ssl);
            }
        });
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        refused = verify(asked);
        byte[] reply = MagdaXml.answer("GeefPersoon", MagdaXml.person(PERSON.digits(), "BEL", "44021"))
                .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(refused == null ? 200 : 403, refused == null ? reply.length : -1);
            if (refused == null) {
                exchange.getResponseBody().write(reply);
            }
        }
    }

    /** Why it is not accepted; absent when it is. */
    private static @Nullable String verify(String envelope) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(envelope.getBytes(StandardCharsets.UTF_8)));
            Merlin trusted = new Merlin();
            trusted.setKeyStore(open(store("trusts-asker")));
            trusted.setTrustStore(open(store("trusts-asker")));
            RequestData request = new RequestData();
            request.setWssConfig(WSSConfig.getNewInstance());
            request.setSigVerCrypto(trusted);
            request.setDisableBSPEnforcement(false);
            WSHandlerResult result = new WSSecurityEngine().processSecurityHeader(document, request);
            Set<String> signed = new TreeSet<>();
            for (WSSecurityEngineResult each : result == null
                    ? List.<WSSecurityEngineResult>of()
                    : result.getActionResults().getOrDefault(WSConstants.SIGN, List.of())) {
                if (each.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> parts) {
                    parts.forEach(
                            part -> signed.add(((WSDataRef) part).getName().getLocalPart()));
                }
            }
            if (signed.isEmpty()) {
                return "nothing signed";
            }
            return signed.equals(Set.of("BinarySecurityToken", "Body", "Timestamp")) ? null : "only signed: " + signed;
        } catch (Exception e) {
            return "not verified: " + e.getMessage();
        }
    }

    private Region answered() {
        try {
            return magda(keys("asker", true), Instant.now()).region(PERSON);
        } catch (SourceSilent e) {
            return fail(e.getMessage() + ", " + refused);
        }
    }

    private void silent(MagdaKeys keys, Instant now) {
        assertThrows(SourceSilent.class, () -> magda(keys, now).region(PERSON));
    }

    private Magda magda(MagdaKeys keys, Instant now) {
        return new Magda(
                new Outside(),
                URI.create("https://localhost:" + server.getAddress().getPort()),
                "sender",
                "capacity",
                keys,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static MagdaKeys keys(String name, boolean sign) {
        return new MagdaKeys(Optional.of(store(name)), Optional.of(PASSWORD), trusted(), Optional.of(PASSWORD), sign);
    }

    private static Optional<String> trusted() {
        return Optional.of(store("trusts-platform"));
    }

    private static SSLContext context(String keys, String trusted) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(open(keys), PASSWORD.toCharArray());
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(open(trusted));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }

    private static KeyStore open(String file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(Path.of(file))) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        return store;
    }

    private static String store(String name) {
        return file(name + ".p12");
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), String.join(" ", arguments));
    }
}
