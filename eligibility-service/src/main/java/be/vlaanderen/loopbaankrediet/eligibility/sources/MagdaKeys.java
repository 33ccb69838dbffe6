package be.vlaanderen.loopbaankrediet.eligibility.sources;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which MAGDA knows the asker, from PKCS12 files outside the project. Without a key store nothing is signed and the connection is
 * the usual one; a wrong file or password stops the service at its start, not at the first question.
 */
@Singleton
@Startup
final class MagdaKeys {

    /** No mutual TLS and no signature. */
    static final MagdaKeys NONE = new MagdaKeys();

    private final @Nullable SSLContext tls;
    private final @Nullable SignedEnvelope signature;

    private MagdaKeys() {
        this.tls = null;
        this.signature = null;
    }

    @Inject
    MagdaKeys(
            @ConfigProperty(name = "magda.keystore") Optional<String> keyStore,
            @ConfigProperty(name = "magda.keystore-password") Optional<String> keyPassword,
            @ConfigProperty(name = "magda.truststore") Optional<String> trustStore,
            @ConfigProperty(name = "magda.truststore-password") Optional<String> trustPassword,
            @ConfigProperty(name = "magda.sign") boolean sign) {
        char[] password = keyPassword.orElse("").toCharArray();
        KeyStore keys = keyStore.map(file -> read(file, password)).orElse(null);
        KeyStore trusted = trustStore
                .map(file -> read(file, trustPassword.orElse("").toCharArray()))
                .orElse(null);
        if (sign && keys == null) {
            throw new IllegalStateException("MAGDA_SIGN needs MAGDA_KEYSTORE");
        }
        try {
            this.tls = keys == null && trusted == null ? null : context(keys, password, trusted);
            this.signature =
                    sign && keys != null ? new SignedEnvelope(keys, alias(keys), keyPassword.orElse("")) : null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys for MAGDA cannot be used", e);
        }
    }

    /** Absent when the connection is the usual one. */
    @Nullable SSLContext tls() {
        return tls;
    }

    /** Absent when questions are not signed. */
    @Nullable SignedEnvelope signature() {
        return signature;
    }

    private static KeyStore read(String file, char[] password) {
        try (InputStream bytes = Files.newInputStream(Path.of(file))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes, password);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a key or trust store for MAGDA cannot be read", e);
        }
    }

    private static String alias(KeyStore keys) throws GeneralSecurityException {
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                return alias;
            }
        }
        throw new IllegalStateException("MAGDA_KEYSTORE holds no private key");
    }

    private static SSLContext context(@Nullable KeyStore keys, char[] password, @Nullable KeyStore trusted)
            throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }
}
