package be.vlaanderen.loopbaankrediet.payout;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Login;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for the service as a whole: access, wrong questions, contracts, rebuild. */
@QuarkusTest
class PayoutHttpTest extends PayoutTest {

    @Test
    void every_wrong_question_is_a_problem_document() {
        for (String path : List.of(
                "/budgets/abc", "/budgets/1999", "/budgets/20270", "/payouts/%3Cx%3E", "/payouts/" + "a".repeat(36))) {
            problem(as(Login.officer()), path, 400);
        }
        problem(as(Login.officer()), "/budgets/2098", 404);
        problem(as(Login.officer()), "/payouts/unknown", 404);
        String counsellor = Login.counsellor("85020100196", "0123456749");
        for (String query : List.of("limit=0", "limit=101", "limit=x", "after=1", "after=%F0%9F%92%B6")) {
            problem(as(counsellor), "/me/payouts?" + query, 400);
        }
    }

    @Test
    void only_who_may_see_it_sees_it() {
        List<String> notAccepted = Login.notAccepted("85020100196");
        for (String path : List.of(
                "/ledger",
                "/ledger/lines",
                "/batches",
                "/batches/" + new UUID(1, 1),
                "/clawbacks",
                "/clawbacks/" + new UUID(1, 1),
                "/me/clawbacks",
                "/reconciliation",
                "/work-list",
                "/budgets/2027",
                "/budgets/2027/course",
                "/budgets/2027/projection",
                "/payouts/x",
                "/me/payouts")) {
            for (String token : notAccepted) {
                problem(as(token), path, 401);
            }
            problem(given().basePath("/payout/v1"), path, 401);
            problem(as(Login.withoutRole("85020100196")), path, 403);
            problem(as(Login.citizen("85020100196")), path, 403);
            problem(as(Login.service("session-claims-service")), path, 403);
        }
        problem(as(Login.officer()), "/me/payouts", 403);
        problem(as(Login.counsellor("85020100196", "0123456749")), "/ledger", 403);
    }

    @Test
    void a_rebuild_gives_the_views_that_are_live() {
        Booking booking = booking("2027-01-04T09:00:00Z", true);
        reserve(booking, 5_000);
        pay(booking, 5_000);
        one("PayoutPaid", "claim", claim(booking, 4));
        as(Login.officer())
                .post("/admin/rebuild")
                .then()
                .statusCode(200)
                .body("views.differences.sum()", equalTo(0))
                .body(
                        "views.view",
                        containsInAnyOrder(
                                "budget",
                                "ledger_line",
                                "payout",
                                "open_claim",
                                "claim_session",
                                "clawback",
                                "batch",
                                "payment",
                                "undue",
                                "budget_day",
                                "commitment",
                                "settlement",
                                "settled_in"));
    }

    @Test
    void the_http_contract_is_what_the_service_answers_and_what_its_code_says() {
        Contracts.http("payout-service");
    }

    @Test
    void the_messages_of_others_can_be_read() {
        List<String> absent = new ArrayList<>();
        for (MessageHandler handler : handlers) {
            String file = handler.topic().replace("loopbaankrediet.", "../contracts/events/") + "/" + handler.type()
                    + ".sample.json";
            if (!Files.exists(Path.of(file))) {
                absent.add(file);
                continue;
            }
            Message sample = Contracts.sampleFor(handler);
            try {
                transactions.run(connection -> handler.on(sample));
            } catch (NotYet e) {
                // read and understood: the samples are not one story
            }
        }
        assumeTrue(absent.isEmpty(), "no contract yet: " + absent);
    }
}
