package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String BODY = "what do ya want for nothing?";
    private static final String RIGHT = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private final WebhookSignature signature = new WebhookSignature("Jefe");

    @Test
    void the_example_of_rfc_4231_is_right() {
        assertTrue(proves("sha256=" + RIGHT));
    }

    @Test
    void everything_else_is_wrong() {
        assertFalse(proves(null));
        assertFalse(proves(""));
        assertFalse(proves(RIGHT));
        assertFalse(proves("sha256="));
        assertFalse(proves("sha256=" + RIGHT.substring(2)));
        assertFalse(proves("sha256=00" + RIGHT.substring(2)));
        assertFalse(proves("sha256=zz" + RIGHT.substring(2)));
        assertFalse(proves("sha512=" + RIGHT));
        assertFalse(signature.proves((BODY + " ").getBytes(StandardCharsets.UTF_8), "sha256=" + RIGHT));
    }

    private boolean proves(String header) {
        return signature.proves(BODY.getBytes(StandardCharsets.UTF_8), header);
    }
}
