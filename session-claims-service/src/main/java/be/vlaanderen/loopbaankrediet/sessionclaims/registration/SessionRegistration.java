package be.vlaanderen.loopbaankrediet.sessionclaims.registration;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.CODE_UNKNOWN;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.TOO_MANY_WRONG_CODES;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Mode;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Session;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Theme;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.register.RegisterSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Finds the block behind a code and registers a session on it, so that two sessions of one counsellor or of one citizen never overlap
 * (D-10), whatever comes at the same moment.
 *
 * <p>An overlap is a matter of two blocks, and a block sees only itself. So registering takes two locks first, of the counsellor and then of
 * the wallet, held to the end of the transaction; who comes second waits, and then sees the row of the first in the view that is written in
 * the same transaction. Advisory locks need no table, and a key that is shared by chance costs only a wait. Every registration takes
 * them in that order, so none waits in a circle.
 */
@Singleton
public class SessionRegistration {

    /** So many different wrong codes may a counsellor try in {@link #WINDOW}. */
    static final int WRONG_CODES = 20;

    static final Duration WINDOW = Duration.ofHours(1);

    /**
     * What a counsellor says took place.
     *
     * @param request the same for a repeat
     */
    public record Told(
            UUID request,
            UUID counsellor,
            String code,
            Instant startedAt,
            Instant endedAt,
            Mode mode,
            List<Theme> themes) {}

    private record Found(UUID booking, UUID wallet) {}

    private final Transactions transactions;
    private final AggregateStore<Block, BlockEvent> blocks;
    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;

    @Inject
    public SessionRegistration(
            Transactions transactions,
            AggregateStore<Block, BlockEvent> blocks,
            AggregateStore<Counsellor, CounsellorEvent> counsellors) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.counsellors = counsellors;
    }

    /**
     * The session that a request means in the block of its code. With the code of another block it is another session: a request that comes
     * again after its key was forgotten does not pass for the session of another block, which overlaps with itself at no time.
     */
    public static UUID session(UUID request, UUID booking) {
        return UUID.nameUUIDFromBytes((request + "/" + booking).getBytes(StandardCharsets.UTF_8));
    }

    /** A wrong code and the code of somebody else's booking get the same answer, and only so many of them. */
    public Outcome<Block, BlockEvent> register(Told told, Instant now) {
        return transactions.in(connection -> {
            lock(connection, "counsellor", told.counsellor());
            if (wrongCodes(connection, told.counsellor(), now) >= WRONG_CODES) {
                return new Outcome.Refused<>(TOO_MANY_WRONG_CODES, Map.of());
            }
            String code = SessionCode.normal(told.code());
            Found found = find(connection, code, told.counsellor());
            if (found == null) {
                noteWrongCode(connection, told.counsellor(), code, now);
                return new Outcome.Refused<>(CODE_UNKNOWN, Map.of());
            }
            lock(connection, "wallet", found.wallet());
            Counsellor counsellor = counsellors.state(Counsellor.stream(told.counsellor()));
            UUID session = session(told.request(), found.booking());
            RegisterSession command = new RegisterSession(
                    session,
                    found.booking(),
                    told.counsellor(),
                    told.startedAt(),
                    told.endedAt(),
                    told.mode(),
                    told.themes(),
                    counsellor.isRegisteredOn(Session.day(told.startedAt())),
                    overlaps(connection, "counsellor", told.counsellor(), session, told),
                    overlaps(connection, "wallet", found.wallet(), session, told),
                    now);
            return blocks.handle(found.booking().toString(), block -> RegisterSession.decide(block, command));
        });
    }

    private static void lock(Connection connection, String kind, UUID id) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, kind + " " + id);
            lock.execute();
        }
    }

    private static @Nullable Found find(Connection connection, String code, UUID counsellor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT booking, wallet FROM block"
                + " WHERE code = ? AND counsellor = ? ORDER BY paid_at DESC LIMIT 1")) {
            select.setString(1, code);
            select.setObject(2, counsellor);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Found(row.getObject("booking", UUID.class), row.getObject("wallet", UUID.class))
                        : null;
            }
        }
    }

    private static boolean overlaps(Connection connection, String whose, UUID id, UUID session, Told told)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM session WHERE " + whose + " = ?"
                + " AND status IN ('REGISTERED', 'CONFIRMED') AND started_at < ? AND ended_at > ? AND session <> ?"
                + " LIMIT 1")) {
            select.setObject(1, id);
            select.setTimestamp(2, Timestamp.from(told.endedAt()));
            select.setTimestamp(3, Timestamp.from(told.startedAt()));
            select.setObject(4, session);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static int wrongCodes(Connection connection, UUID counsellor, Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count(*) FROM wrong_code WHERE counsellor = ? AND tried_at > ?")) {
            select.setObject(1, counsellor);
            select.setTimestamp(2, Timestamp.from(now.minus(WINDOW)));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The same wrong code again is no new guess: it may be a right one whose booking is still under way. */
    private static void noteWrongCode(Connection connection, UUID counsellor, String code, Instant now)
            throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM wrong_code WHERE counsellor = ? AND tried_at <= ?")) {
            delete.setObject(1, counsellor);
            delete.setTimestamp(2, Timestamp.from(now.minus(WINDOW)));
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO wrong_code (counsellor, digest, tried_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, counsellor);
            insert.setString(2, DigestUtils.sha256Hex(code));
            insert.setTimestamp(3, Timestamp.from(now));
            insert.executeUpdate();
        }
    }
}
