package be.vlaanderen.loopbaankrediet.platform.testkit;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A login for tests: a key that the service under test trusts, and tokens as ACM/IDM gives them, good and bad. */
public final class Login {

    public static final String ISSUER = "http://login.test";
    public static final String AUDIENCE = "loopbaankrediet";

    /** Citizen number of who {@link #officer} is. */
    public static final String OFFICERS_OWN_NUMBER = "80010100107";

    private static final String KEY = "loopbaankrediet.test.login.key";
    private static final String JWKS = "loopbaankrediet.test.login.jwks";

    private Login() {}

    /** Starts serving the public key; returns its address. Safe to call again. */
    public static synchronized String jwksUrl() {
        String known = System.getProperty(JWKS);
        if (known != null) {
            return known;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            // a system property, because tests and resources of one JVM may see different copies of this class
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            RSAPublicKey key = (RSAPublicKey) pair.getPublic();
            byte[] body = """
                    {"keys":[{"kty":"RSA","kid":"test","use":"sig","alg":"RS256","n":"%s","e":"%s"}]}""".formatted(base64(key.getModulus()), base64(key.getPublicExponent()))
                    .getBytes(StandardCharsets.UTF_8);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            String url = "http://localhost:" + server.getAddress().getPort() + "/jwks";
            System.setProperty(JWKS, url);
            return url;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String citizen(String citizenNumber) {
        return sign(citizenClaims(citizenNumber));
    }

    public static String counsellor(String citizenNumber, String enterpriseNumber) {
        return sign(claims(citizenNumber)
                .claim("vo_doelgroepcode", "EA")
                .claim("vo_orgcode", enterpriseNumber)
                .claim("loopbaankrediet_rol_3d", List.of("loopbaanbegeleider:" + enterpriseNumber)));
    }

    public static String officer() {
        return sign(claims(OFFICERS_OWN_NUMBER)
                .claim("vo_doelgroepcode", "GID")
                .claim("vo_orgcode", "OVO000001")
                .claim("loopbaankrediet_rol_3d", List.of("medewerker:OVO000001")));
    }

    public static String service(String client) {
        return sign(Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(client)
                .upn(client)
                .claim("client_id", client)
                .claim("scope", "loopbaankrediet_service")
                .expiresIn(Duration.ofHours(1)));
    }

    public static String expired(String citizenNumber) {
        Instant past = Instant.now().minus(Duration.ofHours(2));
        return sign(citizenClaims(citizenNumber).issuedAt(past).expiresAt(past.plusSeconds(60)));
    }

    /** Within the minute that clocks may differ by: still accepted. */
    public static String endedAMomentAgo(String citizenNumber) {
        Instant now = Instant.now();
        return sign(citizenClaims(citizenNumber).issuedAt(now.minusSeconds(60)).expiresAt(now.minusSeconds(5)));
    }

    public static String fromOtherIssuer(String citizenNumber) {
        return sign(citizenClaims(citizenNumber).issuer("http://somebody.else"));
    }

    public static String forOtherAudience(String citizenNumber) {
        return sign(citizenClaims(citizenNumber).audience("another-application"));
    }

    /** {@code alg: none}: claims that nobody signed. */
    public static String unsigned(String citizenNumber) {
        String[] parts = citizen(citizenNumber).split("\\.", -1);
        String header = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + parts[1] + ".";
    }

    /** Good claims, signed with a key that nobody trusts. */
    public static String signedByAStranger(String citizenNumber) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return citizenClaims(citizenNumber)
                    .jws()
                    .keyId("test")
                    .sign(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Logged in, but the login gave no role for this application. */
    public static String withoutRole(String citizenNumber) {
        return sign(claims(citizenNumber).claim("vo_doelgroepcode", "EA").claim("vo_orgcode", "0123456749"));
    }

    /** Every token that must be answered with 401. */
    public static List<String> notAccepted(String citizenNumber) {
        return List.of(
                expired(citizenNumber),
                fromOtherIssuer(citizenNumber),
                forOtherAudience(citizenNumber),
                unsigned(citizenNumber),
                signedByAStranger(citizenNumber),
                "not-a-token");
    }

    private static JwtClaimsBuilder citizenClaims(String citizenNumber) {
        return claims(citizenNumber).claim("vo_doelgroepcode", "BUR");
    }

    private static JwtClaimsBuilder claims(String citizenNumber) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("person-" + Integer.toHexString(citizenNumber.hashCode()))
                .upn("person-" + Integer.toHexString(citizenNumber.hashCode()))
                .claim("rrn", citizenNumber)
                .claim("vo_id", "vo-" + Integer.toHexString(citizenNumber.hashCode()))
                .expiresIn(Duration.ofHours(1));
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId("test").sign(key());
    }

    private static PrivateKey key() {
        try {
            String encoded = System.getProperty(KEY);
            if (encoded == null) {
                jwksUrl();
                encoded = System.getProperty(KEY);
            }
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
