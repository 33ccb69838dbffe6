package be.vlaanderen.loopbaankrediet.outsideworld.bank;

import be.vlaanderen.loopbaankrediet.outsideworld.Iban;
import be.vlaanderen.loopbaankrediet.outsideworld.bank.CreditTransfers.Transfer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credit transfer file that was taken in, with what becomes of each transfer.
 *
 * @param fileId given by the sender; the same id is the same file
 * @param answered whether its answers have been put ready
 */
record Upload(String fileId, String messageId, Instant receivedAt, List<Outcome> outcomes, boolean answered) {

    /** Of an account that was closed. */
    static final String CLOSED_ACCOUNT = "BE16999000000474";

    /**
     * @param rejection ISO 20022 reason code, null when the transfer is executed
     */
    record Outcome(Transfer transfer, @Nullable String rejection) {}

    /** AC04 closed account, AC01 no account at all. */
    static Upload decide(String fileId, CreditTransfers file, boolean refuseAll, Instant at) {
        List<Outcome> outcomes = file.transfers().stream()
                .map(transfer -> new Outcome(transfer, rejection(transfer.creditorIban(), refuseAll)))
                .toList();
        return new Upload(fileId, file.messageId(), at, outcomes, false);
    }

    private static @Nullable String rejection(String iban, boolean refuseAll) {
        if (!Iban.isValid(iban)) {
            return "AC01";
        }
        return refuseAll || iban.equals(CLOSED_ACCOUNT) ? "AC04" : null;
    }

    List<Outcome> executed() {
        return outcomes.stream().filter(outcome -> outcome.rejection() == null).toList();
    }

    long sumCents() {
        return outcomes.stream()
                .mapToLong(outcome -> outcome.transfer().amountCents())
                .sum();
    }

    Upload withAnswers() {
        return new Upload(fileId, messageId, receivedAt, outcomes, true);
    }
}
