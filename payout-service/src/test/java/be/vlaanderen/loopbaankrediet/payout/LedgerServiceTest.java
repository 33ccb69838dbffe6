package be.vlaanderen.loopbaankrediet.payout;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger, its chain, and what lies beside the bank's answers. */
@QuarkusTest
class LedgerServiceTest extends PayoutTest {

    @Test
    void a_line_that_is_changed_removed_or_added_behind_the_ledgers_back_is_found() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 4));
        JsonPath before = verification();
        assertTrue(before.getBoolean("intact"), before::prettify);
        String first = "event_id = (SELECT event_id FROM ledger_seal WHERE position = 1) AND line = 1";

        execute("UPDATE ledger_line SET debit_cents = debit_cents + 1 WHERE " + first);
        JsonPath changed = verification();
        assertFalse(changed.getBoolean("intact"));
        assertEquals("CHANGED", changed.getString("firstDifference.kind"));
        assertEquals(1, changed.getLong("firstDifference.position"));
        execute("UPDATE ledger_line SET debit_cents = debit_cents - 1 WHERE " + first);

        execute("INSERT INTO ledger_line VALUES ('invented', 1, 'BANK', 1, 0, gen_random_uuid(), now())");
        assertEquals("NOT_POSTED", verification().getString("firstDifference.kind"));
        execute("DELETE FROM ledger_line WHERE event_id = 'invented'");

        execute("DELETE FROM ledger_line WHERE " + first);
        assertEquals("MISSING", verification().getString("firstDifference.kind"));
        as(Login.officer()).post("/admin/rebuild").then().statusCode(200);
        JsonPath after = verification();
        assertTrue(after.getBoolean("intact"), "a rebuild gives the lines that are in the chain");
        assertTrue(after.getLong("lines") >= before.getLong("lines"));
    }

    @Test
    void lines_that_only_a_rebuild_gives_come_into_the_chain() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 4));
        long lines = verification().getLong("lines");

        // as when only the events were brought back
        transactions.run(connection ->
                connection.createStatement().execute("TRUNCATE ledger_line, ledger_seal, ledger_unsealed"));
        as(Login.officer()).post("/admin/rebuild").then().statusCode(200);
        JsonPath after = verification();
        assertTrue(after.getBoolean("intact"), after::prettify);
        assertTrue(after.getLong("lines") >= lines, after::prettify);
    }

    @Test
    void the_ledger_can_be_seen_line_by_line_and_as_it_was_on_a_day() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 4));
        assertTrue(verification().getBoolean("intact"));
        String today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels"))
                .toString();
        JsonPath page = as(Login.officer())
                .queryParam("limit", 2)
                .get("/ledger/lines")
                .then()
                .statusCode(200)
                .body("lines", hasSize(2))
                .body("lines.position", contains(1, 2))
                .extract()
                .jsonPath();
        as(Login.officer())
                .get("/ledger/lines?limit=1&after=" + page.getLong("next"))
                .then()
                .body("lines.position", contains(3));
        as(Login.officer())
                .get("/ledger/lines?account=PAYABLE_TO_COUNSELLORS&on=" + today)
                .then()
                .body("lines.account.unique()", contains("PAYABLE_TO_COUNSELLORS"));
        as(Login.officer()).get("/ledger/lines?on=2020-01-01").then().body("lines", hasSize(0));
        as(Login.officer())
                .get("/ledger?on=2020-01-01")
                .then()
                .statusCode(200)
                .body("approvedCents", equalTo(0))
                .body("balanced", equalTo(true));
        as(Login.officer()).get("/ledger?on=" + today).then().body("paidCents", greaterThanOrEqualTo(21_780));
        for (String wrong : List.of(
                "/ledger?on=x",
                "/ledger?on=2027-02-30",
                "/ledger/lines?account=x",
                "/ledger/lines?after=-1",
                "/ledger/lines?limit=101",
                "/ledger/lines?on=9999-99-99")) {
            problem(as(Login.officer()), wrong, 400);
        }
    }

    @Test
    void what_is_approved_sent_and_answered_is_laid_side_by_side() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 4));
        outside.silent(true);
        Booking open = booking("2027-01-04T09:00:00Z", true);
        reserve(open, 5_000);
        pay(open, 5_000);
        one("PayoutSent", "claim", claim(open, 4));
        JsonPath report = as(Login.officer())
                .get("/reconciliation")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(
                report.getLong("sent.cents"),
                report.getLong("paid.cents")
                        + report.getLong("rejected.cents")
                        + report.getLong("differences.find { it.kind == 'SENT_NOT_ANSWERED' }.cents"));
        List<String> kinds = report.getList("differences.kind");
        assertTrue(kinds.contains("SENT_NOT_ANSWERED"), report::prettify);
        assertFalse(kinds.contains("FILES_AND_PAYOUTS"), report::prettify);
        assertFalse(kinds.contains("LEDGER_AND_ANSWERS"), report::prettify);
        as(Login.officer())
                .get("/reconciliation?on=2020-01-01")
                .then()
                .statusCode(200)
                .body("approved.payouts", equalTo(0))
                .body("differences", hasSize(0));
        problem(as(Login.officer()), "/reconciliation?on=x", 400);
    }

    @Test
    void what_the_bank_says_of_what_we_do_not_know_is_a_paged_list() {
        for (String reference : List.of("ffff0001", "ffff0002")) {
            outside.answer(
                    "pain.002",
                    "<Document><CstmrPmtStsRpt><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>" + reference
                            + "</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");
        }
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM work_list WHERE reference LIKE 'ffff000_'") == 2);
        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = as(Login.officer())
                    .get("/work-list?kind=UNKNOWN_REFERENCE&limit=1" + after)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .extract()
                    .jsonPath();
            seen.add(page.getString("items[0].reference"));
            String next = page.getString("next");
            after = next == null ? null : "&after=" + next;
        }
        assertTrue(seen.containsAll(List.of("ffff0001", "ffff0002")), seen::toString);
        for (String wrong : List.of("kind=x", "limit=0", "after=%20")) {
            problem(as(Login.officer()), "/work-list?" + wrong, 400);
        }
    }
}
