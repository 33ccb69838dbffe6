package be.vlaanderen.loopbaankrediet.outsideworld.login;

import be.vlaanderen.loopbaankrediet.outsideworld.KeptMap;
import be.vlaanderen.loopbaankrediet.outsideworld.StateFolder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The key that signs tokens: made at the first start, in a file that only its owner can read. */
@Singleton
public class SigningKey {

    private static final String KEY = "key";

    /** How the key is kept: base64 of PKCS 8 and X.509. */
    record Kept(String id, String privateKey, String publicKey) {}

    /** The public half as others fetch it (RFC 7517). */
    public record Jwk(String kty, String use, String alg, String kid, String n, String e) {}

    /** All public keys. */
    public record Jwks(List<Jwk> keys) {}

    private final String id;
    private final PrivateKey privateKey;
    private final RSAPublicKey publicKey;

    @Inject
    public SigningKey(StateFolder state) {
        KeptMap<Kept> file = state.map("login-key", Kept.class);
        Kept kept = file.get(KEY);
        try {
            if (kept == null) {
                kept = generate();
                file.put(KEY, kept);
            }
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            id = kept.id();
            privateKey = rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept.privateKey())));
            publicKey = (RSAPublicKey) rsa.generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(kept.publicKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the login's key cannot be read", e);
        }
    }

    String id() {
        return id;
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    Jwks published() {
        return new Jwks(List.of(new Jwk(
                "RSA", "sig", "RS256", id, base64(publicKey.getModulus()), base64(publicKey.getPublicExponent()))));
    }

    private static Kept generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Base64.Encoder encoder = Base64.getEncoder();
        return new Kept(
                UUID.randomUUID().toString(),
                encoder.encodeToString(pair.getPrivate().getEncoded()),
                encoder.encodeToString(pair.getPublic().getEncoded()));
    }

    /** Unsigned and big-endian, without the sign byte of Java. */
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = Arrays.copyOfRange(bytes, from, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
