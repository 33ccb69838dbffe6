package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.platform.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VatRegimeTest extends RunningRegistry {

    @Test
    void the_vat_regime_has_a_history_that_others_follow() {
        Someone someone = Someone.next();
        String id = register(someone, PIONEER).extract().path("counsellor");
        as(someone.token())
                .body(Map.of("vatLiable", false, "from", today().toString()))
                .put(API + "/me/vat-regime")
                .then()
                .statusCode(200)
                .body("vatLiable", equalTo(false));
        as(someone.token()).get(API + "/me").then().body("vatLiable", equalTo(false));
        officer()
                .body(Map.of("vatLiable", true, "from", today().plusDays(30).toString()))
                .put(API + "/counsellors/{id}/vat-regime", id)
                .then()
                .statusCode(200);
        officer()
                .body(Map.of("vatLiable", true, "from", today().minusDays(1).toString()))
                .put(API + "/counsellors/{id}/vat-regime", id)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:problem-type:loopbaankrediet:regime-day-out-of-range"));
        as(someone.token())
                .get(API + "/me/vat-regime")
                .then()
                .statusCode(200)
                .body("periods.vatLiable", contains(false, true))
                .body("periods[0].until", equalTo(today().plusDays(29).toString()))
                .body("periods[1].until", nullValue());
        officer().get(API + "/counsellors/{id}/vat-regime", id).then().body("periods.size()", is(2));
        officer()
                .get(API + "/counsellors/{id}/vat-regime", UUID.randomUUID())
                .then()
                .statusCode(404);
        try (Topic topic = new Topic(kafka, "loopbaankrediet.provider-registry")) {
            await().until(() -> topic.of(id).size() == 3);
            List<Topic.Read> messages = topic.of(id);
            messages.subList(1, 3)
                    .forEach(message -> Contracts.assertConforms(
                            "provider-registry",
                            "CounsellorVatRegimeChanged.v1",
                            message.data().toString()));
            assertEquals(
                    List.of(false, true),
                    messages.stream()
                            .skip(1)
                            .map(each -> each.data().path("vatLiable").asBoolean())
                            .toList());
        }
    }

    @Test
    void who_is_exempt_is_warned_when_the_payouts_of_a_year_near_the_threshold() {
        Someone someone = Someone.next();
        Map<String, Object> form = form(someone, PIONEER);
        form.put("vatLiable", false);
        String id = post(form).extract().path("counsellor");
        int year = today().getYear();
        String first = approved(id, 1_900_000);
        await().untilAsserted(() -> as(someone.token())
                .get(API + "/me/vat-regime")
                .then()
                .statusCode(200)
                .body("year", equalTo(year))
                .body("turnoverCents", equalTo(1_900_000))
                .body("thresholdCents", equalTo(2_500_000))
                .body("warnedPercent", nullValue()));
        send(first, id, 1_900_000);
        approved(id, 200_000);
        await().untilAsserted(() -> as(someone.token())
                .get(API + "/me/vat-regime")
                .then()
                .body("turnoverCents", equalTo(2_100_000))
                .body("warnedPercent", equalTo(80)));
        officer()
                .get(API + "/vat-warnings?open=true&percent=80&limit=100")
                .then()
                .statusCode(200)
                .body("warnings.counsellor", hasItem(id));
        as(someone.token())
                .body(Map.of("vatLiable", true, "from", today().toString()))
                .put(API + "/me/vat-regime")
                .then()
                .statusCode(200);
        officer().get(API + "/vat-warnings?open=true&limit=100").then().body("warnings.counsellor", not(hasItem(id)));
        officer().get(API + "/vat-warnings?limit=100").then().body("warnings.counsellor", hasItem(id));
        for (String query : List.of("open=yes", "percent=101", "limit=0", "after=1")) {
            officer().get(API + "/vat-warnings?" + query).then().statusCode(400);
        }
        as(someone.token()).get(API + "/vat-warnings").then().statusCode(403);
    }

    private String approved(String counsellor, long exclVatCents) {
        String payout = UUID.randomUUID().toString();
        send(payout, counsellor, exclVatCents);
        return payout;
    }

    private void send(String payout, String counsellor, long exclVatCents) {
        payoutSays(
                "PayoutApproved.v1",
                payout,
                Map.of(
                        "payout",
                        payout,
                        "counsellor",
                        counsellor,
                        "exclVatCents",
                        exclVatCents,
                        "approvedAt",
                        clock.instant().toString()));
    }
}
