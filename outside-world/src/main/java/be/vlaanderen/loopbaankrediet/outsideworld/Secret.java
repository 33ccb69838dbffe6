package be.vlaanderen.loopbaankrediet.outsideworld;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A secret from the settings. One that is not set is equal to nothing, so what it guards stays closed. */
public final class Secret {

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Secret of(Optional<String> setting) {
        return new Secret(setting.orElse("").getBytes(StandardCharsets.UTF_8));
    }

    public boolean isSet() {
        return bytes.length > 0;
    }

    /** Takes as long whether the first or the last character differs. */
    public boolean is(@Nullable String given) {
        return given != null && isSet() && MessageDigest.isEqual(bytes, given.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code sha256=<hex>}: HMAC-SHA256 of a body with this secret. */
    public String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
