package be.vlaanderen.loopbaankrediet.sessionclaims.outside;

import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Who decided, for the record: a digest of the subject at the login, never a name. */
public final class Officer {

    private static final int LENGTH = 32;

    private Officer() {}

    public static String pseudonym(Caller caller) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(caller.subject().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
