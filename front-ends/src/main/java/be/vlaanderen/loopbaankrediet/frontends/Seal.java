package be.vlaanderen.loopbaankrediet.frontends;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what a browser keeps for us (RFC 7516, {@code dir} with {@code A256GCM}), so that it can neither read nor change it and no
 * instance has to remember anything.
 */
@ApplicationScoped
class Seal {

    private static final Logger LOG = Logger.getLogger(Seal.class);
    private static final int KEY_BYTES = 32;

    private final AesKey key;
    private final ObjectMapper json;

    @Inject
    Seal(@ConfigProperty(name = "session.key") String key, ObjectMapper json) {
        byte[] bytes = Base64.getUrlDecoder().decode(key);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("SESSION_KEY must be 32 bytes in base64url, not " + bytes.length);
        }
        this.key = new AesKey(bytes);
        this.json = json;
    }

    String seal(Object content) {
        try {
            JsonWebEncryption sealed = empty();
            sealed.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
            sealed.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
            sealed.setPayload(json.writeValueAsString(content));
            return sealed.getCompactSerialization();
        } catch (JoseException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when there is nothing, or when it was not sealed with our key. */
    <T> Optional<T> open(@Nullable String sealed, Class<T> type) {
        if (sealed == null || sealed.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonWebEncryption opened = empty();
            opened.setCompactSerialization(sealed);
            return Optional.of(json.readValue(opened.getPayload(), type));
        } catch (JoseException | JsonProcessingException e) {
            LOG.debugf("a cookie that is not ours: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private JsonWebEncryption empty() {
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT));
        encryption.setContentEncryptionAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        encryption.setKey(key);
        return encryption;
    }
}
