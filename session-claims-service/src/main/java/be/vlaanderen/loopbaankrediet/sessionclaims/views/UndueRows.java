package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was found undue in a complaint or review. */
@Singleton
public class UndueRows {

    /** @param claim it is in: then the counsellor has time to answer before money is clawed back; absent when it was withdrawn at once */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FoundUndue(
            UUID session,
            UUID booking,
            int halfHours,
            boolean hoursReturn,
            String reasonCode,
            @Nullable UUID claim) {}

    private final Transactions transactions;

    @Inject
    UndueRows(Transactions transactions) {
        this.transactions = transactions;
    }

    List<FoundUndue> of(UUID review) {
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT * FROM undue WHERE review = ? ORDER BY booking, session",
                row -> new FoundUndue(
                        Sql.uuid(row, "session"),
                        Sql.uuid(row, "booking"),
                        row.getInt("half_hours"),
                        row.getBoolean("hours_return"),
                        row.getString("reason_code"),
                        row.getObject("claim", UUID.class)),
                review));
    }
}
