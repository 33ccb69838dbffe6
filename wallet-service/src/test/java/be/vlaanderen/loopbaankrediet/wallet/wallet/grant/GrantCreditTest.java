package be.vlaanderen.loopbaankrediet.wallet.wallet.grant;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditGranted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;

import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import org.junit.jupiter.api.Test;

class GrantCreditTest {

    @Test
    void who_has_the_right_gets_the_hours_at_the_price_of_the_request() {
        given(Wallet.AGGREGATE)
                .when(wallet -> GrantCredit.decide(wallet, grant("request")))
                .then(creditGranted(6));
    }

    @Test
    void the_same_entitlement_gives_hours_once() {
        given(Wallet.AGGREGATE, creditGranted(6))
                .when(wallet -> GrantCredit.decide(wallet, grant("request")))
                .thenNothing();
    }

    @Test
    void credit_is_given_once_in_a_career() {
        given(Wallet.AGGREGATE, creditGranted(6))
                .when(wallet -> GrantCredit.decide(wallet, grant("another request")))
                .thenNothing();
    }

    private static GrantCredit grant(String request) {
        return new GrantCredit(WALLET, id(request), 12, 2_500, "2027", NOW);
    }
}
