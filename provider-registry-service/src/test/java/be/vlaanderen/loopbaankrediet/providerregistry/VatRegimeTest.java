package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
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
}
