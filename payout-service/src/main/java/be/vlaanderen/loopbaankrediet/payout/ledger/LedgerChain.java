package be.vlaanderen.loopbaankrediet.payout.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The chain over the posting lines: who changes, removes or adds a line afterwards changes every hash after it. Who keeps the last hash
 * elsewhere can also see that the whole chain was made anew.
 */
public final class LedgerChain {

    /** What stands before the first line. */
    public static final String START = "0".repeat(64);

    private LedgerChain() {}

    /** A line as it is posted. */
    public record PostedLine(
            String eventId,
            int line,
            String account,
            long debitCents,
            long creditCents,
            UUID booking,
            Instant bookedAt) {}

    /** SHA-256 in hexadecimal, of the hash before and everything the line says. */
    public static String hash(String previous, PostedLine line) {
        String content = String.join(
                "\n",
                previous,
                line.eventId(),
                Integer.toString(line.line()),
                line.account(),
                Long.toString(line.debitCents()),
                Long.toString(line.creditCents()),
                line.booking().toString(),
                line.bookedAt().toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
