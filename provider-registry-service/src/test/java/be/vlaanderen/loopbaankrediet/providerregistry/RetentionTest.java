package be.vlaanderen.loopbaankrediet.providerregistry;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.providerregistry.vault.Retention;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** D-104. */
@QuarkusTest
class RetentionTest extends RunningRegistry {

    @Inject
    Retention retention;

    @Test
    void who_was_refused_is_forgotten_after_five_years_and_can_apply_as_somebody_new() {
        Someone refused = Someone.next();
        String application = apply(refused);
        document(refused, "EQUIVALENCE", "application/pdf", PDF).statusCode(201);
        officer()
                .body(Map.of("reasonCode", "CONDITIONS_NOT_MET", "reason", "Uw ervaring is te kort."))
                .post(API + "/applications/{id}/refusal", application)
                .then()
                .statusCode(200);
        Someone waiting = Someone.next();
        String open = apply(waiting);

        retention.deleteWhatIsOld(today().plusYears(5));
        as(refused.token()).get(API + "/me/application").then().statusCode(200);
        retention.deleteWhatIsOld(today().plusYears(5).plusDays(1));
        as(refused.token()).get(API + "/me/application").then().statusCode(404);
        officer().get(API + "/applications/{id}", application).then().statusCode(404);
        officer().get(API + "/applications/{id}", open).then().statusCode(200).body("name", equalTo("Nele Peeters"));
        assertEquals(0, left("vault", refused) + left("vault_document", refused));
        apply(refused);
    }

    @Test
    void of_who_left_files_go_after_five_years_and_name_and_account_after_ten() {
        Someone someone = Someone.next();
        String id = registerAt("Vleteren", someone);
        String sanction = sanction(id, "WARNING").statusCode(201).extract().path("sanction");
        as(someone.token())
                .body(Map.of("from", today().toString()))
                .post(API + "/me/departure")
                .then()
                .statusCode(200);
        assertEquals(1, words(sanction));

        retention.deleteWhatIsOld(today().plusYears(5));
        assertEquals(1, words(sanction));
        retention.deleteWhatIsOld(today().plusYears(5).plusDays(1));
        assertEquals(0, words(sanction));
        paidOn(id, "BE68539007547034");
        officer().get(API + "/counsellors/{id}", id).then().body("name", notNullValue());
        retention.deleteWhatIsOld(today().plusYears(10).plusDays(1));
        assertEquals(0, left("vault", someone));
        officer().get(API + "/counsellors/{id}", id).then().statusCode(200).body("name", nullValue());
        as(someone.token()).get(API + "/me").then().statusCode(404);
    }

    private int words(String reference) {
        return count("SELECT count(*) FROM vault_words WHERE reference = ?", UUID.fromString(reference));
    }

    private int left(String table, Someone someone) {
        return count(
                "SELECT count(*) FROM " + table + " WHERE counsellor IN (SELECT counsellor FROM vault WHERE ssin = ?)",
                someone.ssin());
    }

    private int count(String sql, Object parameter) {
        return transactions.in(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setObject(1, parameter);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }
}
