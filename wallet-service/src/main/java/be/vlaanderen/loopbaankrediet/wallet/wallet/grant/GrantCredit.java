package be.vlaanderen.loopbaankrediet.wallet.wallet.grant;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditGranted;
import java.time.Instant;
import java.util.UUID;

/** @param request at which the entitlement was established */
public record GrantCredit(
        UUID wallet, UUID request, int halfHours, long coPaymentPerHourCents, String ruleVersion, Instant at) {

    /** CN 2.1: credit is given once in a career, so an entitlement that is established again gives nothing more. */
    public static Decision<WalletEvent> decide(Wallet wallet, GrantCredit command) {
        if (wallet.entitledHalfHours() > 0) {
            return Decision.nothing();
        }
        return Decision.of(new CreditGranted(
                command.wallet(),
                command.request(),
                command.halfHours(),
                command.coPaymentPerHourCents(),
                command.ruleVersion(),
                command.at()));
    }
}
